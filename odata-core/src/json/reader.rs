use super::{JsonError, JsonErrorKind, Limits, Token};
use super::{compare::begins_with, escape::unescape, number::number_end, scan::plain_end};

/// A pull reader of JSON, which reads a body token by token on demand.
///
/// Each method first skips white space. A method that finds a well-formed value of another kind than it reads fails
/// with [`JsonErrorKind::Expected`] and stays before the value, so the caller may read it as another kind or skip it.
/// After any other error the rest of the body is meaningless.
///
/// In an object, each [`next_name`](Self::next_name) that returns a name is followed by reading one value; in an array,
/// each [`next_item`](Self::next_item) that returns true. Duplicate names are not detected.
#[derive(Debug)]
pub struct JsonReader<'j> {
    text: &'j str,
    pub(super) at: usize,
    name_at: usize,
    depth: u16,
    /// Whether an object or array was opened of which nothing is read yet.
    fresh: bool,
    members: u32,
    limits: Limits,
    /// The last string with escapes, decoded.
    decoded: String,
}

/// A position of a [`JsonReader`] to return to.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    at: usize,
    name_at: usize,
    depth: u16,
    fresh: bool,
    members: u32,
}

/// The location of the text of a string.
enum Text<'j> {
    Plain(&'j str),
    Decoded,
}

impl<'j> JsonReader<'j> {
    /// Creates a reader at the start of `body`, with the default [`Limits`].
    pub fn new(body: &'j [u8]) -> Result<Self, JsonError> {
        Self::with_limits(body, Limits::default())
    }

    /// Creates a reader at the start of `body` that enforces `limits`.
    pub fn with_limits(body: &'j [u8], limits: Limits) -> Result<Self, JsonError> {
        if body.starts_with(b"\xEF\xBB\xBF") {
            return Err(JsonError::new(JsonErrorKind::ByteOrderMark, 0));
        }
        let text = std::str::from_utf8(body)
            .map_err(|error| JsonError::new(JsonErrorKind::InvalidUtf8, error.valid_up_to()))?;
        Ok(JsonReader { text, at: 0, name_at: 0, depth: 0, fresh: false, members: 0, limits, decoded: String::new() })
    }

    /// Returns the offset of the first byte that is not read.
    #[inline]
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Returns the offset of the next token, after white space.
    #[inline]
    pub fn value_offset(&mut self) -> usize {
        self.next_byte();
        self.at
    }

    /// Returns the offset of the opening quote of the name that [`next_name`](Self::next_name) returned last.
    #[inline]
    pub fn name_offset(&self) -> usize {
        self.name_at
    }

    /// Returns the current position, for [`rewind`](Self::rewind).
    #[inline]
    pub fn mark(&self) -> Mark {
        Mark { at: self.at, name_at: self.name_at, depth: self.depth, fresh: self.fresh, members: self.members }
    }

    /// Goes back to where [`mark`](Self::mark) was called on this reader. Members that are read again count once.
    #[inline]
    pub fn rewind(&mut self, mark: Mark) {
        self.at = mark.at;
        self.name_at = mark.name_at;
        self.depth = mark.depth;
        self.fresh = mark.fresh;
        self.members = mark.members;
    }

    /// Goes to the value of a member that [`look_ahead`](Self::look_ahead) found. Before anything else is read
    /// after that value, the reader has to [`rewind`](Self::rewind).
    #[inline]
    pub(crate) fn jump(&mut self, value: usize) {
        self.at = value;
    }

    /// Returns the kind of the next value, which is not read.
    #[inline]
    pub fn peek(&mut self) -> Result<Token, JsonError> {
        match self.next_byte() {
            b'"' => Ok(Token::String),
            b'-' | b'0'..=b'9' => Ok(Token::Number),
            b'{' => Ok(Token::Object),
            b'[' => Ok(Token::Array),
            b't' | b'f' => Ok(Token::Boolean),
            b'n' => Ok(Token::Null),
            _ => Err(self.unexpected()),
        }
    }

    /// Reads the opening bracket of an object; [`next_name`](Self::next_name) follows.
    #[inline]
    pub fn begin_object(&mut self) -> Result<(), JsonError> {
        if self.next_byte() != b'{' {
            return Err(self.expected(Token::Object));
        }
        self.enter()
    }

