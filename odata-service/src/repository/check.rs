//! Checks of what Rust code stores, by the same readers as for requests.

use odata_core::{
    Error, ErrorCode, RawDelta, Structured, ValueRef,
    codec::{ReadOptions, WriteOptions, read_structured, write_structured},
    delta::diff_structured,
    edm::TypeDescriptor,
};

use crate::entities::Entities;

/// Checks a new entity as the body of a POST.
pub(super) fn insert(
    declared: &'static TypeDescriptor,
    polymorphic: bool,
    entity: &dyn Structured,
    entities: &Entities,
) -> Result<(), Error> {
    without_related(entity)?;
    let mut body = Vec::with_capacity(1024);
    write_structured(entity, &WriteOptions::default().with_model(&entities.model), &mut body);
    read_structured(declared, polymorphic, &body, &reading(ReadOptions::insert(), entities))
        .map_err(|error| without_location(&error))?;
    Ok(())
}

/// Checks the new state of an entity as the body of a PATCH, except for computed properties, which Rust code may set.
pub(super) fn update(old: &dyn Structured, new: &dyn Structured, entities: &Entities) -> Result<(), Error> {
    without_related(new)?;
    let changes = diff_structured(old, new)?;
    for (index, property) in old.descriptor().properties() {
        let is_fixed = !property.is_updatable() && !property.flags.is_computed() || property.flags.is_key();
        if is_fixed && !old.slot(index).same(new.slot(index)) {
            let message = format!("property `{}` of `{}` cannot be changed", property.name, old.descriptor().name);
            return Err(Error::new(ErrorCode::NOT_UPDATABLE, message).with_target(property.name));
        }
    }
    for part in old.descriptor().nested_key() {
        let stays = match (part.get(old), part.get(new)) {
            (Some(old), Some(new)) => old.same(new),
            (None, None) => true,
            _ => false,
        };
        if !stays {
            let message = format!("`{part}` of `{}` is part of the key and cannot be changed", old.descriptor().name);
            return Err(Error::new(ErrorCode::NOT_UPDATABLE, message).with_target(part.to_string()));
        }
    }
    if !changes.is_empty() {
        RawDelta::read(old, &changes.to_vec(), &reading(ReadOptions::update(), entities))
            .map_err(|error| without_location(&error))?;
    }
    Ok(())
}

/// Refuses related entities, which have repositories of their own.
fn without_related(entity: &dyn Structured) -> Result<(), Error> {
    let is_expanded = |index| !matches!(entity.slot(index).view(), ValueRef::Absent);
    match entity.descriptor().properties().find(|(index, property)| property.ty.navigation && is_expanded(*index)) {
        None => Ok(()),
        Some((_, property)) => {
            let message =
                format!("the entities in `{}` are not written with the entity that they belong to", property.name);
            Err(Error::new(ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, message).with_target(property.name))
        }
    }
}

fn reading(options: ReadOptions, entities: &Entities) -> ReadOptions {
    entities.reading(options).with_ieee754_compatible(true)
}

/// Returns the error without positions in a text that the caller has never seen.
fn without_location(error: &Error) -> Error {
    let copy = |error: &Error| {
        let copy = Error::new(error.code(), error.message());
        match error.target() {
            Some(target) => copy.with_target(target),
            None => copy,
        }
    };
    error.details().iter().map(copy).fold(copy(error), Error::with_detail)
}
