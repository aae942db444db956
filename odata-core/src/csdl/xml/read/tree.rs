//! The elements of a document, as far as CSDL can say something with them.

use std::borrow::Cow;

use super::{
    characters::trim,
    decode::Encoding,
    fault::{Fault, Faults, Located},
    lexical::shortened,
    namespaces::{Namespaces, Space, check_duplicates, declared_prefix},
    scan::{Event, QName, RawAttribute, Scanner, StartTag},
};
use crate::{csdl::ReadLimits, json::Location};

/// An element with what is in it.
pub(super) struct Node<'t> {
    pub(super) space: Space,
    pub(super) name: &'t str,
    pub(super) location: Location,
    /// The attributes without a namespace.
    pub(super) attributes: Vec<Attribute<'t>>,
    pub(super) children: Vec<Node<'t>>,
    /// All text directly in it.
    pub(super) text: Cow<'t, str>,
    /// The place of the first character of the text that is not white space, or of the element.
    pub(super) text_location: Location,
}

pub(super) struct Attribute<'t> {
    pub(super) name: &'t str,
    pub(super) location: Location,
    pub(super) value: Cow<'t, str>,
    pub(super) value_location: Location,
}

impl Node<'_> {
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute<'_>> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// An element that is open.
struct Open<'t> {
    node: Node<'t>,
    written: QName<'t>,
    /// The number of namespaces that were declared before it.
    declared: usize,
}

/// Makes the tree of a document.
struct Builder<'t, 'f> {
    scanner: Scanner<'t>,
    namespaces: Namespaces<'t>,
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    elements: u32,
    limits: &'f ReadLimits,
    faults: &'f mut Faults,
}

/// Reads the root element; fails where the text is not well-formed XML.
pub(super) fn read_tree<'t>(
    text: &'t str,
    encoding: Encoding,
    limits: &ReadLimits,
    faults: &mut Faults,
) -> Located<Node<'t>> {
    let scanner = Scanner::new(text, encoding, limits.attributes)?;
    let namespaces = Namespaces::new();
    let mut builder = Builder { scanner, namespaces, open: Vec::new(), root: None, elements: 0, limits, faults };
    builder.read()
}

impl<'t> Builder<'t, '_> {
    fn read(&mut self) -> Located<Node<'t>> {
        loop {
            match self.scanner.next()? {
                Event::Start(tag) => self.start(tag)?,
                Event::End { name, location } => self.end(name, location)?,
                Event::Text { text, start, location } => self.text(text, start, location)?,
                Event::Eof => return self.finish(),
            }
        }
    }

    fn start(&mut self, tag: StartTag<'t>) -> Located<()> {
        if self.root.is_some() {
            return Err(Fault::new(tag.location, "a document has one root element"));
        }
        if self.elements == self.limits.parts {
            let message = format!("the document has more than {} elements", self.limits.parts);
            return Err(Fault::new(tag.location, message));
        }
        if self.open.len() == usize::from(self.limits.depth) {
            let message = format!("elements are nested deeper than {}", self.limits.depth);
            return Err(Fault::new(tag.location, message));
        }
        self.elements += 1;
        let declared = self.namespaces.len();
        self.namespaces.declare(&tag, self.faults);
        check_duplicates(&tag, &self.namespaces, self.faults);
        let space = self.namespaces.of_element(tag.name).unwrap_or_else(|| {
            self.faults.add(undeclared(tag.name, tag.location));
            Space::Other
        });
        let attributes = self.attributes(tag.attributes);
        let node = Node {
            space,
            name: tag.name.local,
            location: tag.location,
            attributes,
            children: Vec::new(),
            text: Cow::Borrowed(""),
            text_location: tag.location,
        };
        if tag.is_empty {
            self.namespaces.close(declared);
            self.add(node);
        } else {
            self.open.push(Open { node, written: tag.name, declared });
        }
        Ok(())
    }

    /// Returns the attributes without a namespace. The others say nothing in CSDL.
    fn attributes(&mut self, written: Vec<RawAttribute<'t>>) -> Vec<Attribute<'t>> {
        let mut attributes = Vec::with_capacity(written.len());
        for attribute in written {
            if declared_prefix(attribute.name).is_some() {
                continue;
            }
            match self.namespaces.of_attribute(attribute.name) {
                Some("") => attributes.push(Attribute {
                    name: attribute.name.local,
                    location: attribute.location,
                    value: attribute.value,
                    value_location: attribute.value_location,
                }),
                Some(_) => {}
                None => self.faults.add(undeclared(attribute.name, attribute.location)),
            }
        }
        attributes
    }

    fn add(&mut self, node: Node<'t>) {
        match self.open.last_mut() {
            Some(parent) => parent.node.children.push(node),
            None => self.root = Some(node),
        }
    }

    fn end(&mut self, name: QName<'t>, location: Location) -> Located<()> {
        let Some(open) = self.open.pop() else {
            return Err(Fault::new(location, format!("`</{name}>` ends no element")));
        };
        if open.written != name {
            let line = open.node.location.line;
            let message = format!("`</{name}>` cannot end `<{}>` of line {line}", open.written);
            return Err(Fault::new(location, message));
        }
        self.namespaces.close(open.declared);
        self.add(open.node);
        Ok(())
    }

    fn text(&mut self, text: Cow<'t, str>, start: usize, location: Location) -> Located<()> {
        let Some(open) = self.open.last_mut() else {
            // A reference to a space is more than white space.
            let is_space = trim(&self.scanner.text[start..self.scanner.at]).is_empty();
            return if is_space { Ok(()) } else { Err(Fault::new(location, "text outside of the root element")) };
        };
        let node = &mut open.node;
        if trim(&node.text).is_empty() {
            node.text_location = location;
        }
        if node.text.is_empty() {
            node.text = text;
        } else {
            node.text.to_mut().push_str(&text);
        }
        Ok(())
    }

    fn finish(&mut self) -> Located<Node<'t>> {
        let end = self.scanner.here();
        if let Some(open) = self.open.last() {
            let (name, line) = (open.written, open.node.location.line);
            return Err(Fault::new(end, format!("the document ends within `<{name}>` of line {line}")));
        }
        self.root.take().ok_or_else(|| Fault::new(end, "the document has no element"))
    }
}

#[cold]
fn undeclared(name: QName<'_>, location: Location) -> Fault {
    Fault::new(location, format!("the prefix `{}` is not declared", shortened(name.prefix.unwrap_or_default())))
}
