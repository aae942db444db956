//! The text of an XML document: tags, indentation, escapes.

/// The text of a document as far as it is written.
///
/// An element without content ends with its start tag.
pub(super) struct Markup {
    text: String,
    /// The names of the elements that are open.
    open: Vec<&'static str>,
    /// Whether the last start tag can still have attributes.
    in_tag: bool,
}

impl Markup {
    /// Creates a document with its declaration.
    pub(super) fn new() -> Self {
        Self { text: r#"<?xml version="1.0" encoding="utf-8"?>"#.to_owned(), open: Vec::new(), in_tag: false }
    }

    /// Starts an element, on a line of its own.
    pub(super) fn start(&mut self, name: &'static str) {
        if self.in_tag {
            self.text.push('>');
        }
        self.new_line();
        self.text.push('<');
        self.text.push_str(name);
        self.open.push(name);
        self.in_tag = true;
    }

    /// Writes an attribute of the element that was started last.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        debug_assert!(self.in_tag, "attributes come before content");
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        escape(&mut self.text, value, true);
        self.text.push('"');
    }

    /// Writes an attribute that may be missing.
    pub(super) fn optional(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.attribute(name, value);
        }
    }

    /// Writes an attribute that is `true`, or left out.
    pub(super) fn flag(&mut self, name: &str, value: bool) {
        self.optional(name, value.then_some("true"));
    }

    /// Ends the element that was started last and is still open.
    pub(super) fn end(&mut self) {
        let name = self.open.pop().unwrap_or_default();
        if self.in_tag {
            self.text.push_str("/>");
            self.in_tag = false;
        } else {
            self.new_line();
            self.end_tag(name);
        }
    }

    /// Writes an element with nothing but text.
    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        self.start(name);
        if !text.is_empty() {
            self.text.push('>');
            escape(&mut self.text, text, false);
            self.end_tag(name);
            self.in_tag = false;
            self.open.pop();
            return;
        }
        self.end();
    }

    /// Returns the whole text.
    pub(super) fn finish(self) -> String {
        debug_assert!(self.open.is_empty(), "every element is ended");
        self.text
    }

    fn end_tag(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        (0..self.open.len()).for_each(|_| self.text.push_str("  "));
    }
}

/// Appends text. What a reader would normalize is written as a reference; characters that XML 1.0 cannot have at all
/// become U+FFFD.
fn escape(out: &mut String, text: &str, in_attribute: bool) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\r' => out.push_str("&#13;"),
            '"' if in_attribute => out.push_str("&quot;"),
            '\'' if in_attribute => out.push_str("&apos;"),
            '\n' if in_attribute => out.push_str("&#10;"),
            '\t' if in_attribute => out.push_str("&#9;"),
            '\n' | '\t' => out.push(character),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn elements_are_indented_and_text_is_not() {
        let mut markup = Markup::new();
        markup.start("a");
        markup.start("b");
        markup.attribute("c", "1 < \"2\"\n'&");
        markup.optional("d", None);
        markup.end();
        markup.text("e", " \"x\" > y\r\n");
        markup.text("e", "");
        markup.start("f");
        markup.start("g");
        markup.end();
        markup.end();
        markup.end();
        let expected = concat!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n",
            "  <b c=\"1 &lt; &quot;2&quot;&#10;&apos;&amp;\"/>\n",
            "  <e> \"x\" &gt; y&#13;\n</e>\n  <e/>\n  <f>\n    <g/>\n  </f>\n</a>"
        );
        assert_eq!(markup.finish(), expected);
    }

    #[test]
    fn characters_that_xml_cannot_have_are_replaced() {
        let mut markup = Markup::new();
        markup.text("a", "\0\u{1f}\u{7f}\u{fffe}\u{10ffff}");
        assert!(markup.finish().ends_with("<a>\u{fffd}\u{fffd}\u{7f}\u{fffd}\u{10ffff}</a>"));
    }
}
