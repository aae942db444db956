//! Names that are taken twice.

use std::collections::{HashMap, hash_map::Entry};

use super::{
    super::{Place, Schema, StructuredKind},
    faults::{Faults, other, place_of},
    index::Index,
};

/// A name that a schema declares, with its place and words for what it is.
type Declared<'d> = (&'d str, Place, &'static str);

/// Returns what a schema declares, without operations: in the order of the text, if there is one.
fn declared(schema: &Schema) -> Vec<Declared<'_>> {
    let types = schema.types.iter().map(|ty| {
        let what = match ty.kind {
            StructuredKind::Entity => "the entity type",
            StructuredKind::Complex => "the complex type",
        };
        (&*ty.name.text, place_of(&ty.name, ty.place), what)
    });
    let enums = schema.enums.iter().map(|ty| (&*ty.name.text, place_of(&ty.name, ty.place), "the enumeration type"));
    let definitions = schema.definitions.iter();
    let definitions = definitions.map(|ty| (&*ty.name.text, place_of(&ty.name, ty.place), "the type definition"));
    let terms = schema.terms.iter().map(|term| (&*term.name.text, place_of(&term.name, term.place), "the term"));
    let containers = schema.containers.iter();
    let containers = containers.map(|found| (&*found.name.text, place_of(&found.name, found.place), "the container"));
    let mut all: Vec<_> = types.chain(enums).chain(definitions).chain(terms).chain(containers).collect();
    all.sort_by_key(|(_, place, _)| place.location().map_or(0, |location| location.offset));
    all
}

/// N6: no two parts of a schema have one name; overloads of an operation have.
pub(super) fn of_schemas(index: &Index<'_>, faults: &mut Faults) {
    let mut names: HashMap<(&str, &str), Declared<'_>> = HashMap::new();
    for schema in &index.document.schemas {
        for found in declared(schema) {
            match names.entry((&schema.namespace, found.0)) {
                Entry::Vacant(free) => drop(free.insert(found)),
                Entry::Occupied(taken) => {
                    let name = format!("{}.{}", schema.namespace, found.0);
                    let message = format!("{} is named `{name}` as well", other(taken.get().1, taken.get().2));
                    faults.add("N6, OData CSDL 4.01 §3.1", found.1, name, message);
                }
            }
        }
    }
    for schema in &index.document.schemas {
        for operation in &schema.operations {
            let place = place_of(&operation.name, operation.place);
            let is_allowed = place.item().is_some_and(|item| item.notes.name_of_a_type);
            let Some(taken) = names.get(&(&schema.namespace, &operation.name)).filter(|_| !is_allowed) else {
                continue;
            };
            let name = format!("{}.{}", schema.namespace, operation.name);
            let hint = super::faults::hint(place, "; `allow(name_of_a_type)` on the operation allows it");
            let message = format!("{} is named `{name}` as well{hint}", other(taken.1, taken.2));
            faults.add("N6, OData CSDL 4.01 §5", place, name, message);
        }
    }
}
