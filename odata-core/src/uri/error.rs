//! Errors of URLs, with their positions.

use std::fmt;

use crate::{Error, ErrorCode};

/// The maximum number of names that a message lists.
const NAMES: usize = 10;

/// The reason why a part of a URL was refused: what was found there, at which position, and what is possible instead.
///
/// ```
/// use odata_core::uri::percent;
///
/// let error = percent::decode("50%_off").unwrap_err();
/// assert_eq!((error.offset(), error.found()), (2, "%_o"));
/// assert_eq!(
///     error.to_string(),
///     "`%_o` is not a percent-encoded byte; `%25` is a percent sign (character 3)"
/// );
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct UriError(Box<Content>);

#[derive(Clone, PartialEq, Eq)]
struct Content {
    code: ErrorCode,
    message: String,
    found: String,
    possible: Vec<&'static str>,
    target: Option<String>,
    offset: usize,
    character: usize,
    part: Option<&'static str>,
}

impl UriError {
    /// Creates an error about what was found at an offset of a text.
    #[cold]
    pub(crate) fn new(code: ErrorCode, offset: usize, found: impl Into<String>, message: impl Into<String>) -> Self {
        Self(Box::new(Content {
            code,
            message: message.into(),
            found: found.into(),
            possible: Vec::new(),
            target: None,
            offset,
            character: offset + 1,
            part: None,
        }))
    }

    /// Creates the error of a service that does not serve the part of a path that begins at `offset`: 501, with its
    /// name as the target. `what` names the kind of the part.
    ///
    /// ```
    /// use odata_core::uri::UriError;
    ///
    /// let error = UriError::not_supported("the path segment", "$count", "songs/$count", 6);
    /// assert_eq!((error.code().status(), error.target()), (501, Some("$count")));
    /// assert_eq!(error.to_string(), "the path segment `$count` is not supported (character 7)");
    /// ```
    #[cold]
    #[must_use]
    pub fn not_supported(what: &str, name: &str, path: &str, offset: usize) -> Self {
        let message = format!("{what} `{name}` is not supported");
        Self::new(ErrorCode::NOT_SUPPORTED, offset, name, message).with_target(name).within(path, |offset| offset)
    }

    /// Adds the names that are possible instead.
    pub(crate) fn with_possible(mut self, possible: impl IntoIterator<Item = &'static str>) -> Self {
        self.0.possible.extend(possible);
        self
    }

    /// Adds the name of the property or option that it is about.
    pub(crate) fn with_target(mut self, target: impl Into<String>) -> Self {
        self.0.target = Some(target.into());
        self
    }

    /// Turns the error into one about `text`, in which `place` finds its offset.
    pub(crate) fn within(mut self, text: &str, place: impl FnOnce(usize) -> usize) -> Self {
        let offset = place(self.0.offset);
        self.0.offset = offset;
        self.0.character = text.get(..offset).map_or(offset, |before| before.chars().count()) + 1;
        self
    }

    /// Turns the error into one about a longer text, which begins with `before` and goes on with the text that was
    /// read; `part` names the longer text: "path", "query".
    ///
    /// ```
    /// use odata_core::uri::percent;
    ///
    /// let error = percent::decode("%zz").unwrap_err().after("/songs/", "path");
    /// assert_eq!(error.offset(), 7);
    /// assert!(error.to_string().ends_with("(character 8 of the path)"));
    /// ```
    #[must_use]
    pub fn after(mut self, before: &str, part: &'static str) -> Self {
        self.0.offset += before.len();
        self.0.character += before.chars().count();
        self.0.part = Some(part);
        self
    }

    /// Returns the code, which has the status that a service answers with: 400 for malformed text, 404 for paths
    /// that lead to nothing, 501 for parts of OData that this crate does not read.
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// Returns the offset in the text that was read, in bytes.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// Returns what was found there, decoded; empty at the end of the text.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// Returns the names that are possible there, if it must be a name.
    pub fn possible(&self) -> &[&'static str] {
        &self.0.possible
    }

    /// Returns the name of the part that the error is about, such as a key property, if it is known.
    pub fn target(&self) -> Option<&str> {
        self.0.target.as_deref()
    }

    /// Returns the description of the fault, without the position.
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

/// Writes the message, the position, and the possible names.
impl fmt::Display for UriError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Content { message, possible, character, part, .. } = &*self.0;
        write!(formatter, "{message} (character {character}")?;
        if let Some(part) = part {
            write!(formatter, " of the {part}")?;
        }
        formatter.write_str(")")?;
        for (position, name) in possible.iter().take(NAMES).enumerate() {
            write!(formatter, "{} `{name}`", if position == 0 { "; possible are" } else { "," })?;
        }
        if possible.len() > NAMES { write!(formatter, " and {} more", possible.len() - NAMES) } else { Ok(()) }
    }
}

impl fmt::Debug for UriError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self}", self.code())
    }
}

impl std::error::Error for UriError {}

/// Converts into the error of a response: code, target, and the message with position and possible names.
impl From<UriError> for Error {
    fn from(error: UriError) -> Self {
        let response = Self::new(error.code(), error.to_string());
        match error.0.target {
            Some(target) => response.with_target(target),
            None => response,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_has_position_and_possible_names() {
        let error = UriError::new(ErrorCode::NOT_FOUND, 3, "x", "`x` is nothing").with_target("x");
        assert_eq!(error.to_string(), "`x` is nothing (character 4)");
        let error = error.with_possible(["a", "b"]).after("0123456789", "path");
        assert_eq!(error.to_string(), "`x` is nothing (character 14 of the path); possible are `a`, `b`");
        assert_eq!(format!("{error:?}"), format!("NotFound: {error}"));
        let response = Error::from(error.clone());
        assert_eq!((response.status(), response.target()), (404, Some("x")));
        assert_eq!(response.message(), error.to_string());
        let many = error.with_possible(["c"; 12]);
        assert!(many.to_string().ends_with("`c` and 4 more"), "{many}");
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let error = UriError::new(ErrorCode::BAD_REQUEST, 0, "", "no").within("äöx", |_| 4);
        assert_eq!((error.offset(), error.to_string().as_str()), (4, "no (character 3)"));
    }
}
