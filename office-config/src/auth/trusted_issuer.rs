//! An identity provider whose tokens are accepted.

use std::{
    collections::HashMap,
    fmt,
    path::{Path, PathBuf},
};

use jsonwebtoken::{
    Algorithm, DecodingKey,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, JwkSet, KeyAlgorithm, PublicKeyUse},
};

use super::{
    TokenVerifier,
    verifier::{Expected, VerificationKey},
};

/// An identity provider: its public keys, its name, and the name that it knows this API by.
#[derive(Clone, Debug)]
pub struct TrustedIssuer {
    /// A file with a JSON Web Key Set (RFC 7517 §5).
    pub jwks: PathBuf,
    /// The value that the claim `iss` must have.
    pub issuer: String,
    /// The value that must be in the claim `aud`.
    pub audience: String,
}

impl TrustedIssuer {
    /// Reads the keys, and returns a verifier of the issuer's tokens.
    ///
    /// RSA keys verify RS256, keys on the curve P-256 verify ES256. Keys of other kinds and for other uses may be in the
    /// file, and are skipped.
    pub fn verifier(&self) -> Result<TokenVerifier, JwksError> {
        let failed = |problem| JwksError { path: self.jwks.clone(), problem };
        let keys = read(&self.jwks).map_err(failed)?;
        let expected = Expected { issuer: &self.issuer, audience: &self.audience };
        let mut known = HashMap::new();
        for (position, jwk) in keys.iter().enumerate() {
            let Some(algorithm) = algorithm_of(jwk) else { continue };
            let id = jwk.common.key_id.clone().ok_or_else(|| failed(Problem::NoId(position)))?;
            let key = DecodingKey::from_jwk(jwk).map_err(|_| failed(Problem::BadKey(id.clone())))?;
            if known.insert(id.clone(), VerificationKey::new(algorithm, key, expected)).is_some() {
                return Err(failed(Problem::TwoKeys(id)));
            }
        }
        if known.is_empty() {
            return Err(failed(Problem::NoKeys));
        }
        Ok(TokenVerifier::new(known))
    }
}

fn read(path: &Path) -> Result<Vec<Jwk>, Problem> {
    let text = std::fs::read(path).map_err(Problem::Io)?;
    let set: JwkSet = serde_json::from_slice(&text).map_err(Problem::Json)?;
    Ok(set.keys)
}

/// Returns the algorithm that a key verifies, if it is one of those that are accepted. A key with two uses is not accepted.
fn algorithm_of(jwk: &Jwk) -> Option<Algorithm> {
    if !matches!(jwk.common.public_key_use, None | Some(PublicKeyUse::Signature)) {
        return None;
    }
    let (algorithm, declared) = match &jwk.algorithm {
        AlgorithmParameters::RSA(_) => (Algorithm::RS256, KeyAlgorithm::RS256),
        AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => {
            (Algorithm::ES256, KeyAlgorithm::ES256)
        }
        _ => return None,
    };
    jwk.common.key_algorithm.is_none_or(|found| found == declared).then_some(algorithm)
}

/// An error of an identity provider's keys.
#[derive(Debug)]
pub struct JwksError {
    path: PathBuf,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Io(std::io::Error),
    Json(serde_json::Error),
    NoId(usize),
    TwoKeys(String),
    BadKey(String),
    NoKeys,
}

impl fmt::Display for JwksError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.problem {
            Problem::Io(cause) => write!(formatter, "the key set `{path}` cannot be read: {cause}"),
            Problem::Json(cause) => write!(formatter, "`{path}` is not a JSON Web Key Set: {cause}"),
            Problem::NoId(position) => write!(formatter, "key {} of `{path}` has no `kid`", position + 1),
            Problem::TwoKeys(id) => write!(formatter, "two keys of `{path}` have the `kid` `{id}`"),
            Problem::BadKey(id) => write!(formatter, "the key `{id}` of `{path}` is not a public key"),
            Problem::NoKeys => write!(formatter, "`{path}` has no key for RS256 or ES256"),
        }
    }
}

impl std::error::Error for JwksError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.problem {
            Problem::Io(cause) => Some(cause),
            Problem::Json(cause) => Some(cause),
            Problem::NoId(_) | Problem::TwoKeys(_) | Problem::BadKey(_) | Problem::NoKeys => None,
        }
    }
}
