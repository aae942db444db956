//! Errors of JSON bodies.

use super::Token;
use std::fmt;

/// A fault in a JSON body: its kind and its byte offset.
///
/// Line, column and property path are computed from the body and the offset on demand, by
/// [`Location::from_offset`](super::Location::from_offset) and [`path_at`](super::path_at).
// Eight bytes, so that `Result<&str, JsonError>` travels in two registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    offset: u32,
    kind: JsonErrorKind,
}

/// The kinds of faults of a JSON body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// The body is not UTF-8; the offset is that of the first wrong byte sequence.
    InvalidUtf8,
    /// The body starts with a byte order mark.
    ByteOrderMark,
    /// The body ends where JSON must go on.
    UnexpectedEnd,
    /// A character that is not allowed here.
    UnexpectedCharacter,
    /// A backslash in a string that does not start an escape of JSON.
    InvalidEscape,
    /// A `\u` escape with one half of a surrogate pair.
    LoneSurrogate,
    /// A control character in a string that is not escaped.
    ControlCharacter,
    /// A number that JSON does not allow, like `01` or `1.x`; the offset is that of its first character.
    InvalidNumber,
    /// A number too large for the type it is read as.
    NumberOutOfRange,
    /// Something other than white space follows the value.
    TrailingCharacters,
    /// Objects and arrays are nested deeper than [`Limits::depth`](super::Limits::depth).
    TooDeep,
    /// There are more members and items than [`Limits::members`](super::Limits::members).
    TooManyMembers,
    /// Two members of an object have the same name; the offset is that of the second name.
    DuplicateMember,
    /// A well-formed value of another kind was found where this kind was expected.
    Expected(Token),
}

impl JsonError {
    /// Creates the fault `kind` at the byte `offset`. Offsets of 4 GiB and more are all reported as `u32::MAX`.
    #[cold]
    pub fn new(kind: JsonErrorKind, offset: usize) -> Self {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        JsonError { offset, kind }
    }

    /// Returns the kind of the fault at the offset.
    pub fn kind(&self) -> JsonErrorKind {
        self.kind
    }

    /// Returns the offset in the body, in bytes.
    pub fn offset(&self) -> usize {
        self.offset as usize
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} (at byte {})", self.kind, self.offset)
    }
}

impl fmt::Display for JsonErrorKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            JsonErrorKind::InvalidUtf8 => "the JSON is not valid UTF-8",
            JsonErrorKind::ByteOrderMark => "the JSON starts with a byte order mark",
            JsonErrorKind::UnexpectedEnd => "the JSON ends before it is complete",
            JsonErrorKind::UnexpectedCharacter => "this character is not allowed here in JSON",
            JsonErrorKind::InvalidEscape => "the string has an invalid escape sequence",
            JsonErrorKind::LoneSurrogate => "the string has half of a surrogate pair",
            JsonErrorKind::ControlCharacter => "the string has a control character that is not escaped",
            JsonErrorKind::InvalidNumber => "the number is not valid JSON",
            JsonErrorKind::NumberOutOfRange => "the number is out of range",
            JsonErrorKind::TrailingCharacters => "something follows the end of the JSON value",
            JsonErrorKind::TooDeep => "objects and arrays are nested too deeply",
            JsonErrorKind::TooManyMembers => "the JSON has too many members and items",
            JsonErrorKind::DuplicateMember => "the object has another member with this name",
            JsonErrorKind::Expected(token) => return write!(formatter, "{token} was expected"),
        })
    }
}

impl std::error::Error for JsonError {}
