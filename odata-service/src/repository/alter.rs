//! Changes of stored entities by Rust code.

use odata_core::{Delta, EntityValue, Error, ErrorCode, Structured};

use super::check;
use crate::{
    entities::{Alter, Check, Entities},
    failure::internal,
};

/// The return type of a closure that changes an entity: `()`, or a `Result` whose error refuses the change.
pub trait Verdict {
    /// Returns the error if the change is refused.
    #[doc(hidden)]
    fn verdict(self) -> Result<(), Error>;
}

impl Verdict for () {
    fn verdict(self) -> Result<(), Error> {
        Ok(())
    }
}

impl Verdict for Result<(), Error> {
    fn verdict(self) -> Result<(), Error> {
        self
    }
}

/// Returns the change that a closure makes.
pub(super) fn by_closure<E: EntityValue, V: Verdict>(
    entities: &Entities,
    change: impl Fn(&mut E) -> V + Send + Sync + 'static,
) -> Alter {
    let entities = entities.clone();
    Box::new(move |entity: &mut dyn Structured| {
        let old = entity.clone_structured();
        let mut new = E::blank_of(old.descriptor());
        if !new.as_structured().descriptor().is(old.descriptor()) {
            return Err(internal(format_args!("a stored `{}` is not of the declared type", old.descriptor().name)));
        }
        new.as_structured_mut().swap(entity);
        change(&mut new).verdict()?;
        check::update(&*old, new.as_structured(), &entities)?;
        let has_changed = !old.same_value(new.as_structured());
        new.as_structured_mut().swap(entity);
        Ok(has_changed)
    })
}

/// Returns the change that a delta makes, as PATCH does.
pub(super) fn by_delta<D: EntityValue>(delta: Delta<D>) -> Alter {
    let delta = delta.into_raw();
    Box::new(move |entity: &mut dyn Structured| {
        delta.clone().apply_to(entity)?;
        Ok(!delta.is_empty())
    })
}

/// Returns the check that the entity has this version, if one is given.
pub(super) fn has_version(expected: Option<u64>) -> Check {
    Box::new(move |version| {
        if expected.is_none() || version == expected {
            return Ok(());
        }
        let message = "the entity no longer has the expected version";
        Err(Error::new(ErrorCode::PRECONDITION_FAILED, message))
    })
}
