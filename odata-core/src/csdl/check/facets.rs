//! Facets (OData CSDL 4.01 §7.2).

use super::{
    super::{EnumType, Facets, MaxLength, Place, PrimitiveType, Scale, TypeDefinition, Version},
    faults::Faults,
    index::{Found, Index},
};

/// Checks the facets of a value by what its type is.
pub(super) fn facets(
    index: &Index<'_>,
    found: Found<'_>,
    facets: &Facets,
    (place, target): (Place, &dyn Fn() -> String),
    faults: &mut Faults,
) {
    let mut add = |rule, message| faults.add(rule, place, target(), message);
    let version = index.document.version;
    match found {
        Found::Primitive(primitive) => of_primitive(primitive, facets, version, &mut add),
        Found::Definition(definition) => {
            repeated(definition, facets, &mut add);
            if let Found::Primitive(primitive) = index.find(&definition.underlying) {
                of_primitive(primitive, &with(facets, &definition.facets), version, &mut |rule, message| {
                    // Faults of the facets of the type definition are reported there.
                    if is_own(rule, facets) {
                        add(rule, message);
                    }
                });
            }
        }
        Found::Enum(EnumType { name, .. }) => none_applies(facets, &format!("enumeration type `{name}`"), &mut add),
        Found::Structured(_) => none_applies(facets, "structured types", &mut add),
        _ => {}
    }
}

/// Checks the facets of a type definition.
pub(super) fn of_definition(
    index: &Index<'_>,
    primitive: PrimitiveType,
    facets: &Facets,
    (place, target): (Place, &dyn Fn() -> String),
    faults: &mut Faults,
) {
    of_primitive(primitive, facets, index.document.version, &mut |rule, message| {
        faults.add(rule, place, target(), message);
    });
}

const F1: &str = "F1, OData CSDL 4.01 §7.2.2";
const F2: &str = "F2, OData CSDL 4.01 §7.2.3";
const F3: &str = "F3, OData CSDL 4.01 §7.2.4";
const F4: &str = "F4, OData CSDL 4.01 §7.2.5";
const F5: &str = "F5, OData CSDL 4.01 §7.2.6";

/// Returns the facets that are there, by their rules and names.
fn declared(facets: &Facets) -> impl Iterator<Item = (&'static str, &'static str)> {
    [
        (F1, "MaxLength", facets.max_length.is_some()),
        (F2, "Precision", facets.precision.is_some()),
        (F3, "Scale", facets.scale.is_some()),
        (F4, "Unicode", facets.unicode.is_some()),
        (F5, "SRID", facets.srid.is_some()),
    ]
    .into_iter()
    .filter_map(|(rule, facet, is_there)| is_there.then_some((rule, facet)))
}

/// Returns whether a rule is about a facet that is there.
fn is_own(rule: &str, facets: &Facets) -> bool {
    declared(facets).any(|(own, _)| own == rule) || rule == F3 && facets.precision.is_some()
}

/// Returns facets together with those of a type definition.
pub(super) fn with(facets: &Facets, others: &Facets) -> Facets {
    Facets {
        max_length: facets.max_length.or(others.max_length),
        precision: facets.precision.or(others.precision),
        scale: facets.scale.or(others.scale),
        unicode: facets.unicode.or(others.unicode),
        srid: facets.srid.or(others.srid),
    }
}

fn none_applies(facets: &Facets, what: &str, add: &mut dyn FnMut(&'static str, String)) {
    for (rule, facet) in declared(facets) {
        add(rule, format!("`{facet}` does not apply to {what}"));
    }
}

/// F7: a facet that a type definition has is not repeated where it is used.
fn repeated(definition: &TypeDefinition, facets: &Facets, add: &mut dyn FnMut(&'static str, String)) {
    for (rule, facet) in declared(facets) {
        if declared(&definition.facets).any(|(other, _)| other == rule) {
            let message = format!("`{facet}` is already set by type definition `{}`", definition.name);
            add("F7, OData CSDL 4.01 §11.1", message);
        }
    }
}

/// F1 to F5: which facets a type has, and their values.
fn of_primitive(
    primitive: PrimitiveType,
    facets: &Facets,
    version: Version,
    add: &mut dyn FnMut(&'static str, String),
) {
    let name = primitive.name();
    let applies = |rule| match rule {
        F1 => primitive.has_max_length(),
        F2 => primitive.has_precision(),
        F3 => primitive == PrimitiveType::Decimal,
        F4 => primitive == PrimitiveType::String,
        _ => matches!(primitive, PrimitiveType::Geo(_)),
    };
    for (rule, facet) in declared(facets) {
        if !applies(rule) {
            add(rule, format!("`{facet}` does not apply to `{name}`"));
        }
    }
    match facets.max_length.filter(|_| applies(F1)) {
        Some(MaxLength::Number(0)) => add(F1, "`MaxLength` must be at least 1".to_owned()),
        Some(MaxLength::Max) if version > Version::V4_0 => {
            add(F1, "`MaxLength` is `max` in OData 4.0 only".to_owned());
        }
        _ => {}
    }
    match facets.precision.filter(|_| applies(F2)) {
        Some(0) if primitive == PrimitiveType::Decimal => {
            add(F2, "`Precision` of `Edm.Decimal` must be at least 1".to_owned());
        }
        Some(13..) if primitive.is_temporal() => add(F2, format!("`Precision` of `{name}` must be from 0 to 12")),
        _ => {}
    }
    match (facets.scale.filter(|_| applies(F3)), facets.precision) {
        (Some(Scale::Number(scale)), Some(precision)) if scale > precision => {
            add(F3, format!("`Scale` ({scale}) cannot be greater than `Precision` ({precision})"));
        }
        (Some(Scale::Floating), _) if version == Version::V4_0 => {
            add(F3, "OData 4.0 has no `Scale` that is `floating`".to_owned());
        }
        _ => {}
    }
}
