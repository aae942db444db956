mod code;

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct};

pub use self::code::ErrorCode;
use crate::json::{JsonError, JsonErrorKind, Located, Location, locate};

/// The result of an operation that fails with an [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

/// The reason why something was refused: a code for programs, a message for people, and the position.
///
/// It is passed unchanged from its origin to the response of a service, whose status is that of its [code](ErrorCode).
///
/// All faults of one body come as one error: the first, with the others as its [`details`](Error::details).
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Content>);

#[derive(Clone, PartialEq, Eq)]
struct Content {
    code: ErrorCode,
    message: String,
    target: Option<String>,
    location: Option<Location>,
    details: Vec<Error>,
}

impl Error {
    /// Creates an error without a position.
    #[cold]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Box::new(Content { code, message: message.into(), target: None, location: None, details: Vec::new() }))
    }

    /// Sets the path of the property that it is about.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.0.target = Some(target.into());
        self
    }

    /// Sets the position in a text that it is about.
    #[must_use]
    pub fn with_location(mut self, location: Location) -> Self {
        self.0.location = Some(location);
        self
    }

    /// Adds another error as the last detail.
    #[must_use]
    pub fn with_detail(mut self, detail: Error) -> Self {
        self.0.details.push(detail);
        self
    }

    /// Combines errors into one: the first, with the others as details. `None` if there is no error.
    pub fn from_many(errors: impl IntoIterator<Item = Error>) -> Option<Self> {
        let mut errors = errors.into_iter();
        let first = errors.next()?;
        Some(errors.fold(first, Self::with_detail))
    }

    /// Creates the error for a fault of the JSON text `body` itself.
    #[cold]
    pub(crate) fn of_json(body: &[u8], error: JsonError) -> Self {
        let code = match error.kind() {
            JsonErrorKind::TooDeep => ErrorCode::TOO_DEEP,
            JsonErrorKind::TooManyMembers => ErrorCode::TOO_MANY_MEMBERS,
            JsonErrorKind::DuplicateMember => ErrorCode::DUPLICATE_MEMBER,
            JsonErrorKind::NumberOutOfRange => ErrorCode::OUT_OF_RANGE,
            JsonErrorKind::Expected(_) => ErrorCode::WRONG_TYPE,
            _ => ErrorCode::INVALID_JSON,
        };
        let fault = Self::new(code, error.kind().to_string());
        match locate(body, &[error.offset()]).pop() {
            Some(located) => fault.at(located, None),
            None => fault,
        }
    }

    /// Adds path, line and column. `member` is a member of the value at that position that has no position of its
    /// own, because it is missing.
    #[cold]
    pub(crate) fn at(self, place: Located, member: Option<&str>) -> Self {
        let Located { mut path, location } = place;
        if let Some(member) = member {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(member);
        }
        let located = self.with_location(location);
        if path.is_empty() { located } else { located.with_target(path) }
    }

    /// Returns the code, for programs.
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// Returns the HTTP status of a response with this error, which is that of its [code](ErrorCode::status).
    pub fn status(&self) -> u16 {
        self.0.code.status()
    }

    /// Returns the description of the fault, without the position.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Returns the path of the property that it is about, such as `checkinStatuses/0/userId`.
    pub fn target(&self) -> Option<&str> {
        self.0.target.as_deref()
    }

    /// Returns the position in the text.
    pub fn location(&self) -> Option<Location> {
        self.0.location
    }

    /// Returns further faults of the same text or model.
    pub fn details(&self) -> &[Error] {
        &self.0.details
    }

    /// Returns this error without its details, followed by the details.
    pub fn all(&self) -> impl Iterator<Item = &Error> {
        std::iter::once(self).chain(self.details())
    }

    /// Appends the body of an error response (OData JSON 4.01 §21.1): the error as it is serialized.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        let written = serde_json::to_writer(out, self);
        debug_assert!(written.is_ok(), "memory accepts all bytes, and all keys are text");
    }
}

