//! What a write does, to be kept as long as it takes.

use odata_core::{Structured, StructuredType, value::DateTimeOffset};

use super::{Circumstances, WriteKind};
use crate::Caller;

/// What happens to an entity, with copies of its states: what [`prepare`](crate::ODataServiceBuilder::prepare) hooks get
/// before, and [`after_commit`](crate::ODataServiceBuilder::after_commit) hooks after the fact.
///
/// `T` is the type that the hook names: the entity's, or one that the entity's type derives from, and then the part of the
/// entity that `T` declares.
#[derive(Clone, Debug)]
pub enum Change<T> {
    /// An entity is made.
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
    /// Returns which of the three it is.
    pub const fn kind(&self) -> WriteKind {
        match self {
            Self::Insert { .. } => WriteKind::Insert,
            Self::Update { .. } => WriteKind::Update,
            Self::Delete { .. } => WriteKind::Delete,
        }
    }

    /// Returns the state before; nothing for an insert.
    pub const fn old(&self) -> Option<&T> {
        match self {
            Self::Insert { .. } => None,
            Self::Update { old, .. } | Self::Delete { old, .. } => Some(old),
        }
    }

    /// Returns the state after; nothing for a delete.
    pub const fn new_state(&self) -> Option<&T> {
        match self {
            Self::Insert { new, .. } | Self::Update { new, .. } => Some(new),
            Self::Delete { .. } => None,
        }
    }

    /// Returns on whose behalf it happens.
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

/// The states of an entity before and after a write, whatever its type. One of them is there.
pub(crate) struct States {
    pub(crate) old: Option<Box<dyn Structured>>,
    pub(crate) new: Option<Box<dyn Structured>>,
}

impl States {
    /// The change as hooks of `T` see it; nothing where the entity is no `T`.
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
