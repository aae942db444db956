//! Refusals of requests by an authorizer.

use http::{HeaderName, HeaderValue, header};
use odata_core::{Error, ErrorCode};

use crate::failure::Failure;

/// The refusal of a request by an [`Authorizer`](crate::Authorizer): an [`Error`], whose code has the status of the
/// response, and headers of the response.
///
/// A 401 has the challenge `WWW-Authenticate: Bearer` (RFC 6750 §3) unless another one is set. Every error is a refusal, so
/// `?` works on results of either:
///
/// ```
/// use http::{HeaderValue, header::RETRY_AFTER, request::Parts};
/// use odata_core::{Error, ErrorCode};
/// use odata_service::{Authorizer, Grant, Partition, Refusal};
///
/// /// Takes `Authorization: Bearer NAME`, and not all day.
/// struct Counter;
///
/// const TOO_MANY_REQUESTS: ErrorCode = ErrorCode::new("TooManyRequests", 429);
///
/// fn check_payment(name: &str) -> Result<(), Error> {
///     match name {
///         "debtor" => Err(Error::new(ErrorCode::new("PaymentRequired", 402), "the account is overdrawn")),
///         _ => Ok(()),
///     }
/// }
///
/// impl Authorizer for Counter {
///     fn authorize(&self, head: &Parts) -> Result<Grant, Refusal> {
///         let value = head.headers.get("authorization").ok_or_else(Refusal::no_token)?;
///         let value = value.to_str().map_err(|_| Refusal::bad_token("the header is not text"))?;
///         let name = value.strip_prefix("Bearer ").ok_or_else(Refusal::no_token)?;
///         if name == "busy" {
///             let error = Error::new(TOO_MANY_REQUESTS, "at most ten requests a second");
///             return Err(Refusal::from(error).with_header(RETRY_AFTER, HeaderValue::from_static("1")));
///         }
///         check_payment(name)?;
///         Ok(Grant::new(Partition::new(name)))
///     }
/// }
///
/// let head = |token| http::Request::get("/").header("authorization", token).body(()).unwrap().into_parts().0;
/// assert!(Counter.authorize(&head("Bearer ann")).is_ok());
/// assert_eq!(Counter.authorize(&head("Basic ann")).unwrap_err(), Refusal::no_token());
/// assert_eq!(Counter.authorize(&head("Bearer debtor")).unwrap_err().error().status(), 402);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    error: Error,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Refusal {
    /// Refuses a request without a token: 401.
    pub fn no_token() -> Self {
        Error::new(ErrorCode::UNAUTHENTICATED, "the request needs a token").into()
    }

    /// Refuses a request with an invalid token: 401, with a challenge that says what is wrong with the token.
    pub fn bad_token(problem: impl Into<String>) -> Self {
        let problem = problem.into();
        let challenge = invalid_token(&problem);
        Self::from(Error::new(ErrorCode::UNAUTHENTICATED, problem)).with_header(header::WWW_AUTHENTICATE, challenge)
    }

    /// Refuses a request that its caller, who is known, may not make: 403.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Error::new(ErrorCode::FORBIDDEN, message).into()
    }

    /// Adds a header to the response.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Returns the error of the response.
    pub fn error(&self) -> &Error {
        &self.error
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { error, headers: Vec::new() }
    }
}

impl From<Refusal> for Failure {
    fn from(Refusal { error, headers }: Refusal) -> Self {
        Self { error, headers }
    }
}

/// Returns a challenge that says what is wrong with the token (RFC 6750 §3), without the characters that it must not have.
fn invalid_token(problem: &str) -> HeaderValue {
    let is_plain = |character: &char| matches!(character, ' '..='~') && !matches!(character, '"' | '\\');
    let description: String = problem.chars().filter(is_plain).collect();
    let challenge = format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
    HeaderValue::from_str(&challenge).unwrap_or(HeaderValue::from_static("Bearer error=\"invalid_token\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_cannot_break_out_of_the_challenge() {
        let challenge = invalid_token("not \"mine\"\r\nSet-Cookie: x");
        assert_eq!(challenge, "Bearer error=\"invalid_token\", error_description=\"not mineSet-Cookie: x\"");
    }
}
