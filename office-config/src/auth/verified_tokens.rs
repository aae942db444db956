//! A cache of verified tokens: a client sends the same one again and again.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use sha2::{Digest as _, Sha256};

use super::claims::Claims;

/// Half of the maximum number of tokens that are remembered.
const HALF: usize = 2048;

/// Remembers tokens that were verified, until they expire.
///
/// A token is identified by the digest of its whole text, including the signature; the text itself is not kept. If there are
/// too many, those that were not sent for the longest time are forgotten.
#[derive(Default)]
pub(crate) struct VerifiedTokens {
    halves: Mutex<Halves>,
}

/// Recent and older tokens. New ones go to the recent half. When that is full it becomes the older one, and what was older
/// and was not sent since is forgotten.
#[derive(Default)]
struct Halves {
    recent: HashMap<TokenDigest, Verified>,
    older: HashMap<TokenDigest, Verified>,
}

/// The digest of a token.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TokenDigest([u8; 32]);

#[derive(Clone)]
struct Verified {
    claims: Arc<Claims>,
    /// The claim `exp`, without the leeway that verification allows.
    expires: f64,
}

impl TokenDigest {
    pub(crate) fn of(token: &str) -> Self {
        Self(Sha256::digest(token).into())
    }
}

impl VerifiedTokens {
    /// Returns the claims of a token that was verified, unless it has expired at `now`, in seconds since 1970.
    pub(crate) fn find(&self, token: TokenDigest, now: u64) -> Option<Arc<Claims>> {
        let mut halves = self.lock();
        let found = match halves.recent.get(&token) {
            Some(found) => found.clone(),
            None => {
                let found = halves.older.remove(&token)?;
                halves.insert(token, found.clone());
                found
            }
        };
        if found.expires > seconds(now) {
            return Some(found.claims);
        }
        halves.recent.remove(&token);
        None
    }

    /// Remembers a verified token, unless it has expired or never expires.
    pub(crate) fn remember(&self, token: TokenDigest, claims: &Arc<Claims>, now: u64) {
        if let Some(expires) = claims.expires().filter(|expires| *expires > seconds(now)) {
            self.lock().insert(token, Verified { claims: Arc::clone(claims), expires });
        }
    }

    /// Returns the number of remembered tokens.
    pub(crate) fn len(&self) -> usize {
        let halves = self.lock();
        halves.recent.len() + halves.older.len()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Halves> {
        // No token that was not verified can be in there, even if a thread has panicked with the lock.
        self.halves.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Halves {
    fn insert(&mut self, token: TokenDigest, verified: Verified) {
        if self.recent.len() >= HALF {
            self.older = std::mem::take(&mut self.recent);
        }
        self.recent.insert(token, verified);
    }
}

impl fmt::Debug for VerifiedTokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} tokens", self.len())
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer seconds")]
fn seconds(time: u64) -> f64 {
    time as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(expires: &str) -> Arc<Claims> {
        let text = format!(r#"{{"tid": "8a3d3d8c-6dfe-4d0b-a7bd-df4f1bbe6b4c", "exp": {expires}}}"#);
        Arc::new(serde_json::from_str(&text).unwrap())
    }

    #[test]
    fn a_token_is_forgotten_when_it_expires() {
        let tokens = VerifiedTokens::default();
        let token = TokenDigest::of("a");
        tokens.remember(token, &claims("100"), 50);
        assert!(tokens.find(token, 99).is_some());
        assert!(tokens.find(TokenDigest::of("b"), 99).is_none());
        assert!(tokens.find(token, 100).is_none());
        assert_eq!(tokens.len(), 0);
        assert!(tokens.find(token, 99).is_none(), "it does not come back");
    }

    #[test]
    fn expired_tokens_and_those_that_never_expire_are_not_remembered() {
        let tokens = VerifiedTokens::default();
        for expires in ["50", "49.5", "-1", "null", "\"100\""] {
            tokens.remember(TokenDigest::of(expires), &claims(expires), 50);
        }
        assert_eq!(tokens.len(), 0);
        tokens.remember(TokenDigest::of("a"), &claims("50.5"), 50);
        assert_eq!(tokens.len(), 1);
    }

    #[test]
    fn of_too_many_tokens_those_in_use_are_kept() {
        let tokens = VerifiedTokens::default();
        let claims = claims("100");
        let used = TokenDigest::of("used");
        tokens.remember(used, &claims, 50);
        for number in 0..10 * HALF {
            tokens.remember(TokenDigest::of(&number.to_string()), &claims, 50);
            assert!(tokens.find(used, 50).is_some(), "{number}");
            assert!(tokens.len() <= 2 * HALF, "{number}");
        }
        assert!(tokens.find(TokenDigest::of("0"), 50).is_none());
    }
}
