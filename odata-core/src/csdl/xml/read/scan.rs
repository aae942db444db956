//! Text to tags and text: what well-formed XML is (XML 1.0, Namespaces in XML 1.0), without a document type.
//!
//! Each byte is looked at a constant number of times, and places are counted in one walk.

use std::borrow::Cow;

use super::{
    characters::{is_allowed, is_space, name_length},
    decode::Encoding,
    fault::{Fault, Located},
    lexical::shortened,
};
use crate::json::Location;

/// A part of a document.
pub(super) enum Event<'t> {
    /// The start of an element.
    Start(StartTag<'t>),
    /// The end of an element.
    End { name: QName<'t>, location: Location },
    /// Text between tags.
    Text {
        text: Cow<'t, str>,
        /// The offset where it starts.
        start: usize,
        /// The place of the first character that is not white space.
        location: Location,
    },
    /// The end of the document.
    Eof,
}

/// The start of an element.
pub(super) struct StartTag<'t> {
    pub(super) name: QName<'t>,
    pub(super) location: Location,
    pub(super) attributes: Vec<RawAttribute<'t>>,
    /// Whether the element ends here.
    pub(super) is_empty: bool,
}

/// A name with its prefix, if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct QName<'t> {
    pub(super) prefix: Option<&'t str>,
    pub(super) local: &'t str,
}

/// Writes the start of the name, for messages.
impl std::fmt::Display for QName<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(prefix) = self.prefix {
            write!(formatter, "{}:", shortened(prefix))?;
        }
        formatter.write_str(&shortened(self.local))
    }
}

/// An attribute as it is written.
pub(super) struct RawAttribute<'t> {
    pub(super) name: QName<'t>,
    pub(super) location: Location,
    pub(super) value: Cow<'t, str>,
    /// The place of the first character of the value.
    pub(super) value_location: Location,
}

/// Goes through a document.
pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    /// The offset of what comes next.
    pub(super) at: usize,
    /// The last place that was asked for.
    cursor: Location,
    attributes: usize,
    /// The number of bytes that were looked at to find places.
    #[cfg(test)]
    pub(super) walked: usize,
}

impl<'t> Scanner<'t> {
    /// Starts with the declaration, if there is one.
    pub(super) fn new(text: &'t str, encoding: Encoding, attributes: u32) -> Located<Self> {
        let mut scanner = Self {
            text,
            at: 0,
            cursor: Location::START,
            attributes: attributes as usize,
            #[cfg(test)]
            walked: 0,
        };
        scanner.declaration(encoding)?;
        Ok(scanner)
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Returns the place of an offset. Offsets that grow cost one walk through the text in all.
    pub(super) fn locate(&mut self, offset: usize) -> Location {
        if offset < self.cursor.offset {
            return Location::from_offset(self.text.as_bytes(), offset);
        }
        #[cfg(test)]
        {
            self.walked += offset - self.cursor.offset;
        }
        self.cursor = self.cursor.forward(self.text.as_bytes(), offset);
        self.cursor
    }

    pub(super) fn here(&mut self) -> Location {
        self.locate(self.at)
    }

    #[cold]
    pub(super) fn fault<T>(&mut self, offset: usize, message: impl Into<String>) -> Located<T> {
        Err(Fault::new(self.locate(offset), message))
    }

    /// Skips a text that must come next.
    pub(super) fn expect(&mut self, expected: &str, after: &str) -> Located<()> {
        if self.skip(expected) { Ok(()) } else { self.fault(self.at, format!("`{expected}` is missing after {after}")) }
    }

    /// Skips a text, if it comes next.
    pub(super) fn skip(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// Skips white space; returns whether there was some.
    pub(super) fn skip_space(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        self.at > start
    }

    /// Reads a name without a colon.
    pub(super) fn name(&mut self, of: &str) -> Located<&'t str> {
        let name = &self.rest()[..name_length(self.rest())];
        if name.is_empty() {
            let message = match self.rest().chars().next() {
                Some(found) => format!("{of} cannot start with `{}`", found.escape_debug()),
                None => format!("the document ends before {of}"),
            };
            return self.fault(self.at, message);
        }
        self.at += name.len();
        Ok(name)
    }

    fn qname(&mut self, of: &str) -> Located<QName<'t>> {
        let first = self.name(of)?;
        if !self.skip(":") {
            return Ok(QName { prefix: None, local: first });
        }
        let local = self.name(of)?;
        if self.peek() == Some(b':') {
            return self.fault(self.at, format!("{of} cannot have two colons"));
        }
        Ok(QName { prefix: Some(first), local })
    }

