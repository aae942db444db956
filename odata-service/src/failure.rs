//! The failure of a request: the error, and headers of the response.

use std::fmt;

use http::{HeaderName, HeaderValue, StatusCode, header};
use odata_core::{Error, ErrorCode, uri::UriError};

use crate::store::StoreError;

/// The number of seconds after which a client may try again. The request has waited already, and what it has waited for may
/// end at any time.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

/// An error with the headers of its response, which an [`Error`] alone does not have.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Failure {
    /// Adds a header to the response.
    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, headers: Vec::new() }
    }
}

impl From<UriError> for Failure {
    fn from(error: UriError) -> Self {
        Error::from(error).into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::OwnerMissing => not_found("the entity that contains the collection does not exist").into(),
            StoreError::InvalidPosition => {
                bad_request("the value of `$skiptoken` is not from a next link of this collection")
                    .with_target("$skiptoken")
                    .into()
            }
            StoreError::Refused(error) => error.into(),
            StoreError::Busy(cause) => {
                tracing::warn!("a request was turned away for now: {cause}");
                let message = "the service cannot process the request now; the same request may succeed later";
                let error = Error::new(ErrorCode::SERVICE_UNAVAILABLE, message);
                Self::from(error).with_header(header::RETRY_AFTER, RETRY_AFTER)
            }
            StoreError::Failed(cause) => internal(cause).into(),
        }
    }
}

/// Returns an error with the status 400.
#[cold]
pub(crate) fn bad_request(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::BAD_REQUEST, message)
}

/// Returns an error with the status 404.
#[cold]
pub(crate) fn not_found(message: impl Into<String>) -> Error {
    Error::new(ErrorCode::NOT_FOUND, message)
}

/// Returns an error with the status 501 that names what OData has and this service does not.
#[cold]
pub(crate) fn not_supported(what: &str, name: &str) -> Error {
    Error::new(ErrorCode::NOT_SUPPORTED, format!("{what} `{name}` is not supported")).with_target(name)
}

/// Returns an error with the status 500. The cause is logged; the client does not see it.
#[cold]
pub(crate) fn internal(cause: impl fmt::Display) -> Error {
    tracing::error!("a request failed: {cause}");
    Error::new(ErrorCode::INTERNAL_ERROR, "the service failed to process the request")
}