/// Serializes as the body of an error response (OData JSON 4.01 §21.1). A missing target and empty details are left out.
///
/// ```
/// use odata_core::{Error, ErrorCode};
///
/// let error = Error::new(ErrorCode::TOO_LONG, "at most 5 characters").with_target("name");
/// let body = r#"{"error":{"code":"TooLong","message":"at most 5 characters","target":"name"}}"#;
/// assert_eq!(serde_json::to_string(&error)?, body);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut body = serializer.serialize_struct("Body", 1)?;
        body.serialize_field("error", &ErrorObject { error: self, details: self.details() })?;
        body.end()
    }
}

/// The object with the members of an error. A detail has no details.
struct ErrorObject<'a> {
    error: &'a Error,
    details: &'a [Error],
}

impl Serialize for ErrorObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let Self { error, details } = self;
        let target = error.target();
        let length = 2 + usize::from(target.is_some()) + usize::from(!details.is_empty());
        let mut object = serializer.serialize_struct("Error", length)?;
        object.serialize_field("code", error.code().as_str())?;
        match error.location() {
            Some(Location { line, column, .. }) => {
                let message = format!("{} (line {line}, column {column})", error.message());
                object.serialize_field("message", &message)?;
            }
            None => object.serialize_field("message", error.message())?,
        }
        if let Some(target) = target {
            object.serialize_field("target", target)?;
        }
        if !details.is_empty() {
            let details: Vec<_> = details.iter().map(|error| ErrorObject { error, details: &[] }).collect();
            object.serialize_field("details", &details)?;
        }
        object.end()
    }
}

/// Writes `path: message (line 3, column 7)`.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(target) = self.target() {
            write!(formatter, "{target}: ")?;
        }
        formatter.write_str(self.message())?;
        if let Some(Location { line, column, .. }) = self.location() {
            write!(formatter, " (line {line}, column {column})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self}", self.code())?;
        for detail in self.details() {
            write!(formatter, "; {detail:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(error: &Error) -> String {
        let mut out = Vec::new();
        error.write_json(&mut out);
        assert_eq!(serde_json::to_vec(error).expect("text"), out);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn only_what_is_known_is_written() {
        let error = Error::new(ErrorCode::BAD_REQUEST, "no");
        assert_eq!(written(&error), r#"{"error":{"code":"BadRequest","message":"no"}}"#);
        let detail = Error::new(ErrorCode::WRONG_TYPE, "a").with_target("x/y");
        let one = error.with_detail(detail);
        assert_eq!(
            written(&one),
            concat!(
                r#"{"error":{"code":"BadRequest","message":"no","#,
                r#""details":[{"code":"WrongType","message":"a","target":"x/y"}]}}"#
            )
        );
        let two = one.with_target("x").with_detail(Error::new(ErrorCode::TOO_LONG, "b"));
        assert_eq!(
            written(&two),
            concat!(
                r#"{"error":{"code":"BadRequest","message":"no","target":"x","#,
                r#""details":[{"code":"WrongType","message":"a","target":"x/y"},{"code":"TooLong","message":"b"}]}}"#
            )
        );
    }

    #[test]
    fn the_message_has_the_place_and_the_body_no_details_of_details() {
        let error =
            Error::new(ErrorCode::INVALID_JSON, "\"\u{1}ä").with_location(Location { offset: 9, line: 2, column: 7 });
        let inner = Error::new(ErrorCode::TOO_LONG, "b").with_detail(Error::new(ErrorCode::TOO_DEEP, "c"));
        assert_eq!(
            written(&error.with_detail(inner)),
            concat!(
                r#"{"error":{"code":"InvalidJson","message":"\"\u0001ä (line 2, column 7)","#,
                r#""details":[{"code":"TooLong","message":"b"}]}}"#
            )
        );
    }

    #[test]
    fn the_status_is_that_of_the_code() {
        for (code, status) in [
            (ErrorCode::TOO_LONG, 400),
            (ErrorCode::INVALID_MODEL, 500),
            (ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, 501),
            (ErrorCode::new("QuotaExceeded", 409), 409),
        ] {
            assert_eq!(Error::new(code, "no").with_target("x").status(), status, "{code}");
        }
    }
}
