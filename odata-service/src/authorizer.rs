//! Who may do what: the embedder's part of a request.

use std::any::Any;

use http::request::Parts;

use crate::{Caller, Partition, Refusal};

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
///
/// ```
/// use odata_service::{Grant, Partition};
///
/// /// What a token says of a user.
/// struct User {
///     name: String,
/// }
///
/// let grant = Grant::new(Partition::new("contoso")).with_claims(User { name: "Ann".to_owned() });
/// assert_eq!(grant.caller.claims::<User>().map(|user| &*user.name), Some("Ann"));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Grant {
    /// Who asks, and whose data the request sees and changes.
    pub caller: Caller,
}

impl Grant {
    /// Grants a request of a caller; a partition alone is a caller of whom nothing else is known.
    pub fn new(caller: impl Into<Caller>) -> Self {
        Self { caller: caller.into() }
    }

    /// The grant with what the embedder knows of the caller, for hooks: see [`Caller::with_claims`].
    #[must_use]
    pub fn with_claims(mut self, claims: impl Any + Send + Sync) -> Self {
        self.caller = self.caller.with_claims(claims);
        self
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
        Ok(Grant::new(self.0.clone()))
    }
}
