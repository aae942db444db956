//! Authorization by OAuth 2.0 bearer tokens (RFC 6750) that are JSON Web Tokens (RFC 9068).
//!
//! In development the program signs tokens itself, with a [key of its own](DevelopmentKey) that is stored next to the
//! database.
//! Otherwise they come from an identity provider, whose public keys are in a [JWKS file](TrustedIssuer).

mod authorizer;
mod claims;
mod development;
mod key_file;
#[cfg(test)]
mod tests;
mod trusted_issuer;
mod verified_tokens;
mod verifier;

pub use authorizer::{PERMISSION, READ_PERMISSION, TokenAuthorizer};
pub use development::{DEVELOPMENT_TENANT, DevelopmentKey, TokenRequest};
pub use key_file::KeyFileError;
pub use trusted_issuer::{JwksError, TrustedIssuer};
pub use verifier::TokenVerifier;
