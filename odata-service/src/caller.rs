//! Callers of the service.

use std::{any::Any, fmt, sync::Arc};

use crate::Partition;

/// The one on whose behalf entities are read or written: the partition of the data, and what else the embedder knows. Cheap
/// to clone.
///
/// An [`Authorizer`](crate::Authorizer) names the caller of a request in its [`Grant`](crate::Grant); code that uses a
/// repository names its own. Hooks see the caller of the write.
///
/// ```
/// use odata_service::{Caller, Partition};
///
/// /// What is known about a user.
/// struct User {
///     name: String,
/// }
///
/// let caller = Caller::new(Partition::new("contoso")).with_claims(User { name: "Ann".to_owned() });
/// assert_eq!(caller.partition().as_str(), "contoso");
/// assert_eq!(caller.claims::<User>().map(|user| &*user.name), Some("Ann"));
/// ```
#[derive(Clone)]
pub struct Caller {
    partition: Partition,
    claims: Option<Arc<dyn Any + Send + Sync>>,
}

impl Caller {
    /// Returns a caller about whom only the partition is known.
    pub const fn new(partition: Partition) -> Self {
        Self { partition, claims: None }
    }

    /// Sets what the embedder knows about the caller, a value of any type, such as the claims of its token. It replaces an
    /// earlier one.
    #[must_use]
    pub fn with_claims(mut self, claims: impl Any + Send + Sync) -> Self {
        self.claims = Some(Arc::new(claims));
        self
    }

    /// Returns the part of the data that the caller sees and changes.
    pub const fn partition(&self) -> &Partition {
        &self.partition
    }

    /// Returns what the embedder knows about the caller, if that is a `T`.
    pub fn claims<T: Any>(&self) -> Option<&T> {
        self.claims.as_deref()?.downcast_ref()
    }
}

impl From<Partition> for Caller {
    fn from(partition: Partition) -> Self {
        Self::new(partition)
    }
}

/// Leaves out the claims, which may hold secrets.
impl fmt::Debug for Caller {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Caller").field("partition", &self.partition).finish_non_exhaustive()
    }
}
