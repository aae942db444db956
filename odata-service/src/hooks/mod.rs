//! Hooks, which an application runs around each write, over HTTP and through [repositories](crate::repository) alike.
//!
//! | hook | when | sees | may |
//! |---|---|---|---|
//! | [`prepare`](crate::ODataServiceBuilder::prepare) | before the transaction; async | copies of what would happen, as a [`Change`] | take longer, refuse |
//! | [`before_write`](crate::ODataServiceBuilder::before_write) | inside the transaction; sync | the stored and the new state, as a [`Write`] | change the new state, refuse |
//! | [`after_commit`](crate::ODataServiceBuilder::after_commit) | once for each commit; async | copies of what has happened, as a [`Change`] | notify others |
//!
//! All three are for entities of the type that they name and of types that derive from it, for inserts, updates and deletes,
//! wherever the entity is. They refuse with an [`Error`](odata_core::Error), whose code has the status of the response.
//!
//! # The order of a write
//!
//! 1. The request is read and checked, without regard to what is stored.
//! 2. If there are `prepare` hooks, the write is rehearsed: done in a transaction that is rolled back, without other hooks. So
//!    preconditions and existence are checked before anything is prepared. Then the hooks run, one after the other, for each
//!    entity that would be written. Others may write until the transaction begins: what a hook has seen may be stale.
//! 3. The transaction begins. For each entity that is written, in this order: the stored state is read, the precondition
//!    (`If-Match`) is checked, the new state is made from the stored one, the `before_write` hooks run, the key is compared
//!    with the stored one, and the new state is stored. An update that changes nothing is not a write: no hook runs. For an
//!    insert the hooks run first, because they may set the key; then no entity may have that key.
//! 4. The transaction is committed. If the store finds that something that was read has changed meanwhile, step 3 runs again
//!    from its beginning: a `before_write` hook must not do what cannot be done twice.
//! 5. The `after_commit` hooks run, one after the other, for each entity that was written, in the order of the writes. Nothing
//!    that they do changes the result, which is returned when they have ended: an error or a panic is logged. They do not run
//!    for a write that was refused or rolled back. They run even if nobody waits for the result any more, as when a client has
//!    gone away, if the service is called in a tokio runtime and the feature `sqlite` is on; otherwise they are dropped with
//!    the future of the request. No hook outlives the process.
//!
//! Hooks of a kind run in the order in which they were added to the builder. If one refuses, no further hook runs, and nothing
//! is stored.
//!
//! # Deletes
//!
//! An entity is deleted with everything that it contains, and hooks see a delete for each of these entities. The entity
//! comes first, then what it contains: its containment navigation properties in the order of their declaration, base first, the
//! entities of each in the order of the store, each followed at once by what it contains itself. Nothing is deleted until the
//! last hook has run. Contained entities are read only if there is a hook for their type.

mod builder;
mod change;
mod registry;
mod write;

use odata_core::value::DateTimeOffset;

pub use self::{change::Change, write::Write};
pub(crate) use self::{change::States, registry::Hooks};
use crate::Caller;

/// The kind of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteKind {
    /// An entity is inserted.
    Insert,
    /// An entity is changed or replaced.
    Update,
    /// An entity is deleted.
    Delete,
}

/// The caller and the time of a request, the same for all of its writes.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Circumstances {
    pub(crate) caller: Caller,
    pub(crate) now: DateTimeOffset,
}

impl Circumstances {
    /// Returns the circumstances of a request that this caller makes now.
    pub(crate) fn now(caller: &Caller) -> Self {
        Self { caller: caller.clone(), now: DateTimeOffset::now_utc() }
    }
}
