//! The contained entities that are deleted with an entity (OData Protocol 4.01 §11.4.5), as far as there are hooks for them.

use std::collections::HashSet;

use odata_core::{Model, Structured, edm::TypeDescriptor, uri::Key};

use super::{Unit, read_stored};
use crate::{
    route::contained_type,
    store::{CollectionAddress, EntityAddress, Query, StoreError, StoreFuture},
};

/// The number of contained entities that are read at a time.
const PAGE: u64 = 256;

/// The declared types whose entities may have hooks, or contain entities that have.
pub(super) struct Reach(HashSet<usize>);

impl Reach {
    /// Finds the types in the model. This is done once for a service, because a delete asks for each type that it reaches.
    pub(super) fn of(model: &Model, is_hooked: impl Fn(&TypeDescriptor) -> bool) -> Self {
        let mut reach = Self(HashSet::new());
        for ty in model.types().iter().filter(|ty| is_hooked(ty)) {
            reach.add(ty);
        }
        // Types may contain each other in a cycle, so this goes on until nothing is added.
        loop {
            let before = reach.0.len();
            for ty in model.types() {
                if contained(ty).any(|(_, below)| reach.has(below)) {
                    reach.add(ty);
                }
            }
            if reach.0.len() == before {
                return reach;
            }
        }
    }

    /// Adds a type, and with it all types that may be declared where its entities are.
    fn add(&mut self, ty: &'static TypeDescriptor) {
        let mut level = Some(ty);
        while let Some(ty) = level {
            self.0.insert(address(ty));
            level = ty.base;
        }
    }

    /// Returns whether an entity of this declared type may have hooks, or contain one that has.
    pub(super) fn has(&self, declared: &'static TypeDescriptor) -> bool {
        self.0.contains(&address(declared))
    }
}

/// Returns the identity of a descriptor.
fn address(ty: &'static TypeDescriptor) -> usize {
    std::ptr::from_ref(ty).addr()
}

/// Returns the names of a type's containment navigation properties, and the types that they contain.
fn contained(ty: &TypeDescriptor) -> impl Iterator<Item = (&'static str, &'static TypeDescriptor)> {
    ty.properties().filter_map(|(_, property)| contained_type(property).map(|(below, _)| (property.name, below)))
}

/// Runs the hooks for an entity and then for what it contains, depth first.
pub(super) fn delete<'a>(
    unit: &'a mut Unit<'_>,
    at: &'a EntityAddress,
    entity: Box<dyn Structured>,
    reach: &'a Reach,
) -> StoreFuture<'a, ()> {
    Box::pin(async move {
        let ty = entity.descriptor();
        unit.before_delete(entity)?;
        for (name, declared) in contained(ty).filter(|(_, declared)| reach.has(declared)) {
            let mut query = Query::new(CollectionAddress::contained(at, name)).with_limit(PAGE);
            loop {
                let answer = unit.query(&query).await?;
                for row in &answer.rows {
                    let entity = read_stored(declared, row)?;
                    let address = EntityAddress::new(query.collection.clone(), &*Key::of(&*entity).canonical());
                    delete(unit, &address, entity, reach).await?;
                }
                match answer.next {
                    Some(next) => query = query.with_after(next),
                    None => break,
                }
            }
        }
        Ok::<(), StoreError>(())
    })
}