    /// Returns the next part. Comments and processing instructions are skipped.
    pub(super) fn next(&mut self) -> Located<Event<'t>> {
        loop {
            let start = self.at;
            match self.peek() {
                None => return Ok(Event::Eof),
                Some(b'<') => {}
                Some(_) => return self.text_event(),
            }
            let rest = self.rest();
            if rest.starts_with("</") {
                return self.end_tag(start);
            } else if rest.starts_with("<!--") {
                self.comment()?;
            } else if rest.starts_with("<![CDATA[") {
                return self.cdata();
            } else if rest.starts_with("<!DOCTYPE") {
                return self.fault(start, "a document type is not allowed");
            } else if rest.starts_with("<!") {
                return self.fault(start, "`<!` starts neither a comment nor a CDATA section");
            } else if rest.starts_with("<?") {
                self.instruction()?;
            } else {
                return self.start_tag(start);
            }
        }
    }

    fn start_tag(&mut self, start: usize) -> Located<Event<'t>> {
        let location = self.locate(start);
        self.at += 1;
        let name = self.qname("the name of an element")?;
        let mut attributes = Vec::new();
        loop {
            let spaced = self.skip_space();
            if self.skip("/>") {
                return Ok(Event::Start(StartTag { name, location, attributes, is_empty: true }));
            }
            if self.skip(">") {
                return Ok(Event::Start(StartTag { name, location, attributes, is_empty: false }));
            }
            if self.peek().is_none() {
                return self.fault(self.at, format!("the document ends within the tag of `{name}`"));
            }
            if !spaced {
                return self.fault(self.at, format!("white space, `>` or `/>` is missing in the tag of `{name}`"));
            }
            if attributes.len() == self.attributes {
                let limit = self.attributes;
                return self.fault(self.at, format!("`{name}` has more than {limit} attributes"));
            }
            attributes.push(self.attribute()?);
        }
    }

    fn attribute(&mut self) -> Located<RawAttribute<'t>> {
        let location = self.here();
        let name = self.qname("the name of an attribute")?;
        self.skip_space();
        self.expect("=", "the name of an attribute")?;
        self.skip_space();
        let (value, value_location) = self.quoted()?;
        Ok(RawAttribute { name, location, value, value_location })
    }

    /// Reads a value within quotation marks.
    fn quoted(&mut self) -> Located<(Cow<'t, str>, Location)> {
        let Some(quote @ (b'"' | b'\'')) = self.peek() else {
            return self.fault(self.at, "the value of an attribute starts with a quotation mark");
        };
        self.at += 1;
        let location = self.here();
        let value = self.characters(Some(quote))?;
        self.at += 1;
        Ok((value, location))
    }

    fn end_tag(&mut self, start: usize) -> Located<Event<'t>> {
        let location = self.locate(start);
        self.at += 2;
        let name = self.qname("the name of an element")?;
        self.skip_space();
        self.expect(">", "the name of an element that ends")?;
        Ok(Event::End { name, location })
    }

    /// Reads text up to the next tag. Its place is that of the first character that is not white space.
    fn text_event(&mut self) -> Located<Event<'t>> {
        let start = self.at;
        self.skip_space();
        let location = self.here();
        self.at = start;
        let text = self.characters(None)?;
        Ok(Event::Text { text, start, location })
    }

    fn cdata(&mut self) -> Located<Event<'t>> {
        let start = self.at;
        self.at += "<![CDATA[".len();
        let location = self.here();
        let Some(length) = self.rest().find("]]>") else {
            return self.fault(start, "the CDATA section has no end");
        };
        let text = &self.rest()[..length];
        self.check_characters(text)?;
        self.at += length + "]]>".len();
        let text =
            if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
        Ok(Event::Text { text, start, location })
    }

    fn comment(&mut self) -> Located<()> {
        let start = self.at;
        self.at += "<!--".len();
        let Some(length) = self.rest().find("--") else {
            return self.fault(start, "the comment has no end");
        };
        let text = &self.rest()[..length];
        self.check_characters(text)?;
        self.at += length + "--".len();
        if self.skip(">") { Ok(()) } else { self.fault(self.at - 2, "a comment cannot have `--`") }
    }

    fn instruction(&mut self) -> Located<()> {
        let start = self.at;
        self.at += "<?".len();
        let target = self.name("the name of a processing instruction")?;
        if target.eq_ignore_ascii_case("xml") {
            return self.fault(start, "the XML declaration comes first in a document, and once");
        }
        let Some(length) = self.rest().find("?>") else {
            return self.fault(start, "the processing instruction has no end");
        };
        let text = &self.rest()[..length];
        if !text.is_empty() && !text.starts_with([' ', '\t', '\n', '\r']) {
            return self.fault(self.at, "white space is missing after the name of a processing instruction");
        }
        self.check_characters(text)?;
        self.at += length + "?>".len();
        Ok(())
    }

    /// Refuses characters that no document can have, in a text that comes next.
    fn check_characters(&mut self, text: &str) -> Located<()> {
        match text.char_indices().find(|&(_, character)| !is_allowed(character)) {
            Some((offset, character)) => self.bad_character(self.at + offset, character),
            None => Ok(()),
        }
    }

    #[cold]
    pub(super) fn bad_character<T>(&mut self, offset: usize, character: char) -> Located<T> {
        self.fault(offset, format!("the character U+{:04X} is not allowed", u32::from(character)))
    }
}
