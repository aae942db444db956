//! Tokens for development, signed by the program itself.

use std::path::Path;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, get_current_timestamp};
use uuid::Uuid;

use super::{
    KeyFileError, TokenVerifier,
    claims::SignedClaims,
    key_file::{KEY_LENGTH, Problem, open_or_create, random_key},
    verifier::{Expected, VerificationKey},
};

/// The tenant of development tokens that name no other.
pub const DEVELOPMENT_TENANT: Uuid = Uuid::from_u128(0xde7e_1094_0000_4000_8000_0000_0000_0001);

const ISSUER: &str = "urn:office-config:development";
const AUDIENCE: &str = "office-config";
const KEY_ID: &str = "development";

/// The lifetime of a token: a day.
const LIFETIME_SECONDS: u64 = 24 * 60 * 60;

/// The key that signs and verifies development tokens.
#[derive(Clone)]
pub struct DevelopmentKey([u8; KEY_LENGTH]);

/// The claims of a development token to sign.
#[derive(Clone, Debug)]
pub struct TokenRequest {
    /// The tenant whose data is read and written.
    pub tenant: Uuid,
    /// The permissions of the token.
    pub scopes: Vec<String>,
}

impl Default for TokenRequest {
    /// Returns the development tenant, with the permission that the API requires.
    fn default() -> Self {
        Self { tenant: DEVELOPMENT_TENANT, scopes: vec![super::PERMISSION.to_owned()] }
    }
}

impl DevelopmentKey {
    /// Reads the key from a file, which is created if it does not exist, readable by its owner alone.
    pub fn open_or_create(path: &Path) -> Result<Self, KeyFileError> {
        open_or_create(path).map(Self)
    }

    /// Creates a key that is not stored.
    pub fn ephemeral() -> Result<Self, KeyFileError> {
        random_key().map(Self).map_err(|problem: Problem| KeyFileError { path: "(in memory)".into(), problem })
    }

    /// Signs a token.
    pub fn sign(&self, request: &TokenRequest) -> Result<String, jsonwebtoken::errors::Error> {
        let now = get_current_timestamp();
        let claims = SignedClaims {
            iss: ISSUER,
            aud: AUDIENCE,
            iat: now,
            nbf: now,
            exp: now + LIFETIME_SECONDS,
            sub: "developer",
            tid: request.tenant,
            scp: &request.scopes.join(" "),
        };
        let header = Header { kid: Some(KEY_ID.to_owned()), ..Header::new(Algorithm::HS256) };
        jsonwebtoken::encode(&header, &claims, &EncodingKey::from_secret(&self.0))
    }

    /// Returns a verifier of the tokens that this key has signed.
    pub fn verifier(&self) -> TokenVerifier {
        let expected = Expected { issuer: ISSUER, audience: AUDIENCE };
        let key = VerificationKey::new(Algorithm::HS256, DecodingKey::from_secret(&self.0), expected);
        TokenVerifier::new([(KEY_ID.to_owned(), key)])
    }
}

impl std::fmt::Debug for DevelopmentKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DevelopmentKey")
    }
}
