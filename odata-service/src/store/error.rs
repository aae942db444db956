//! Errors of stores.

use std::{error::Error, fmt};

/// An error of a store. Nothing has changed, whatever the error is.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError {
    /// The entity that contains the collection does not exist.
    OwnerMissing,
    /// The position is not from an answer of this store.
    InvalidPosition,
    /// The work failed with this error, whose code has the status of the response.
    Refused(odata_core::Error),
    /// It was not possible in time: the storage is locked, or others have changed what was read again and again. The same call
    /// may succeed later.
    Busy(Box<dyn Error + Send + Sync>),
    /// The storage failed.
    Failed(Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Returns the error of a call that was not possible in time.
    pub fn busy(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Busy(cause.into())
    }

    /// Returns the error of a storage that failed.
    pub fn failed(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Failed(cause.into())
    }
}

impl From<odata_core::Error> for StoreError {
    fn from(error: odata_core::Error) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OwnerMissing => formatter.write_str("the entity that contains the collection does not exist"),
            Self::InvalidPosition => formatter.write_str("the position is not from an answer of this store"),
            Self::Refused(cause) => write!(formatter, "the write was refused: {cause}"),
            Self::Busy(cause) => write!(formatter, "the storage is busy: {cause}"),
            Self::Failed(cause) => write!(formatter, "the storage failed: {cause}"),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::OwnerMissing | Self::InvalidPosition => None,
            Self::Refused(error) => Some(error),
            Self::Busy(cause) | Self::Failed(cause) => Some(&**cause),
        }
    }
}
