//! Verification of tokens.

use std::{collections::HashMap, sync::Arc};

use jsonwebtoken::{
    Algorithm, DecodingKey, Validation, decode, decode_header, errors::ErrorKind, get_current_timestamp,
};

use super::{
    claims::Claims,
    verified_tokens::{TokenDigest, VerifiedTokens},
};

/// Verifies tokens with keys that it knows by their identifiers.
///
/// The key determines the algorithm, never the token: a token whose header names another one is refused.
///
/// A valid token is remembered until it expires, and not verified again. A verifier's keys never change: other keys are
/// another verifier, which remembers nothing. A token that is refused is never remembered. Clones share what they remember.
#[derive(Clone, Debug)]
pub struct TokenVerifier {
    keys: HashMap<String, VerificationKey>,
    verified: Arc<VerifiedTokens>,
}

/// The claims that all tokens of an issuer must have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expected<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) audience: &'a str,
}

/// A key and the validation of tokens that are signed with it.
#[derive(Clone, Debug)]
pub(crate) struct VerificationKey {
    key: DecodingKey,
    validation: Validation,
}

impl VerificationKey {
    pub(crate) fn new(algorithm: Algorithm, key: DecodingKey, expected: Expected<'_>) -> Self {
        let mut validation = Validation::new(algorithm);
        validation.set_required_spec_claims(&["exp", "iss", "aud"]);
        validation.set_issuer(&[expected.issuer]);
        validation.set_audience(&[expected.audience]);
        validation.validate_nbf = true;
        Self { key, validation }
    }
}

impl TokenVerifier {
    pub(crate) fn new(keys: impl IntoIterator<Item = (String, VerificationKey)>) -> Self {
        Self { keys: keys.into_iter().collect(), verified: Arc::default() }
    }

    /// Returns the claims of a token, or what is wrong with it.
    pub(crate) fn verify(&self, token: &str) -> Result<Arc<Claims>, &'static str> {
        let (digest, now) = (TokenDigest::of(token), get_current_timestamp());
        if let Some(claims) = self.verified.find(digest, now) {
            return Ok(claims);
        }
        let claims = Arc::new(self.verify_anew(token)?);
        self.verified.remember(digest, &claims, now);
        Ok(claims)
    }

    /// Returns the number of remembered tokens.
    #[cfg(test)]
    pub(crate) fn remembered(&self) -> usize {
        self.verified.len()
    }

    fn verify_anew(&self, token: &str) -> Result<Claims, &'static str> {
        let header = decode_header(token).map_err(|_| "the token is not a JSON Web Token")?;
        if header.crit.is_some() {
            // RFC 7515 §4.1.11: critical parameters that are not understood are refused, and none is understood here.
            return Err("the token has critical header parameters");
        }
        let key_id = header.kid.ok_or("the token does not name its key with `kid`")?;
        let VerificationKey { key, validation } = self.keys.get(&key_id).ok_or("the token's key is not known")?;
        match decode(token, key, validation) {
            Ok(token) => Ok(token.claims),
            Err(cause) => Err(problem(cause.kind())),
        }
    }
}

/// Returns a message with no more than a client needs to get a valid token.
fn problem(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidSignature => "the token's signature is not valid",
        ErrorKind::InvalidAlgorithm => "the token is not signed with its key's algorithm",
        ErrorKind::ExpiredSignature => "the token has expired",
        ErrorKind::ImmatureSignature => "the token is not valid yet",
        ErrorKind::InvalidIssuer => "the token is of another issuer",
        ErrorKind::InvalidAudience => "the token is for another audience",
        ErrorKind::MissingRequiredClaim(_) => "the token must have the claims `exp`, `iss` and `aud`",
        ErrorKind::Json(_) | ErrorKind::InvalidClaimFormat(_) => {
            "the token's claims are not as they should be: `tid` is a GUID, `scp` a string, `roles` a list"
        }
        _ => "the token is not valid",
    }
}
