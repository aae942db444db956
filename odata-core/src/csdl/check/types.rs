//! Base types, and the types of values.

use std::collections::HashSet;

use super::{
    super::{Name, Place, PrimitiveType, StructuredKind, TypeReference, Version},
    faults::{Faults, is_proven, place_of},
    index::{Found, Index},
};

/// What a type is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// The type of a structural property.
    Property,
    /// The type of a navigation property.
    Navigation,
    /// The type of a parameter or of what is returned.
    Operation,
    /// The type of a term, or of an expression.
    Term,
}

/// Checks the type of a value, apart from its facets. Returns what it is; `None` if it is faulty or not known.
pub(super) fn type_of_value<'d>(
    index: &Index<'d>,
    ty: &TypeReference,
    used: Use,
    (outer, target): (Place, &dyn Fn() -> String),
    faults: &mut Faults,
) -> Option<Found<'d>> {
    let place = place_of(&ty.name, outer);
    let found = find(index, &ty.name, outer, target, faults)?;
    let collection = if ty.collection { "a collection" } else { "a value" };
    let (rule, message) = match (found, used) {
        (Found::Other(what), Use::Property | Use::Operation | Use::Term) => {
            ("T14, OData CSDL 4.01 §7.1", format!("`{}` is {what} and cannot be the type of a value", ty.name))
        }
        (Found::Primitive(PrimitiveType::Stream), Use::Property | Use::Operation | Use::Term) if ty.collection => {
            ("T9, OData CSDL 4.01 §3.3", "`Edm.Stream` cannot be an item of a collection".to_owned())
        }
        (Found::Abstract("Edm.EntityType"), Use::Property) => return entity_property(ty, place, target, faults),
        (Found::Structured(id), Use::Property) if !index.is_complex(id) => {
            return entity_property(ty, place, target, faults);
        }
        (Found::Abstract("Edm.PrimitiveType"), Use::Property | Use::Operation) if ty.collection => {
            ("T10, OData CSDL 4.01 §3.4", format!("`{ty}` cannot be the type of {collection}"))
        }
        (
            Found::Abstract("Edm.ComplexType") | Found::Primitive(PrimitiveType::Untyped),
            Use::Property | Use::Operation,
        ) if ty.collection && index.document.version == Version::V4_0 => {
            ("T10, OData CSDL 4.01 §17", format!("OData 4.0 has no `{ty}`"))
        }
        (Found::Primitive(PrimitiveType::Untyped), Use::Property | Use::Operation)
            if index.document.version == Version::V4_0 =>
        {
            ("T12, OData CSDL 4.01 §17", "OData 4.0 has no `Edm.Untyped`".to_owned())
        }
        (Found::Path(name), Use::Operation) => {
            ("T11, OData CSDL 4.01 §3.5", format!("`{name}` can only be used in a type that is used by terms alone"))
        }
        _ => return Some(found),
    };
    faults.add(rule, place, target(), message);
    None
}

fn entity_property<'d>(
    ty: &TypeReference,
    place: Place,
    target: &dyn Fn() -> String,
    faults: &mut Faults,
) -> Option<Found<'d>> {
    let message = format!("`{}` is an entity type, which only a navigation property leads to", ty.name);
    faults.add("T7, OData CSDL 4.01 §7.1", place, target(), message);
    None
}

/// T14: finds what a name stands for. Returns `None` and reports it if that is nothing, or nothing that is known.
pub(super) fn find<'d>(
    index: &Index<'d>,
    name: &Name,
    outer: Place,
    target: &dyn Fn() -> String,
    faults: &mut Faults,
) -> Option<Found<'d>> {
    match index.find(name) {
        Found::Foreign => None,
        Found::Missing if name.contains('(') => {
            let message = "a collection has no collections as items";
            faults.add("T8, OData CSDL 4.01 §7.1", place_of(name, outer), target(), message);
            None
        }
        Found::Missing => {
            let message = || not_found(index, name);
            faults.add_missing("T14, OData CSDL 4.01 §15.3", name, place_of(name, outer), target, message);
            None
        }
        found => Some(found),
    }
}

/// Says that a name stands for nothing.
pub(super) fn not_found(index: &Index<'_>, name: &str) -> String {
    match name.rsplit_once('.') {
        None => format!("`{name}` has no namespace"),
        Some(("Edm", _)) => format!("there is no type `{name}`"),
        Some((namespace, _)) => match index.elements.namespace(namespace) {
            namespace if index.declares(namespace) => format!("`{namespace}` has no type `{name}`"),
            _ => format!("`{name}` is of a namespace that the document neither declares nor includes"),
        },
    }
}

