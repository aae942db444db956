//! A write with copies of its states.

use odata_core::{Structured, StructuredType, value::DateTimeOffset};

use super::{Circumstances, WriteKind};
use crate::Caller;

/// A write to an entity, with copies of its states, for [`prepare`](crate::ODataServiceBuilder::prepare) hooks before the
/// write, and [`after_commit`](crate::ODataServiceBuilder::after_commit) hooks after it.
///
/// `T` is the type that the hook names: the entity's, or one that the entity's type derives from, and then the part of the
/// entity that `T` declares.
#[derive(Clone, Debug)]
pub enum Change<T> {
    /// An entity is inserted.
    #[non_exhaustive]
    Insert {
        /// The new state.
        new: T,
        #[doc(hidden)]
        circumstances: Circumstances,
    },
    /// An entity is changed or replaced.
    #[non_exhaustive]
    Update {
        /// The state before.
        old: T,
        /// The state after.
        new: T,
        #[doc(hidden)]
        circumstances: Circumstances,
    },
    /// An entity is deleted, for itself or with the entity that contains it.
    #[non_exhaustive]
    Delete {
        /// The last state.
        old: T,
        #[doc(hidden)]
        circumstances: Circumstances,
    },
}

impl<T> Change<T> {
    /// Returns the kind of the write.
    pub const fn kind(&self) -> WriteKind {
        match self {
            Self::Insert { .. } => WriteKind::Insert,
            Self::Update { .. } => WriteKind::Update,
            Self::Delete { .. } => WriteKind::Delete,
        }
    }

    /// Returns the state before; `None` for an insert.
    pub const fn old(&self) -> Option<&T> {
        match self {
            Self::Insert { .. } => None,
            Self::Update { old, .. } | Self::Delete { old, .. } => Some(old),
        }
    }

    /// Returns the state after; `None` for a delete.
    pub const fn new_state(&self) -> Option<&T> {
        match self {
            Self::Insert { new, .. } | Self::Update { new, .. } => Some(new),
            Self::Delete { .. } => None,
        }
    }

    /// Returns the caller on whose behalf it happens.
    pub const fn caller(&self) -> &Caller {
        &self.circumstances().caller
    }

    /// Returns the time of the request, in UTC: the same for all of its writes and for all hooks.
    pub const fn now(&self) -> DateTimeOffset {
        self.circumstances().now
    }

    const fn circumstances(&self) -> &Circumstances {
        match self {
            Self::Insert { circumstances, .. }
            | Self::Update { circumstances, .. }
            | Self::Delete { circumstances, .. } => circumstances,
        }
    }
}

/// The states of an entity before and after a write, whatever its type. At least one of them is `Some`.
pub(crate) struct States {
    pub(crate) old: Option<Box<dyn Structured>>,
    pub(crate) new: Option<Box<dyn Structured>>,
}

impl States {
    /// Returns the change as hooks of `T` see it; `None` if the entity is not a `T`.
    pub(super) fn change<T: StructuredType>(&self, circumstances: &Circumstances) -> Option<Change<T>> {
        let part = |state: &Option<Box<dyn Structured>>| state.as_ref()?.part::<T>().map(T::copy);
        let circumstances = circumstances.clone();
        Some(match (part(&self.old), part(&self.new)) {
            (None, Some(new)) => Change::Insert { new, circumstances },
            (Some(old), Some(new)) => Change::Update { old, new, circumstances },
            (Some(old), None) => Change::Delete { old, circumstances },
            (None, None) => return None,
        })
    }
}
