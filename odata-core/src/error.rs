//! The one error type.

use std::fmt;

use crate::json::{JsonError, JsonErrorKind, JsonWriter, Location, Place, places};

/// What [`Error`] comes with.
pub type Result<T> = std::result::Result<T, Error>;

/// Why something was refused: a code for programs, a message for people, and the place.
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

/// What kind of fault an [`Error`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// The text is not JSON.
    InvalidJson,
    /// Objects and arrays are nested deeper than the limit.
    TooDeep,
    /// More members and items than the limit.
    TooManyMembers,
    /// A value is of another kind than its type, as a string for a number.
    WrongType,
    /// Null for something that is not nullable.
    NullNotAllowed,
    /// A number outside of the range of its type, or a value with more digits than the facets `Precision` and `Scale` allow.
    OutOfRange,
    /// Text that is not a literal of its type.
    InvalidLiteral,
    /// The name of no member of an enumeration type.
    UnknownMember,
    /// A value that is longer than the facet `MaxLength`.
    TooLong,
    /// A member that the type does not declare.
    UndeclaredProperty,
    /// A member that was there before.
    DuplicateMember,
    /// A property that has no value, and must have one.
    MissingProperty,
    /// The name of no type of the model.
    UnknownType,
    /// The name of an abstract type, which has no instances.
    AbstractType,
    /// A type that is not the declared one and does not derive from it.
    TypeMismatch,
    /// The declared type is abstract and the value does not name its type.
    TypeRequired,
    /// A property that no update changes.
    NotUpdatable,
    /// Related entities or links in a body that takes none.
    DeepOperationNotSupported,
    /// A fault of the entity data model itself.
    InvalidModel,
    /// Anything else that a request asks for and that is not possible.
    BadRequest,
}

impl ErrorCode {
    /// The code as it stands in an error response.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidJson => "InvalidJson",
            Self::TooDeep => "TooDeep",
            Self::TooManyMembers => "TooManyMembers",
            Self::WrongType => "WrongType",
            Self::NullNotAllowed => "NullNotAllowed",
            Self::OutOfRange => "OutOfRange",
            Self::InvalidLiteral => "InvalidLiteral",
            Self::UnknownMember => "UnknownMember",
            Self::TooLong => "TooLong",
            Self::UndeclaredProperty => "UndeclaredProperty",
            Self::DuplicateMember => "DuplicateMember",
            Self::MissingProperty => "MissingProperty",
            Self::UnknownType => "UnknownType",
            Self::AbstractType => "AbstractType",
            Self::TypeMismatch => "TypeMismatch",
            Self::TypeRequired => "TypeRequired",
            Self::NotUpdatable => "NotUpdatable",
            Self::DeepOperationNotSupported => "DeepOperationNotSupported",
            Self::InvalidModel => "InvalidModel",
            Self::BadRequest => "BadRequest",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl Error {
    /// An error without a place.
    #[cold]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self(Box::new(Content { code, message: message.into(), target: None, location: None, details: Vec::new() }))
    }

