//! Commas, line ends and indentation.

use crate::json::JsonWriter;

/// A writer of JSON that puts what stands between values.
pub(super) struct Printer {
    json: JsonWriter,
    is_indented: bool,
    depth: usize,
    /// Whether an object or array was opened that has nothing yet.
    is_fresh: bool,
    /// Whether the name of a member was written, whose value follows.
    is_named: bool,
}

impl Printer {
    pub(super) fn new(is_indented: bool) -> Self {
        Self { json: JsonWriter::new(), is_indented, depth: 0, is_fresh: false, is_named: false }
    }

    pub(super) fn into_text(self) -> String {
        // All that is written is text.
        String::from_utf8(self.json.into_bytes()).unwrap_or_default()
    }

    pub(super) fn begin_object(&mut self) {
        self.open(b'{');
    }

    pub(super) fn end_object(&mut self) {
        self.close(b'}');
    }

    pub(super) fn begin_array(&mut self) {
        self.open(b'[');
    }

    pub(super) fn end_array(&mut self) {
        self.close(b']');
    }

    /// Writes the name of a member, whose value is written next.
    pub(super) fn name(&mut self, name: &str) {
        self.begin();
        self.json.string(name);
        self.json.raw(if self.is_indented { ": " } else { ":" });
        self.is_named = true;
    }

    pub(super) fn string(&mut self, text: &str) {
        self.begin();
        self.json.string(text);
    }

    pub(super) fn boolean(&mut self, value: bool) {
        self.begin();
        self.json.boolean(value);
    }

    pub(super) fn integer(&mut self, value: i64) {
        self.begin();
        self.json.integer(value);
    }

    pub(super) fn unsigned(&mut self, value: u64) {
        self.begin();
        self.json.unsigned(value);
    }

    pub(super) fn null(&mut self) {
        self.begin();
        self.json.null();
    }

    /// Writes a number that is JSON already.
    pub(super) fn number(&mut self, digits: &str) {
        self.begin();
        self.json.raw(digits);
    }

    pub(super) fn string_member(&mut self, name: &str, text: &str) {
        self.name(name);
        self.string(text);
    }

    /// Writes a member that is `true`, or none where that is not so.
    pub(super) fn flag(&mut self, name: &str, is_set: bool) {
        if is_set {
            self.name(name);
            self.boolean(true);
        }
    }

    fn open(&mut self, bracket: u8) {
        self.begin();
        self.json.byte(bracket);
        self.depth += 1;
        self.is_fresh = true;
    }

    fn close(&mut self, bracket: u8) {
        self.depth -= 1;
        if !self.is_fresh {
            self.end_line();
        }
        self.json.byte(bracket);
        self.is_fresh = false;
    }

    /// Writes what stands before a name or a value.
    fn begin(&mut self) {
        if std::mem::take(&mut self.is_named) {
            return;
        }
        if self.depth > 0 {
            if !self.is_fresh {
                self.json.byte(b',');
            }
            self.end_line();
        }
        self.is_fresh = false;
    }

    fn end_line(&mut self) {
        if self.is_indented {
            self.json.byte(b'\n');
            for _ in 0..self.depth {
                self.json.raw("  ");
            }
        }
    }
}
