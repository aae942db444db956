//! What goes with an entity that is deleted (OData Protocol 4.01 §11.4.5), as far as there are hooks for it.

use odata_core::{Model, Structured, edm::TypeDescriptor, uri::Key};

use super::{Unit, read_stored};
use crate::{
    route::contained_type,
    store::{CollectionAddress, EntityAddress, Query, StoreError, StoreFuture},
};

/// How many contained entities are read at a time.
const PAGE: u64 = 256;

/// The types of entities with which hooks may go: those that hooks are for, and those that contain them.
pub(super) struct Reach(Vec<&'static TypeDescriptor>);

impl Reach {
    /// Looks at the declared type, what derives from it, and what these contain over any number of levels.
    pub(super) fn of(
        model: &Model,
        declared: &'static TypeDescriptor,
        is_hooked: impl Fn(&TypeDescriptor) -> bool,
    ) -> Self {
        let mut seen = Vec::new();
        follow(model, declared, &mut seen);
        let mut watched: Vec<_> = seen.iter().copied().filter(|ty| is_hooked(ty)).collect();
        // Types may contain each other in a circle, so this goes on until nothing is added.
        loop {
            let before = watched.len();
            for ty in &seen {
                let leads_there = || contained(ty).any(|(_, below)| watched.iter().any(|ty| ty.derives_from(below)));
                if !watched.iter().any(|known| known.is(ty)) && leads_there() {
                    watched.push(ty);
                }
            }
            if watched.len() == before {
                return Self(watched);
            }
        }
    }

    /// Whether an entity of this declared type may be one that matters.
    pub(super) fn is_watched(&self, declared: &TypeDescriptor) -> bool {
        self.0.iter().any(|ty| ty.derives_from(declared))
    }
}

/// Collects the types of the entities that a collection of this declared type may hold, and of those that they contain.
fn follow(model: &Model, declared: &'static TypeDescriptor, seen: &mut Vec<&'static TypeDescriptor>) {
    for ty in model.instances(declared) {
        if !seen.iter().any(|known| known.is(ty)) {
            seen.push(ty);
            contained(ty).for_each(|(_, below)| follow(model, below, seen));
        }
    }
}

/// The names of a type's containment navigation properties, and the types that they contain.
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
        for (name, declared) in contained(ty).filter(|(_, declared)| reach.is_watched(declared)) {
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
