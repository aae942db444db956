//! What OData 4.0 does not have (OData CSDL 4.01 §17).

use super::{
    super::{
        Expression, HostElement, Operator, PathKind, StructuredKind, TypeReference, ValuePart, Version, value_parts,
    },
    faults::{Faults, place_of},
    index::{Found, Index},
    lints::is_silent,
    targets::Target,
};

/// Returns whether a type is an entity type without a key, as far as is known.
pub(super) fn is_keyless(index: &Index<'_>, id: usize) -> bool {
    let level = &index.levels[id];
    level.ty.kind == StructuredKind::Entity && level.complete && level.key.is_none()
}

/// K10: an entity type that is not abstract has a key.
pub(super) fn keys(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version > Version::V4_0 {
        return;
    }
    for (id, level) in index.levels.iter().enumerate().filter(|(id, _)| is_keyless(index, *id)) {
        if !level.ty.is_abstract {
            let message = "the entity type has no key; declare one, or make the type abstract";
            faults.add("K10, OData CSDL 4.01 §17", level.ty.place, index.name(id), message);
        }
    }
}

/// F8: in version 4.01, a collection says whether its items can be null.
pub(super) fn collections(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version == Version::V4_0 {
        return;
    }
    for (id, property) in index.properties() {
        if property.navigation.is_none() && is_silent(&property.ty) {
            let message = "the collection does not say whether its items can be null";
            faults.add("F8, OData CSDL 4.01 §7.2.1", property.place, index.target(id, &property.name), message);
        }
    }
}

/// V12: the properties of a referential constraint are not complex.
pub(super) fn constraints(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version > Version::V4_0 {
        return;
    }
    for (id, property) in index.properties() {
        let constraints = property.navigation.iter().flat_map(|navigation| &navigation.constraints);
        let mut dependents = constraints.filter_map(|constraint| index.walk(id, &constraint.property).end());
        let complex = dependents.find(|(_, property)| match index.find(&property.ty.name) {
            Found::Structured(id) => index.is_complex(id),
            _ => false,
        });
        if let Some((_, complex)) = complex {
            let name = complex.place.item().and_then(|item| item.field).unwrap_or(&complex.name);
            let message = format!("`{name}` has a complex type, and a referential constraint needs primitive types");
            faults.add("V12, OData CSDL 4.01 §17", property.place, index.target(id, &property.name), message);
        }
    }
}

/// X2: what annotations and types of version 4.0 do not have.
pub(super) fn features(index: &Index<'_>, faults: &mut Faults) {
    if index.document.version > Version::V4_0 {
        return;
    }
    let rule = "X2, OData CSDL 4.01 §17";
    let external = index.document.schemas.iter().flat_map(|schema| &schema.external);
    let external = external.map(|block| (block.target.text.clone(), &*block.annotations, block.place));
    let hosts = index.document.hosts();
    let hosts = hosts.iter().map(|host| (Target::of(index, host.element).path, host.annotations, host.place));
    for (target, annotations, outer) in hosts.chain(external) {
        for part in value_parts(annotations) {
            let ValuePart::Expression(expression) = part else { continue };
            let (what, place) = match expression {
                Expression::Path(PathKind::AnyProperty, path) => ("Edm.AnyPropertyPath", place_of(path, outer)),
                Expression::Path(PathKind::ModelElement, path) => ("Edm.ModelElementPath", place_of(path, outer)),
                Expression::Operation(operator, ..) if is_new(*operator) => (operator.name(), outer),
                _ => continue,
            };
            faults.add(rule, place, &*target, format!("OData 4.0 has no `{what}`"));
        }
    }
    for host in index.document.hosts().iter().filter(|host| matches!(host.element, HostElement::Document)) {
        for annotation in host.annotations {
            if index.elements.qualified(&annotation.term) == "Org.OData.Core.V1.DefaultNamespace" {
                let place = place_of(&annotation.term, host.place);
                let message = "OData 4.0 has no `Core.DefaultNamespace` of schemas of other documents";
                faults.add(rule, place, &*annotation.term.text, message);
            }
        }
    }
    for (id, property) in index.properties() {
        if let Some(message) = new_path(index, &property.ty) {
            faults.add(rule, place_of(&property.ty.name, property.place), index.target(id, &property.name), message);
        }
    }
    for schema in &index.document.schemas {
        for term in &schema.terms {
            if let Some(message) = new_path(index, &term.ty) {
                let target = format!("{}.{}", schema.namespace, term.name);
                faults.add(rule, place_of(&term.ty.name, term.place), target, message);
            }
        }
    }
}

fn new_path(index: &Index<'_>, ty: &TypeReference) -> Option<String> {
    match index.find(&ty.name) {
        Found::Path(name @ ("Edm.AnyPropertyPath" | "Edm.ModelElementPath")) => {
            Some(format!("OData 4.0 has no `{name}`"))
        }
        _ => None,
    }
}

/// Returns whether version 4.01 has introduced an operator (OData CSDL 4.01 §14.4.2, §14.4.3).
const fn is_new(operator: Operator) -> bool {
    use Operator::{Add, Div, DivBy, Has, In, Mod, Mul, Neg, Sub};
    matches!(operator, Add | Div | DivBy | Has | In | Mod | Mul | Neg | Sub)
}
