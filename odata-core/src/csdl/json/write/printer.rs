//! Commas, line ends and indentation.

use std::collections::HashSet;

use crate::json::JsonWriter;

/// A writer of JSON that adds commas, colons, line ends and indentation, and leaves out members whose name the object
/// has already (RFC 7493 §2.3).
pub(super) struct Printer {
    json: JsonWriter,
    is_indented: bool,
    /// The names of the members of each object that is open; nothing for arrays.
    open: Vec<HashSet<Box<str>>>,
    /// Whether an object or array was opened that has nothing yet.
    is_fresh: bool,
    /// Whether the name of a member was written, whose value follows.
    is_named: bool,
    /// The number of open brackets of a member that is left out, if there is one.
    left_out: Option<usize>,
}

impl Printer {
    pub(super) fn new(is_indented: bool) -> Self {
        let json = JsonWriter::new();
        Self { json, is_indented, open: Vec::new(), is_fresh: false, is_named: false, left_out: None }
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
        if self.left_out.is_some() {
            return;
        }
        if self.open.last_mut().is_some_and(|names| !names.insert(name.into())) {
            self.left_out = Some(0);
            return;
        }
        self.begin();
        self.json.string(name);
        self.json.raw(if self.is_indented { ": " } else { ":" });
        self.is_named = true;
    }

    pub(super) fn string(&mut self, text: &str) {
        self.scalar(|json| json.string(text));
    }

    pub(super) fn boolean(&mut self, value: bool) {
        self.scalar(|json| json.boolean(value));
    }

    pub(super) fn integer(&mut self, value: i64) {
        self.scalar(|json| json.integer(value));
    }

    pub(super) fn unsigned(&mut self, value: u64) {
        self.scalar(|json| json.unsigned(value));
    }

    pub(super) fn null(&mut self) {
        self.scalar(JsonWriter::null);
    }

    /// Writes a number that is JSON already.
    pub(super) fn number(&mut self, digits: &str) {
        self.scalar(|json| json.raw(digits));
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

    fn scalar(&mut self, write: impl FnOnce(&mut JsonWriter)) {
        match self.left_out {
            None => {
                self.begin();
                write(&mut self.json);
            }
            Some(0) => self.left_out = None,
            Some(_) => {}
        }
    }

    fn open(&mut self, bracket: u8) {
        if let Some(brackets) = &mut self.left_out {
            *brackets += 1;
            return;
        }
        self.begin();
        self.json.byte(bracket);
        self.open.push(HashSet::new());
        self.is_fresh = true;
    }

    fn close(&mut self, bracket: u8) {
        if let Some(brackets) = &mut self.left_out {
            *brackets -= 1;
            if *brackets == 0 {
                self.left_out = None;
            }
            return;
        }
        self.open.pop();
        if !self.is_fresh {
            self.end_line();
        }
        self.json.byte(bracket);
        self.is_fresh = false;
    }

    /// Writes the comma, line end and indentation before a name or a value.
    fn begin(&mut self) {
        if std::mem::take(&mut self.is_named) {
            return;
        }
        if !self.open.is_empty() {
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
            for _ in 0..self.open.len() {
                self.json.raw("  ");
            }
        }
    }
}
