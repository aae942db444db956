//! What a request fails with: a status, the OData error, and headers that belong to the status.

use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use odata_core::{Error, ErrorCode};

use crate::store::StoreError;

/// After how many seconds a client may try again what was not possible now. The request has waited already, and what it
/// has waited for may end at any time.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

/// A request that is not done.
#[derive(Debug)]
pub(crate) struct Failure(Box<Content>);

#[derive(Debug)]
struct Content {
    status: StatusCode,
    /// The code in the body, where it is not that of the error.
    code: Option<&'static str>,
    error: Error,
    headers: HeaderMap,
}

impl Failure {
    /// A failure with a status and a code of its own.
    #[cold]
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        let error = Error::new(ErrorCode::BadRequest, message);
        Self(Box::new(Content { status, code: Some(code), error, headers: HeaderMap::new() }))
    }

    /// 400.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    /// 404.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NotFound", message)
    }

    /// 501, naming what OData has and this service does not.
    pub(crate) fn not_supported(what: &str, name: &str) -> Self {
        Self::new(StatusCode::NOT_IMPLEMENTED, "NotSupported", format!("{what} `{name}` is not supported"))
            .with_target(name)
    }

    /// 500. The cause is for the log; the client does not learn it.
    pub(crate) fn internal(cause: impl fmt::Display) -> Self {
        tracing::error!("a request failed: {cause}");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "InternalError", "the service failed to process the request")
    }

    /// 503, for what may succeed later. The cause is for the log.
    pub(crate) fn unavailable(cause: impl fmt::Display) -> Self {
        tracing::warn!("a request was put off: {cause}");
        let message = "the service cannot process the request now; the same request may succeed later";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailable", message)
            .with_header(header::RETRY_AFTER, RETRY_AFTER)
    }

    /// The failure with what it is about.
    pub(crate) fn with_target(mut self, target: &str) -> Self {
        self.0.error = self.0.error.with_target(target);
        self
    }

    /// The failure with a header.
    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.insert(name, value);
        self
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.0.status
    }

    #[cfg(test)]
    pub(crate) fn target(&self) -> Option<&str> {
        self.0.error.target()
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The body of the response (OData JSON 4.01 §21.1).
    pub(crate) fn body(&self) -> Vec<u8> {
        let mut body = Vec::new();
        match self.0.code {
            Some(code) => self.0.error.write_json_with_code(code, &mut body),
            None => self.0.error.write_json(&mut body),
        }
        body
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.status, self.0.error)
    }
}

impl std::error::Error for Failure {}

/// What is wrong with a body.
impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let status = match error.code() {
            ErrorCode::DeepOperationNotSupported => StatusCode::NOT_IMPLEMENTED,
            _ => StatusCode::BAD_REQUEST,
        };
        Self(Box::new(Content { status, code: None, error, headers: HeaderMap::new() }))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::OwnerMissing => Self::not_found("the entity that contains the collection does not exist"),
            StoreError::Refused(cause) => match cause.downcast::<Self>() {
                Ok(failure) => *failure,
                Err(cause) => Self::internal(cause),
            },
            StoreError::Busy(cause) => Self::unavailable(cause),
            StoreError::Failed(cause) => Self::internal(cause),
        }
    }
}