    /// Reads the name of the next member and stays before its value. Leaves the object and returns `None` if there
    /// are no more members.
    #[inline]
    pub fn next_name(&mut self) -> Result<Option<&str>, JsonError> {
        match self.next_byte() {
            b',' if !self.fresh => {
                self.at += 1;
                if self.next_byte() != b'"' {
                    return Err(self.unexpected());
                }
            }
            b'"' if self.fresh => self.fresh = false,
            b'}' => {
                self.leave();
                return Ok(None);
            }
            _ => return Err(self.unexpected()),
        }
        self.count_member()?;
        self.name_at = self.at;
        let name = self.string_text()?;
        if self.next_byte() != b':' {
            return Err(self.unexpected());
        }
        self.at += 1;
        Ok(Some(self.resolve(&name)))
    }

    /// Reads the name of the next member if it is `written` there: the name in quotes, without escapes, and the colon
    /// right after it. If it returns false, nothing was read, and [`next_name`](Self::next_name) reads whatever is
    /// there.
    #[inline]
    pub fn take_name(&mut self, written: &str) -> Result<bool, JsonError> {
        let mut at = match self.next_byte() {
            b',' if !self.fresh => self.at + 1,
            b'"' if self.fresh => self.at,
            _ => return Ok(false),
        };
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.bytes().get(at) {
            at += 1;
        }
        if !begins_with(&self.bytes()[at..], written) {
            return Ok(false);
        }
        self.count_member()?;
        self.fresh = false;
        self.name_at = at;
        self.at = at + written.len();
        Ok(true)
    }

    /// Reads the opening bracket of an array; [`next_item`](Self::next_item) follows.
    #[inline]
    pub fn begin_array(&mut self) -> Result<(), JsonError> {
        if self.next_byte() != b'[' {
            return Err(self.expected(Token::Array));
        }
        self.enter()
    }

    /// Goes to the next item of an array and stays before it. Leaves the array and returns false if there are no
    /// more items.
    #[inline]
    pub fn next_item(&mut self) -> Result<bool, JsonError> {
        match self.next_byte() {
            b']' => {
                self.leave();
                return Ok(false);
            }
            _ if self.fresh => self.fresh = false,
            b',' => {
                self.at += 1;
                self.next_byte();
            }
            _ => return Err(self.unexpected()),
        }
        self.count_member()?;
        Ok(true)
    }

    /// Reads a string, with its escapes decoded.
    #[inline]
    pub fn string(&mut self) -> Result<&str, JsonError> {
        if self.next_byte() != b'"' {
            return Err(self.expected(Token::String));
        }
        let text = self.string_text()?;
        Ok(self.resolve(&text))
    }

