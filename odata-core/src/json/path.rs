//! Property paths of offsets.

use super::JsonReader;
use std::borrow::Cow;

/// Returns the path of the value, or of the member's name, at the byte `offset` of `body`.
///
/// It is made of the names of members and the zero-based indexes of items, joined by `/`, like
/// `checkinStatuses/0/wasSuccessful`, and empty for the outermost value. A bracket has the path of its object or array.
/// Only the text before the offset and the name at it matter: the rest of the body may be anything.
pub fn path_at(body: &[u8], offset: usize) -> String {
    PathWalk::new(body).path_at(offset)
}

/// A scan of a body that finds the paths of offsets, each at or after the one before.
pub(super) struct PathWalk<'b> {
    body: &'b [u8],
    at: usize,
    open: Vec<Frame<'b>>,
}

impl<'b> PathWalk<'b> {
    /// Creates the scan at the start of a body.
    pub(super) fn new(body: &'b [u8]) -> Self {
        Self { body, at: 0, open: Vec::new() }
    }

    /// Returns the path of an offset.
    pub(super) fn path_at(&mut self, offset: usize) -> String {
        let (body, offset) = (self.body, offset.min(self.body.len()));
        while self.at < offset || self.at == offset && body.get(self.at) == Some(&b'"') {
            let end = if body[self.at] == b'"' { string_end(body, self.at) } else { Some(self.at + 1) };
            let Some(end) = end else { break };
            step(&mut self.open, &body[self.at..end]);
            self.at = end;
        }
        let closes = self.at == offset && matches!(body.get(self.at), Some(b'}' | b']'));
        let open = &self.open[..self.open.len().saturating_sub(usize::from(closes))];
        let (mut path, mut before) = (String::new(), "");
        for segment in open.iter().filter_map(Frame::segment) {
            path.push_str(before);
            path.push_str(&segment);
            before = "/";
        }
        path
    }
}

/// An object or array that is open at the offset.
enum Frame<'b> {
    /// An object, with the member whose name was read last; `None` before a name.
    Object(Option<Cow<'b, str>>),
    /// An array, with the index of the current item.
    Array(usize),
}

impl Frame<'_> {
    fn segment(&self) -> Option<Cow<'_, str>> {
        match self {
            Frame::Object(name) => name.as_deref().map(Cow::Borrowed),
            Frame::Array(index) => Some(Cow::Owned(index.to_string())),
        }
    }
}

/// Takes one piece of the body: a string, or a single byte of anything else.
fn step<'b>(open: &mut Vec<Frame<'b>>, piece: &'b [u8]) {
    match (piece[0], open.last_mut()) {
        (b'{', _) => open.push(Frame::Object(None)),
        (b'[', _) => open.push(Frame::Array(0)),
        (b'}' | b']', _) => drop(open.pop()),
        (b',', Some(Frame::Object(name))) => *name = None,
        (b',', Some(Frame::Array(index))) => *index += 1,
        (b'"', Some(Frame::Object(name @ None))) => *name = Some(decode(piece)),
        _ => {}
    }
}

/// Returns the offset after the string that starts at `quote`, if it has an end.
fn string_end(body: &[u8], quote: usize) -> Option<usize> {
    let mut at = quote + 1;
    loop {
        match body.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Decodes a string in its quotes; a faulty one is left as it is.
fn decode(string: &[u8]) -> Cow<'_, str> {
    let decoded = JsonReader::new(string).and_then(|mut reader| reader.string().map(String::from));
    match decoded {
        Ok(text) => Cow::Owned(text),
        Err(_) => String::from_utf8_lossy(&string[1..string.len() - 1]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each `^` in the lower line marks an offset of the upper one that has the path `path`.
    #[track_caller]
    fn assert_paths(body: &str, marks: &str, path: &str) {
        for (offset, _) in marks.match_indices('^') {
            assert_eq!(path_at(body.as_bytes(), offset), path, "offset {offset}");
        }
    }

    #[test]
    fn names_colons_and_values_have_the_path_of_the_member() {
        let body = r#"{"a": 1 , "b": [ 10, {"c":"x"}], "d": {}}"#;
        assert_paths(body, "^", "");
        assert_paths(body, " ^^^^^^^^", "a");
        assert_paths(body, "         ^", "");
        assert_paths(body, "          ^^^^^^                ", "b");
        assert_paths(body, "                 ^^^", "b/0");
        assert_paths(body, "                     ^", "b/1");
        assert_paths(body, "                      ^^^^^^^", "b/1/c");
        assert_paths(body, "                             ^", "b/1");
        assert_paths(body, "                              ^^", "b");
        assert_paths(body, "                                 ^^^^^^", "d");
        assert_paths(body, "                                       ^", "d");
        assert_paths(body, "                                        ^", "");
    }

    #[test]
    fn strings_hide_what_looks_like_structure() {
        let body = r#"{"a\"},[": "]},\"{", "b": 1}"#;
        assert_paths(body, "           ^^^^^^^^", "a\"},[");
        assert_paths(body, "                          ^", "b");
    }

    #[test]
    fn names_are_decoded_if_they_can_be() {
        assert_eq!(path_at(br#"{"\u00e4\n": 1}"#, 13), "ä\n");
        assert_eq!(path_at(br#"{"\q": 1}"#, 7), r"\q");
        assert_eq!(path_at(b"{\"\xFF\": 1}", 6), "\u{FFFD}");
    }

    #[test]
    fn empty_names_are_segments() {
        assert_eq!(path_at(br#"{"": {"": 1}}"#, 10), "/");
    }

    #[test]
    fn the_body_may_end_or_break_anywhere() {
        assert_eq!(path_at(b"", 7), "");
        assert_eq!(path_at(br#"{"a": [1, "#, 99), "a/1");
        assert_eq!(path_at(br#"{"a": [1, "x\"#, 99), "a/1");
        assert_eq!(path_at(br#"{"a": {"b"#, 99), "a");
        assert_eq!(path_at(b"]}{\"a\" \x80 [,", 99), "a/1");
    }
}
