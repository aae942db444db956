use super::scan::{all_plain, plain_end};

/// A writer that appends JSON tokens to a buffer.
///
/// The caller makes sure that the tokens form valid JSON: brackets, commas and colons are [`byte`](Self::byte) or part
/// of a [`raw`](Self::raw) text, such as a name that was escaped beforehand.
///
/// ```
/// use odata_core::json::JsonWriter;
///
/// let mut json = JsonWriter::new();
/// json.raw(r#"{"name":"#);
/// json.string("a \"quoted\" word");
/// json.raw(r#","seats":"#);
/// json.integer(2);
/// json.byte(b'}');
/// assert_eq!(json.as_bytes(), br#"{"name":"a \"quoted\" word","seats":2}"#);
/// ```
#[derive(Clone, Debug, Default)]
pub struct JsonWriter {
    out: Vec<u8>,
}

impl JsonWriter {
    /// Creates a writer with an empty buffer.
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates a writer that appends to `out`, to save an allocation or to continue a text.
    pub fn with_buffer(out: Vec<u8>) -> Self {
        JsonWriter { out }
    }

    /// Appends text that is JSON already.
    #[inline]
    pub fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// Appends what `write` appends, which must be JSON.
    #[inline]
    pub(crate) fn append(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.out);
    }

    /// Appends one ASCII character of JSON.
    #[inline]
    pub fn byte(&mut self, byte: u8) {
        self.out.push(byte);
    }

    /// Appends a string in quotes, escaping what JSON requires and nothing else.
    // Not inlined: names of declared properties are written in another way.
    #[inline(never)]
    pub fn string(&mut self, text: &str) {
        self.string_member(false, "", text);
    }

    /// Appends a member whose value is a string, after a comma if `comma` is set. The name has its quotes and the
    /// colon.
    // Inlined, as most values are texts.
    #[inline]
    pub(crate) fn string_member(&mut self, comma: bool, name: &str, text: &str) {
        self.out.reserve(name.len() + text.len() + 3);
        if comma {
            self.out.push(b',');
        }
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'"');
        if all_plain(text.as_bytes()) {
            self.out.extend_from_slice(text.as_bytes());
        } else {
            self.escaped(text.as_bytes());
        }
        self.out.push(b'"');
    }

    /// Appends the text of a string, in which something needs an escape.
    #[cold]
    #[inline(never)]
    fn escaped(&mut self, bytes: &[u8]) {
        let mut from = 0;
        loop {
            let end = plain_end(bytes, from);
            self.out.extend_from_slice(&bytes[from..end]);
            let Some(&byte) = bytes.get(end) else { break };
            self.escape(byte);
            from = end + 1;
        }
    }

    /// Appends an integer as a number, without quotes.
    pub fn integer(&mut self, value: i64) {
        self.raw(itoa::Buffer::new().format(value));
    }

    /// Appends an integer that may be larger than `i64::MAX`.
    pub fn unsigned(&mut self, value: u64) {
        self.raw(itoa::Buffer::new().format(value));
    }

    /// Appends the shortest number that reads back as `value`, or the string `"INF"`, `"-INF"` or `"NaN"` that the
    /// protocol has for what JSON numbers cannot express.
    pub fn double(&mut self, value: f64) {
        if value.is_finite() {
            self.raw(zmij::Buffer::new().format_finite(value));
        } else {
            self.non_finite(value);
        }
    }

    /// Like [`double`](Self::double), with the fewer digits that single precision needs.
    pub fn single(&mut self, value: f32) {
        if value.is_finite() {
            self.raw(zmij::Buffer::new().format_finite(value));
        } else {
            self.non_finite(value.into());
        }
    }

    /// Appends `true` or `false`.
    #[inline]
    pub fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Appends the value `null`.
    #[inline]
    pub fn null(&mut self) {
        self.raw("null");
    }

    /// Returns the text written so far.
    pub fn as_bytes(&self) -> &[u8] {
        &self.out
    }

    /// Returns the buffer, including what it held before.
    pub fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    #[cold]
    fn non_finite(&mut self, value: f64) {
        self.raw(if value.is_nan() {
            r#""NaN""#
        } else if value > 0.0 {
            r#""INF""#
        } else {
            r#""-INF""#
        });
    }

    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            0x08 => b'b',
            0x0C => b'f',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            _ => {
                let (high, low) = (usize::from(byte >> 4), usize::from(byte & 0xF));
                self.out.extend_from_slice(&[b'\\', b'u', b'0', b'0', HEX[high], HEX[low]]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut JsonWriter)) -> String {
        let mut writer = JsonWriter::new();
        write(&mut writer);
        String::from_utf8(writer.into_bytes()).unwrap()
    }

    #[test]
    fn strings_escape_what_json_requires() {
        assert_eq!(written(|w| w.string("")), r#""""#);
        assert_eq!(
            written(|w| w.string("\"\\/\u{8}\u{c}\n\r\t\0\u{1f}\u{7f}ä🙂")),
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}ä🙂\""
        );
    }

    #[test]
    fn strings_of_all_lengths_are_whole() {
        for length in 0..80 {
            let text: String = ('!'..='~').filter(|character| !"\"\\".contains(*character)).take(length).collect();
            assert_eq!(written(|w| w.string(&text)), format!("\"{text}\""));
            assert_eq!(written(|w| w.string_member(true, &text, &text)), format!(",{text}\"{text}\""));
            for at in 0..length {
                let mut escaped = text.clone();
                escaped.replace_range(at..=at, "\n");
                assert_eq!(written(|w| w.string(&escaped)), format!("\"{}\"", escaped.replace('\n', "\\n")));
            }
        }
    }

    #[test]
    fn floats_are_numbers() {
        assert_eq!(written(|w| w.double(1.0)), "1.0");
        assert_eq!(written(|w| w.double(-0.0)), "-0.0");
        assert_eq!(written(|w| w.double(0.1)), "0.1");
        assert_eq!(written(|w| w.single(0.1)), "0.1");
        assert_eq!(written(|w| w.single(16_777_216.0)), "16777216.0");
    }

    #[test]
    fn other_floats_are_strings() {
        assert_eq!(written(|w| w.double(f64::INFINITY)), r#""INF""#);
        assert_eq!(written(|w| w.double(f64::NEG_INFINITY)), r#""-INF""#);
        assert_eq!(written(|w| w.double(f64::NAN)), r#""NaN""#);
        assert_eq!(written(|w| w.single(f32::INFINITY)), r#""INF""#);
        assert_eq!(written(|w| w.single(f32::NEG_INFINITY)), r#""-INF""#);
        assert_eq!(written(|w| w.single(f32::NAN)), r#""NaN""#);
    }

    #[test]
    fn tokens_follow_the_buffer() {
        let mut writer = JsonWriter::with_buffer(b"[".to_vec());
        writer.integer(i64::MIN);
        writer.byte(b',');
        writer.unsigned(u64::MAX);
        writer.raw(",");
        writer.boolean(true);
        writer.byte(b',');
        writer.boolean(false);
        writer.byte(b',');
        writer.null();
        writer.byte(b']');
        assert_eq!(writer.as_bytes(), b"[-9223372036854775808,18446744073709551615,true,false,null]");
    }
}
