//! A write that is about to happen.

use odata_core::value::DateTimeOffset;

use super::{Circumstances, WriteKind};
use crate::Caller;

/// A write that is about to happen to an entity, as a
/// [`before_write`](crate::ODataServiceBuilder::before_write) hook sees and changes it.
///
/// `T` is the type that the hook names: the entity's, or one that the entity's type derives from, and then the part of the
/// entity that `T` declares.
///
/// A hook that does the same for inserts and updates uses [`new_mut`](Self::new_mut); one that compares matches the
/// variants. The borrow of `new` lasts as long as it is used, so call [`now`](Self::now) or
/// [`caller`](Self::caller) first:
///
/// ```
/// use odata_core::{Error, ErrorCode, ODataEntity, value::DateTimeOffset};
/// use odata_service::hooks::Write;
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "music.song")]
/// struct Song {
///     #[odata(key)]
///     number: i32,
///     plays: i64,
///     #[odata(computed)]
///     changed: Option<DateTimeOffset>,
/// }
///
/// fn song_hook(write: &mut Write<'_, Song>) -> Result<(), Error> {
///     let now = write.now();
///     match write {
///         Write::Insert { new, .. } => new.plays = 0,
///         Write::Update { old, new, .. } if new.plays < old.plays => {
///             return Err(Error::new(ErrorCode::BAD_REQUEST, "a song is never played less").with_target("plays"));
///         }
///         Write::Update { .. } => {}
///         Write::Delete { old, .. } if old.plays > 1_000_000 => {
///             return Err(Error::new(ErrorCode::FORBIDDEN, "a hit stays"));
///         }
///         Write::Delete { .. } => {}
///     }
///     if let Some(song) = write.new_mut() {
///         song.changed = Some(now);
///     }
///     Ok(())
/// }
/// # let _ = song_hook;
/// ```
#[derive(Debug)]
pub enum Write<'w, T> {
    /// An entity is inserted.
    #[non_exhaustive]
    Insert {
        /// The state that will be stored. A hook may change all of it, and set the key.
        new: &'w mut T,
        #[doc(hidden)]
        circumstances: &'w Circumstances,
    },
    /// An entity is changed or replaced.
    #[non_exhaustive]
    Update {
        /// The state that is stored.
        old: &'w T,
        /// The state that will be stored. A hook may change all of it except the key.
        new: &'w mut T,
        #[doc(hidden)]
        circumstances: &'w Circumstances,
    },
    /// An entity is deleted, for itself or with the entity that contains it.
    #[non_exhaustive]
    Delete {
        /// The state that is stored.
        old: &'w T,
        #[doc(hidden)]
        circumstances: &'w Circumstances,
    },
}

impl<'w, T> Write<'w, T> {
    /// Creates a write from its states; `None` without any.
    pub(super) fn of(old: Option<&'w T>, new: Option<&'w mut T>, circumstances: &'w Circumstances) -> Option<Self> {
        Some(match (old, new) {
            (None, Some(new)) => Self::Insert { new, circumstances },
            (Some(old), Some(new)) => Self::Update { old, new, circumstances },
            (Some(old), None) => Self::Delete { old, circumstances },
            (None, None) => return None,
        })
    }

    /// Returns the kind of the write.
    pub const fn kind(&self) -> WriteKind {
        match self {
            Self::Insert { .. } => WriteKind::Insert,
            Self::Update { .. } => WriteKind::Update,
            Self::Delete { .. } => WriteKind::Delete,
        }
    }

    /// Returns the state that is stored; `None` for an insert.
    pub const fn old(&self) -> Option<&T> {
        match self {
            Self::Insert { .. } => None,
            Self::Update { old, .. } | Self::Delete { old, .. } => Some(old),
        }
    }

    /// Returns the state that will be stored, mutably; `None` for a delete.
    pub const fn new_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Insert { new, .. } | Self::Update { new, .. } => Some(new),
            Self::Delete { .. } => None,
        }
    }

    /// Returns the caller on whose behalf the write happens.
    pub const fn caller(&self) -> &'w Caller {
        &self.circumstances().caller
    }

    /// Returns the time of the request, in UTC: the same for all of its writes and for all hooks.
    pub const fn now(&self) -> DateTimeOffset {
        self.circumstances().now
    }

    const fn circumstances(&self) -> &'w Circumstances {
        match self {
            Self::Insert { circumstances, .. }
            | Self::Update { circumstances, .. }
            | Self::Delete { circumstances, .. } => circumstances,
        }
    }
}
