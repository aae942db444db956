//! Who may do what: the embedder's part of a request.

use http::request::Parts;

use crate::Partition;

/// Decides from the head of a request whether it may go on, and with whose data.
///
/// It is asked before anything of the body is read. Method and path are in the head, so reading and writing can need
/// different permissions. The service document and `$metadata` are public: nobody is asked for them.
///
/// The decision is not async: what it takes (keys, revocation lists) belongs in memory.
pub trait Authorizer: Send + Sync + 'static {
    /// Grants or refuses a request.
    fn authorize(&self, head: &Parts) -> Result<Grant, Refusal>;
}

/// What a request that may go on gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The part of the data that the request sees and changes.
    pub partition: Partition,
}

/// Why a request may not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not known who asks: 401 with `WWW-Authenticate: Bearer` (RFC 6750 §3).
    Unauthenticated {
        /// What is wrong with the token; nothing where the request has none.
        problem: Option<String>,
    },
    /// It is known who asks, and the permission is missing: 403.
    Forbidden {
        /// What is missing.
        message: String,
    },
}

impl Refusal {
    /// The request has no token.
    pub const fn no_token() -> Self {
        Self::Unauthenticated { problem: None }
    }

    /// The request has a token that does not count.
    pub fn bad_token(problem: impl Into<String>) -> Self {
        Self::Unauthenticated { problem: Some(problem.into()) }
    }

    /// A permission is missing.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::Forbidden { message: message.into() }
    }
}

/// Lets every request through, with the data of one partition. For tests, and for services that others protect.
#[derive(Clone, Debug)]
pub struct NoAuthorization(Partition);

impl NoAuthorization {
    /// All requests belong to this partition.
    pub fn new(partition: Partition) -> Self {
        Self(partition)
    }
}

impl Authorizer for NoAuthorization {
    fn authorize(&self, _: &Parts) -> Result<Grant, Refusal> {
        Ok(Grant { partition: self.0.clone() })
    }
}
