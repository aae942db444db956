//! The kinds of JSON values.

use std::fmt;

/// The kind of a JSON value, determined by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A value that begins with a digit or `-`.
    Number,
    /// A value that begins with `"`.
    String,
    /// A value that begins with `{`.
    Object,
    /// A value that begins with `[`.
    Array,
}

impl fmt::Display for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Token::Null => "null",
            Token::Boolean => "a boolean",
            Token::Number => "a number",
            Token::String => "a string",
            Token::Object => "an object",
            Token::Array => "an array",
        })
    }
}