    /// Reads a number and returns its text with every digit.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "numbers are common, and few functions read them")]
    pub fn number(&mut self) -> Result<&'j str, JsonError> {
        if !matches!(self.next_byte(), b'-' | b'0'..=b'9') {
            return Err(self.expected(Token::Number));
        }
        let start = self.at;
        match number_end(self.bytes(), start) {
            Ok(end) => {
                self.at = end;
                Ok(&self.text[start..end])
            }
            Err(end) if end == self.text.len() => Err(JsonError::new(JsonErrorKind::UnexpectedEnd, end)),
            Err(_) => Err(JsonError::new(JsonErrorKind::InvalidNumber, start)),
        }
    }

    /// Reads `true` or `false`.
    #[inline]
    pub fn boolean(&mut self) -> Result<bool, JsonError> {
        match self.next_byte() {
            b't' => self.literal("true").map(|()| true),
            b'f' => self.literal("false").map(|()| false),
            _ => Err(self.expected(Token::Boolean)),
        }
    }

    /// Reads `null`; fails for any other value.
    #[inline]
    pub fn null(&mut self) -> Result<(), JsonError> {
        if self.next_byte() != b'n' {
            return Err(self.expected(Token::Null));
        }
        self.literal("null")
    }

    /// Verifies that the body has ended.
    pub fn finish(&mut self) -> Result<(), JsonError> {
        self.next_byte();
        if self.at == self.text.len() {
            Ok(())
        } else {
            Err(JsonError::new(JsonErrorKind::TrailingCharacters, self.at))
        }
    }

    /// Returns the text from `start` to the cursor.
    pub(super) fn text_from(&self, start: usize) -> &'j str {
        &self.text[start..self.at]
    }

    #[inline]
    pub(crate) fn bytes(&self) -> &'j [u8] {
        self.text.as_bytes()
    }

    /// Skips white space and returns the byte after it; zero, which starts no token, at the end of the body.
    #[inline]
    fn next_byte(&mut self) -> u8 {
        match self.bytes().get(self.at) {
            // All tokens begin with such a byte, and in most bodies nothing precedes them.
            Some(&byte) if byte > b' ' => byte,
            _ => self.byte_after_space(),
        }
    }

    #[inline]
    fn byte_after_space(&mut self) -> u8 {
        while let Some(&byte) = self.bytes().get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return byte;
            }
            self.at += 1;
        }
        0
    }

    #[inline]
    fn enter(&mut self) -> Result<(), JsonError> {
        if self.depth >= self.limits.depth {
            return Err(JsonError::new(JsonErrorKind::TooDeep, self.at));
        }
        self.depth += 1;
        self.fresh = true;
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.fresh = false;
        self.at += 1;
    }

    #[inline]
    fn count_member(&mut self) -> Result<(), JsonError> {
        if self.members >= self.limits.members {
            return Err(JsonError::new(JsonErrorKind::TooManyMembers, self.at));
        }
        self.members += 1;
        Ok(())
    }

    /// Reads the string whose opening quote is at the cursor.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "its result is taken apart at once, in registers")]
    fn string_text(&mut self) -> Result<Text<'j>, JsonError> {
        let start = self.at + 1;
        let end = plain_end(self.bytes(), start);
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Text::Plain(&self.text[start..end]));
        }
        self.decode_string(start)?;
        Ok(Text::Decoded)
    }

    #[inline]
    fn resolve<'s>(&'s self, text: &Text<'s>) -> &'s str {
        match text {
            Text::Plain(text) => text,
            Text::Decoded => &self.decoded,
        }
    }

    /// Reads the string that starts at `start` and has escapes or is faulty.
    #[cold]
    #[inline(never)]
    fn decode_string(&mut self, start: usize) -> Result<(), JsonError> {
        let bytes = self.bytes();
        let mut from = start;
        self.decoded.clear();
        loop {
            let end = plain_end(bytes, from);
            self.decoded.push_str(&self.text[from..end]);
            match bytes.get(end) {
                Some(b'"') => {
                    self.at = end + 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    let (character, next) = unescape(bytes, end)?;
                    self.decoded.push(character);
                    from = next;
                }
                Some(_) => return Err(JsonError::new(JsonErrorKind::ControlCharacter, end)),
                None => return Err(JsonError::new(JsonErrorKind::UnexpectedEnd, end)),
            }
        }
    }

    #[inline]
    fn literal(&mut self, word: &str) -> Result<(), JsonError> {
        if !self.bytes()[self.at..].starts_with(word.as_bytes()) {
            return Err(self.broken_literal(word));
        }
        self.at += word.len();
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn broken_literal(&mut self, word: &str) -> JsonError {
        let rest = &self.bytes()[self.at..];
        let common = rest.iter().zip(word.as_bytes()).take_while(|(found, wanted)| found == wanted);
        self.at += common.count();
        self.unexpected()
    }

    /// Returns the error for a value that is not a `token`, or not a value at all.
    #[cold]
    #[inline(never)]
    fn expected(&mut self, token: Token) -> JsonError {
        match self.peek() {
            Ok(_) => JsonError::new(JsonErrorKind::Expected(token), self.at),
            Err(error) => error,
        }
    }

    /// Returns the error for the text at the cursor.
    #[cold]
    #[inline(never)]
    fn unexpected(&self) -> JsonError {
        let kind =
            if self.at == self.text.len() { JsonErrorKind::UnexpectedEnd } else { JsonErrorKind::UnexpectedCharacter };
        JsonError::new(kind, self.at)
    }
}
