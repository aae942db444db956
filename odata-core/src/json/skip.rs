//! Skipping whole values.

use super::{JsonError, JsonErrorKind, JsonReader, Token, escape::unescape, scan::plain_end};

impl<'j> JsonReader<'j> {
    /// Skips the next value, whatever it is, and validates it like any other.
    // Iterative: the caller chooses the depth limit, but not the size of the stack.
    pub fn skip_value(&mut self) -> Result<(), JsonError> {
        let mut open = Nesting::default();
        loop {
            match self.peek()? {
                Token::Null => self.null()?,
                Token::Boolean => drop(self.boolean()?),
                Token::Number => drop(self.number()?),
                Token::String => self.skip_string()?,
                Token::Object => {
                    self.begin_object()?;
                    open.push(Frame::Object);
                }
                Token::Array => {
                    self.begin_array()?;
                    open.push(Frame::Array);
                }
            }
            if !self.skip_to_value(&mut open)? {
                return Ok(());
            }
        }
    }

    /// Skips the string whose opening quote is at the cursor, validating its escapes.
    fn skip_string(&mut self) -> Result<(), JsonError> {
        let bytes = self.bytes();
        let mut end = plain_end(bytes, self.at + 1);
        while bytes.get(end) == Some(&b'\\') {
            let (_, next) = unescape(bytes, end)?;
            end = plain_end(bytes, next);
        }
        match bytes.get(end) {
            Some(b'"') => {
                self.at = end + 1;
                Ok(())
            }
            Some(_) => Err(JsonError::new(JsonErrorKind::ControlCharacter, end)),
            None => Err(JsonError::new(JsonErrorKind::UnexpectedEnd, end)),
        }
    }

    /// Skips the next value and returns its text, without the white space around it.
    pub fn raw_value(&mut self) -> Result<&'j str, JsonError> {
        let start = self.value_offset();
        self.skip_value()?;
        Ok(self.text_from(start))
    }

    /// Returns the name that [`next_name`](Self::next_name) or [`take_name`](Self::take_name) read last, as long as
    /// nothing but white space was read after it.
    pub(crate) fn last_name(&self) -> String {
        let name = JsonReader::new(self.text_from(self.name_offset()).as_bytes());
        name.and_then(|mut name| name.string().map(str::to_owned)).unwrap_or_default()
    }

    /// Goes from the end of a value to the start of the next one in the open frames; returns false when all
    /// are closed.
    fn skip_to_value(&mut self, open: &mut Nesting) -> Result<bool, JsonError> {
        while let Some(frame) = open.innermost() {
            let more = match frame {
                Frame::Object => self.next_name()?.is_some(),
                Frame::Array => self.next_item()?,
            };
            if more {
                return Ok(true);
            }
            open.pop();
        }
        Ok(false)
    }
}

#[derive(Clone, Copy)]
enum Frame {
    Object,
    Array,
}

/// A stack of frames at one bit each, the innermost lowest; it allocates only beyond
/// [`Nesting::WORD`] frames.
#[derive(Default)]
struct Nesting {
    depth: usize,
    inner: u64,
    outer: Vec<u64>,
}

impl Nesting {
    const WORD: usize = 64;

    #[inline]
    fn push(&mut self, frame: Frame) {
        if self.depth > 0 && self.depth.is_multiple_of(Self::WORD) {
            self.outer.push(self.inner);
        }
        self.inner = self.inner << 1 | u64::from(matches!(frame, Frame::Array));
        self.depth += 1;
    }

    #[inline]
    fn innermost(&self) -> Option<Frame> {
        match (self.depth, self.inner & 1) {
            (0, _) => None,
            (_, 0) => Some(Frame::Object),
            _ => Some(Frame::Array),
        }
    }

    #[inline]
    fn pop(&mut self) {
        self.depth -= 1;
        self.inner >>= 1;
        if self.depth.is_multiple_of(Self::WORD) {
            self.inner = self.outer.pop().unwrap_or(0);
        }
    }
}
