//! Authorization: the embedder's part of a request.

use std::any::Any;

use http::request::Parts;

use crate::{Caller, Partition, Refusal};

/// Decides from the head of a request whether it may go on, and with whose data.
///
/// It is called before anything of the body is read. The head has the method and the path, so reading and writing can
/// need different permissions. The service document and `$metadata` are public: it is not called for them.
///
/// The decision is not async: what it depends on (keys, revocation lists) belongs in memory.
pub trait Authorizer: Send + Sync + 'static {
    /// Grants or refuses a request.
    fn authorize(&self, head: &Parts) -> Result<Grant, Refusal>;
}

/// The caller of a request that may go on.
///
/// ```
/// use odata_service::{Grant, Partition};
///
/// /// What a token says about a user.
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
    /// The caller, and the partition whose data the request sees and changes.
    pub caller: Caller,
}

impl Grant {
    /// Grants a request to a caller; a partition alone is a caller about whom nothing else is known.
    pub fn new(caller: impl Into<Caller>) -> Self {
        Self { caller: caller.into() }
    }

    /// Sets what the embedder knows about the caller, for hooks: see [`Caller::with_claims`].
    #[must_use]
    pub fn with_claims(mut self, claims: impl Any + Send + Sync) -> Self {
        self.caller = self.caller.with_claims(claims);
        self
    }
}

/// Grants every request, with the data of one partition. For tests, and for services that something else protects.
#[derive(Clone, Debug)]
pub struct NoAuthorization(Partition);

impl NoAuthorization {
    /// Grants all requests to this partition.
    pub fn new(partition: Partition) -> Self {
        Self(partition)
    }
}

impl Authorizer for NoAuthorization {
    fn authorize(&self, _: &Parts) -> Result<Grant, Refusal> {
        Ok(Grant::new(self.0.clone()))
    }
}