/// T1 to T4: what a type derives from.
pub(super) fn bases(index: &Index<'_>, faults: &mut Faults) {
    for (id, level) in index.levels.iter().enumerate() {
        let Some(name) = &level.ty.base else { continue };
        let (ty, place) = (level.ty, place_of(name, level.ty.place));
        let target = || index.name(id);
        let kind = |kind| {
            if kind == StructuredKind::Entity {
                ("an entity type", "T1, OData CSDL 4.01 §6.1")
            } else {
                ("a complex type", "T1, OData CSDL 4.01 §9.1")
            }
        };
        let (what, rule) = kind(ty.kind);
        match find(index, name, ty.place, &target, faults) {
            None => {}
            Some(Found::Abstract(_) | Found::Primitive(_) | Found::Path(_)) => {
                faults.add("T2, OData CSDL 4.01 §3.4", place, target(), format!("`{name}` cannot be a base type"));
            }
            Some(Found::Structured(base)) => {
                let base = index.levels[base].ty;
                if base.kind != ty.kind {
                    let message = format!("{what} only derives from {what}, and `{name}` is {}", kind(base.kind).0);
                    faults.add(rule, place, target(), message);
                } else if ty.kind == StructuredKind::Entity
                    && ty.is_abstract
                    && !base.is_abstract
                    && !is_proven(ty.place)
                {
                    let message = format!("an abstract type cannot derive from `{name}`, which is not abstract");
                    faults.add("T4, OData CSDL 4.01 §6.2", place, target(), message);
                }
            }
            Some(Found::Enum(_) | Found::Definition(_) | Found::Other(_) | Found::Foreign | Found::Missing) => {
                faults.add(rule, place, target(), format!("{what} only derives from {what}, and `{name}` is none"));
            }
        }
    }
    circles(index, faults);
}

/// T3: no type derives from itself. Each circle is reported once, at its first type.
fn circles(index: &Index<'_>, faults: &mut Faults) {
    let base = |id: usize| index.structured(index.levels[id].ty.base.as_deref()?);
    let mut known = HashSet::new();
    for start in 0..index.levels.len() {
        let mut way = Vec::new();
        let mut next = index.levels[start].base.is_none().then_some(start);
        while let Some(id) = next.filter(|id| known.insert(*id)) {
            way.push(id);
            next = base(id);
        }
        let Some(from) = next.and_then(|id| way.iter().position(|seen| *seen == id)) else { continue };
        let mut names: Vec<_> = way[from..].iter().take(16).map(|id| index.called(*id)).collect();
        if let Some(others @ 1..) = way[from..].len().checked_sub(16) {
            names.push(format!("{others} others"));
        }
        let ty = index.levels[way[from]].ty;
        let message = format!("the base types form a circle: {}", names.join(", "));
        faults.add("T3, OData CSDL 4.01 §6.1, §9.1", ty.place, index.name(way[from]), message);
    }
}

/// T11: types of paths are used by types that only terms use.
pub(super) fn paths(index: &Index<'_>, faults: &mut Faults) {
    // All types of values that entities have, or that operations take and return.
    let mut reached: Vec<usize> = (0..index.levels.len()).filter(|id| !index.is_complex(*id)).collect();
    let operations = index.document.schemas.iter().flat_map(|schema| &schema.operations);
    let types = operations.flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        parameters.chain(operation.return_type.iter().map(|returned| &returned.ty))
    });
    reached.extend(types.filter_map(|ty| index.structured(&ty.name)));
    let mut known = vec![false; index.levels.len()];
    while let Some(id) = reached.pop() {
        if std::mem::replace(&mut known[id], true) {
            continue;
        }
        reached.extend(index.levels[id].base);
        let properties = index.levels[id].ty.properties.iter().filter(|property| property.navigation.is_none());
        for property in properties {
            match index.find(&property.ty.name) {
                Found::Structured(inner) => reached.push(inner),
                Found::Path(name) => {
                    let message = format!("`{name}` can only be used in a type that is used by terms alone");
                    let place = place_of(&property.ty.name, property.place);
                    faults.add("T11, OData CSDL 4.01 §3.5", place, index.target(id, &property.name), message);
                }
                _ => {}
            }
        }
    }
}
