//! The embedder's part of a write.

use odata_core::{Error, Structured, StructuredType, value::DateTimeOffset};

use crate::Partition;

/// The circumstances of a write.
#[derive(Clone, Copy, Debug)]
pub struct Write<'a> {
    /// Whether the entity is new.
    pub kind: WriteKind,
    /// The time of the write, in UTC.
    pub now: DateTimeOffset,
    /// Whose entity it is.
    pub partition: &'a Partition,
}

/// What a write does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WriteKind {
    /// It makes an entity.
    Insert,
    /// It changes or replaces an entity.
    Update,
}

type Hook = Box<dyn Fn(&mut dyn Structured, &Write<'_>) -> Result<(), Error> + Send + Sync>;

/// The hooks of a service, in the order in which they were given.
#[derive(Default)]
pub(crate) struct Hooks(Vec<Hook>);

impl Hooks {
    /// Adds a hook for entities of type `T` and of all types that derive from it.
    pub(crate) fn add<T: StructuredType>(
        &mut self,
        hook: impl Fn(&mut T, &Write<'_>) -> Result<(), Error> + Send + Sync + 'static,
    ) {
        self.0.push(Box::new(move |entity, write| match entity.part_mut::<T>() {
            Some(entity) => hook(entity, write),
            None => Ok(()),
        }));
    }

    /// Runs them before a write.
    pub(crate) fn run(&self, entity: &mut dyn Structured, kind: WriteKind, partition: &Partition) -> Result<(), Error> {
        let write = Write { kind, now: DateTimeOffset::now_utc(), partition };
        self.0.iter().try_for_each(|hook| hook(entity, &write))
    }
}

impl std::fmt::Debug for Hooks {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} hooks", self.0.len())
    }
}
