//! Partitions of the data.

use std::{fmt, sync::Arc};

/// A part of the data that is separate from all others: a tenant, a customer, a user.
///
/// A request belongs to exactly one partition, which the [`Authorizer`](crate::Authorizer) names, and every call of a
/// store has it as an argument. There is no way to ask a store for data of all partitions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partition(Arc<str>);

impl Partition {
    /// Returns the partition with this name.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// Returns the name of the partition.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
