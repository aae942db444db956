//! The authorizer of the service.

use http::{HeaderMap, Method, header::AUTHORIZATION, request::Parts};
use odata_service::{Authorizer, Grant, Partition, Refusal};

use super::{TokenVerifier, claims::Claims};

/// The permission to read and write, delegated or the application's own.
pub const PERMISSION: &str = "DeviceManagementConfiguration.ReadWrite.All";

/// The permission to read, delegated or the application's own.
pub const READ_PERMISSION: &str = "DeviceManagementConfiguration.Read.All";

/// Grants requests with a valid token, each with the data of the token's tenant.
///
/// The token must have the [`PERMISSION`]; for GET and HEAD the [`READ_PERMISSION`] is enough. Tokens of personal
/// Microsoft accounts are refused: the API is for work and school accounts, and for applications.
#[derive(Clone, Debug)]
pub struct TokenAuthorizer {
    verifier: TokenVerifier,
}

impl TokenAuthorizer {
    /// Accepts the tokens that `verifier` accepts.
    pub fn new(verifier: TokenVerifier) -> Self {
        Self { verifier }
    }
}

impl Authorizer for TokenAuthorizer {
    fn authorize(&self, head: &Parts) -> Result<Grant, Refusal> {
        let token = bearer_token(&head.headers)?;
        let claims = self.verifier.verify(token).map_err(Refusal::bad_token)?;
        check(&claims, &head.method)?;
        Ok(Grant::new(Partition::new(claims.tid.to_string())))
    }
}

/// Checks whether a valid token permits this request.
fn check(claims: &Claims, method: &Method) -> Result<(), Refusal> {
    if claims.is_of_personal_account() {
        let message = "personal Microsoft accounts are not supported; the token must be of a work or school account";
        return Err(Refusal::forbidden(message));
    }
    let reads = matches!(*method, Method::GET | Method::HEAD);
    if claims.permits(PERMISSION) || (reads && claims.permits(READ_PERMISSION)) {
        return Ok(());
    }
    let or_read = if reads { format!(" or `{READ_PERMISSION}`") } else { String::new() };
    Err(Refusal::forbidden(format!("the token does not have the permission `{PERMISSION}`{or_read}")))
}

/// Returns the token in the header `Authorization` (RFC 6750 §2.1). The name of the scheme is case-insensitive (RFC 9110
/// §11.1).
fn bearer_token(headers: &HeaderMap) -> Result<&str, Refusal> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let value = values.next().ok_or_else(Refusal::no_token)?;
    if values.next().is_some() {
        return Err(Refusal::bad_token("the request has several `Authorization` headers"));
    }
    let value = value.to_str().map_err(|_| Refusal::bad_token("the header `Authorization` is not text"))?;
    match value.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("Bearer") => Ok(token.trim_matches(' ')),
        _ => Err(Refusal::no_token()),
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn token_of(values: &[&'static str]) -> Result<String, Refusal> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(AUTHORIZATION, HeaderValue::from_static(value));
        }
        bearer_token(&headers).map(str::to_owned)
    }

    #[test]
    fn the_token_is_after_the_scheme() {
        assert_eq!(token_of(&["Bearer abc"]).unwrap(), "abc");
        assert_eq!(token_of(&["bearer  abc"]).unwrap(), "abc");
        assert_eq!(token_of(&[]), Err(Refusal::no_token()));
        assert_eq!(token_of(&["Basic abc"]), Err(Refusal::no_token()));
        assert_eq!(token_of(&["Bearer"]), Err(Refusal::no_token()));
        assert_ne!(token_of(&["Bearer a", "Bearer b"]), Err(Refusal::no_token()));
        assert!(token_of(&["Bearer a", "Bearer b"]).is_err());
    }
}
