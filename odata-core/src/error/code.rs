use std::fmt;

/// The kind of fault that an [`Error`](crate::Error) is about: a word for programs, and the HTTP status of a response
/// with it.
///
/// The constants are the codes of this crate and of the service. An application adds codes of its own, and matches on
/// all of them:
///
/// ```
/// use odata_core::{Error, ErrorCode};
///
/// const QUOTA: ErrorCode = ErrorCode::new("QuotaExceeded", 409);
///
/// fn may_be_tried_again(error: &Error) -> bool {
///     match error.code() {
///         QUOTA | ErrorCode::SERVICE_UNAVAILABLE => true,
///         code => code.status() == 429,
///     }
/// }
///
/// assert!(may_be_tried_again(&Error::new(QUOTA, "the tenant has 10 policies already")));
/// assert!(!may_be_tried_again(&Error::new(ErrorCode::TOO_LONG, "the name is too long")));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ErrorCode {
    code: &'static str,
    status: u16,
}

impl ErrorCode {
    /// Creates a code from the word in error responses and the HTTP status.
    ///
    /// # Panics
    ///
    /// Panics if the status is not one of an error, 400 to 599. In a constant this is a compile error:
    ///
    /// ```compile_fail,E0080
    /// # use odata_core::ErrorCode;
    /// const CREATED: ErrorCode = ErrorCode::new("Created", 201);
    /// # assert_eq!(CREATED.status(), 201);
    /// ```
    #[must_use]
    pub const fn new(code: &'static str, status: u16) -> Self {
        assert!(status >= 400 && status <= 599, "the status of an error is from 400 to 599");
        Self { code, status }
    }

    /// Returns the word, as it appears in an error response.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.code
    }

    /// Returns the HTTP status of a response with this code, from 400 to 599.
    #[must_use]
    pub const fn status(self) -> u16 {
        self.status
    }
}

/// Faults of bodies, changes and models.
impl ErrorCode {
    /// The text is not JSON.
    pub const INVALID_JSON: Self = Self::new("InvalidJson", 400);
    /// Objects and arrays are nested deeper than the limit.
    pub const TOO_DEEP: Self = Self::new("TooDeep", 400);
    /// More members and items than the limit.
    pub const TOO_MANY_MEMBERS: Self = Self::new("TooManyMembers", 400);
    /// A value of another kind than that of its type, such as a string for a number.
    pub const WRONG_TYPE: Self = Self::new("WrongType", 400);
    /// Null for something that is not nullable.
    pub const NULL_NOT_ALLOWED: Self = Self::new("NullNotAllowed", 400);
    /// A number outside the range of its type, a value with more digits than the facets `Precision` and `Scale` allow, or
    /// one beyond a `Minimum` or `Maximum`.
    pub const OUT_OF_RANGE: Self = Self::new("OutOfRange", 400);
    /// Text that is not a literal of its type.
    pub const INVALID_LITERAL: Self = Self::new("InvalidLiteral", 400);
    /// The name of an enumeration member that the type does not have.
    pub const UNKNOWN_MEMBER: Self = Self::new("UnknownMember", 400);
    /// A value that is longer than the facet `MaxLength`.
    pub const TOO_LONG: Self = Self::new("TooLong", 400);
    /// A value that an annotation of the model excludes: `Pattern`, `AllowedValues` or `MultipleOf` of the vocabulary for
    /// validation.
    pub const INVALID_VALUE: Self = Self::new("InvalidValue", 400);
    /// A member that the type does not declare.
    pub const UNDECLARED_PROPERTY: Self = Self::new("UndeclaredProperty", 400);
    /// A member that the object has already.
    pub const DUPLICATE_MEMBER: Self = Self::new("DuplicateMember", 400);
    /// A property that must have a value and has none.
    pub const MISSING_PROPERTY: Self = Self::new("MissingProperty", 400);
    /// The name of a type that the model does not have.
    pub const UNKNOWN_TYPE: Self = Self::new("UnknownType", 400);
    /// The name of an abstract type, which has no instances.
    pub const ABSTRACT_TYPE: Self = Self::new("AbstractType", 400);
    /// A type that is not the declared one and does not derive from it.
    pub const TYPE_MISMATCH: Self = Self::new("TypeMismatch", 400);
    /// The declared type is abstract and the value does not name its type.
    pub const TYPE_REQUIRED: Self = Self::new("TypeRequired", 400);
    /// A property that no update changes.
    pub const NOT_UPDATABLE: Self = Self::new("NotUpdatable", 400);
    /// Related entities or links in a body that must not have any: 501.
    pub const DEEP_OPERATION_NOT_SUPPORTED: Self = Self::new("DeepOperationNotSupported", 501);
    /// A text that is not a CSDL document.
    pub const INVALID_CSDL: Self = Self::new("InvalidCsdl", 400);
    /// A fault of the entity data model itself: 500.
    pub const INVALID_MODEL: Self = Self::new("InvalidModel", 500);
}

/// Refusals of a service, each with the HTTP status that fits.
impl ErrorCode {
    /// Any other request that is not possible: 400.
    pub const BAD_REQUEST: Self = Self::new("BadRequest", 400);
    /// The connection failed before the whole body was received: 400.
    pub const BODY_NOT_READ: Self = Self::new("BodyNotRead", 400);
    /// The caller is unknown: 401.
    pub const UNAUTHENTICATED: Self = Self::new("Unauthenticated", 401);
    /// The caller is known but has no permission: 403.
    pub const FORBIDDEN: Self = Self::new("Forbidden", 403);
    /// The path leads to no resource: 404.
    pub const NOT_FOUND: Self = Self::new("NotFound", 404);
    /// The resource does not have this method: 405.
    pub const METHOD_NOT_ALLOWED: Self = Self::new("MethodNotAllowed", 405);
    /// The resource is available in none of the formats that the client accepts: 406.
    pub const NOT_ACCEPTABLE: Self = Self::new("NotAcceptable", 406);
    /// The body did not arrive in time: 408.
    pub const REQUEST_TIMEOUT: Self = Self::new("RequestTimeout", 408);
    /// The collection has an entity with this key already: 409.
    pub const ENTITY_EXISTS: Self = Self::new("EntityExists", 409);
    /// A condition such as `If-Match` does not hold: 412.
    pub const PRECONDITION_FAILED: Self = Self::new("PreconditionFailed", 412);
    /// The body is larger than the limit: 413.
    pub const PAYLOAD_TOO_LARGE: Self = Self::new("PayloadTooLarge", 413);
    /// The body has a format other than JSON: 415.
    pub const UNSUPPORTED_MEDIA_TYPE: Self = Self::new("UnsupportedMediaType", 415);
    /// The service failed: 500.
    pub const INTERNAL_ERROR: Self = Self::new("InternalError", 500);
    /// Part of OData that the service does not implement: 501.
    pub const NOT_SUPPORTED: Self = Self::new("NotSupported", 501);
    /// The same request may succeed later: 503.
    pub const SERVICE_UNAVAILABLE: Self = Self::new("ServiceUnavailable", 503);
}

/// Writes the word, without the status.
impl fmt::Display for ErrorCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code)
    }
}