    /// The error with the path of the property that it is about.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.0.target = Some(target.into());
        self
    }

    /// The error with a place in a JSON text.
    #[must_use]
    pub fn with_location(mut self, location: Location) -> Self {
        self.0.location = Some(location);
        self
    }

    /// The error with a further one.
    #[must_use]
    pub fn with_detail(mut self, detail: Error) -> Self {
        self.0.details.push(detail);
        self
    }

    /// One error of many: the first, with the others as details. `None` if there are none.
    pub fn from_many(errors: impl IntoIterator<Item = Error>) -> Option<Self> {
        let mut errors = errors.into_iter();
        let first = errors.next()?;
        Some(errors.fold(first, Self::with_detail))
    }

    /// A fault of the JSON text `body` itself.
    #[cold]
    pub(crate) fn of_json(body: &[u8], error: JsonError) -> Self {
        let code = match error.kind() {
            JsonErrorKind::TooDeep => ErrorCode::TooDeep,
            JsonErrorKind::TooManyMembers => ErrorCode::TooManyMembers,
            JsonErrorKind::DuplicateMember => ErrorCode::DuplicateMember,
            JsonErrorKind::NumberOutOfRange => ErrorCode::OutOfRange,
            JsonErrorKind::Expected(_) => ErrorCode::WrongType,
            _ => ErrorCode::InvalidJson,
        };
        let mut places = places(body, &[error.offset()]);
        let located = Self::new(code, error.kind().to_string());
        match places.pop() {
            Some(place) => located.at(place, None),
            None => located,
        }
    }

    /// The error with path, line and column. `member` is a member of the value at that place that has no place of its own,
    /// because it is missing.
    #[cold]
    pub(crate) fn at(self, place: Place, member: Option<&str>) -> Self {
        let Place { mut path, location } = place;
        if let Some(member) = member {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(member);
        }
        let located = self.with_location(location);
        if path.is_empty() { located } else { located.with_target(path) }
    }

    /// What kind of fault it is.
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// What is wrong, in words, without the place.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The path of the property that it is about, such as `checkinStatuses/0/userId`.
    pub fn target(&self) -> Option<&str> {
        self.0.target.as_deref()
    }

    /// Where in the JSON text it is.
    pub fn location(&self) -> Option<Location> {
        self.0.location
    }

    /// Further faults of the same text or model.
    pub fn details(&self) -> &[Error] {
        &self.0.details
    }

    /// This error without its details, and then the details.
    pub fn all(&self) -> impl Iterator<Item = &Error> {
        std::iter::once(self).chain(self.details())
    }

    /// The body of an error response (OData JSON 4.01 §21.1), without a target or details where there are none.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        self.write_json_with_code(self.0.code.as_str(), out);
    }

    /// The body of an error response with a code of the caller's.
    pub fn write_json_with_code(&self, code: &str, out: &mut Vec<u8>) {
        let mut writer = JsonWriter::with_buffer(std::mem::take(out));
        writer.raw("{\"error\":{");
        self.write_members(code, &mut writer);
        for (position, detail) in self.details().iter().enumerate() {
            writer.raw(if position == 0 { ",\"details\":[{" } else { ",{" });
            detail.write_members(detail.0.code.as_str(), &mut writer);
            writer.raw("}");
        }
        writer.raw(if self.details().is_empty() { "}}" } else { "]}}" });
        *out = writer.into_bytes();
    }

    fn write_members(&self, code: &str, writer: &mut JsonWriter) {
        writer.raw("\"code\":");
        writer.string(code);
        writer.raw(",\"message\":");
        match self.location() {
            Some(Location { line, column, .. }) => {
                writer.string(&format!("{} (line {line}, column {column})", self.message()));
            }
            None => writer.string(self.message()),
        }
        if let Some(target) = self.target() {
            writer.raw(",\"target\":");
            writer.string(target);
        }
    }
}

/// `path: message (line 3, column 7)`.
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
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn only_what_is_known_is_written() {
        let error = Error::new(ErrorCode::BadRequest, "no");
        assert_eq!(written(&error), r#"{"error":{"code":"BadRequest","message":"no"}}"#);
        let detail = Error::new(ErrorCode::WrongType, "a").with_target("x/y");
        let one = error.with_detail(detail);
        assert_eq!(
            written(&one),
            concat!(
                r#"{"error":{"code":"BadRequest","message":"no","#,
                r#""details":[{"code":"WrongType","message":"a","target":"x/y"}]}}"#
            )
        );
        let two = one.with_target("x").with_detail(Error::new(ErrorCode::TooLong, "b"));
        assert_eq!(
            written(&two),
            concat!(
                r#"{"error":{"code":"BadRequest","message":"no","target":"x","#,
                r#""details":[{"code":"WrongType","message":"a","target":"x/y"},{"code":"TooLong","message":"b"}]}}"#
            )
        );
    }
}
