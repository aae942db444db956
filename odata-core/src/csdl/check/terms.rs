//! Terms (OData CSDL 4.01 §14.1).

use super::{
    super::{Element, Term},
    defaults::default_value,
    facets::facets,
    faults::{Faults, place_of},
    index::Index,
    types::{Use, type_of_value},
};

/// The names of the elements that a term can be meant for (OData CSDL 4.01 §14.1.2).
const APPLIES_TO: [&str; 51] = [
    "Action",
    "ActionImport",
    "Add",
    "And",
    "Annotation",
    "Apply",
    "Cast",
    "Collection",
    "ComplexType",
    "Div",
    "DivBy",
    "EntityContainer",
    "EntitySet",
    "EntityType",
    "EnumType",
    "Eq",
    "Function",
    "FunctionImport",
    "Ge",
    "Gt",
    "Has",
    "If",
    "In",
    "Include",
    "IsOf",
    "LabeledElement",
    "Le",
    "Lt",
    "Member",
    "Mod",
    "Mul",
    "NavigationProperty",
    "Ne",
    "Neg",
    "Not",
    "Null",
    "OnDelete",
    "Or",
    "Parameter",
    "Property",
    "PropertyValue",
    "Record",
    "Reference",
    "ReferentialConstraint",
    "ReturnType",
    "Schema",
    "Singleton",
    "Sub",
    "Term",
    "TypeDefinition",
    "UrlRef",
];

/// A11: what terms say.
pub(super) fn terms(index: &Index<'_>, faults: &mut Faults) {
    for schema in &index.document.schemas {
        for term in &schema.terms {
            one(index, &format!("{}.{}", schema.namespace, term.name), term, faults);
        }
    }
}

fn one(index: &Index<'_>, name: &str, term: &Term, faults: &mut Faults) {
    let target = || name.to_owned();
    let at: (_, &dyn Fn() -> String) = (term.place, &target);
    if let Some(found) = type_of_value(index, &term.ty, Use::Term, at, faults) {
        facets(index, found, &term.ty.facets, at, faults);
        if let Some(default) = &term.default {
            default_value(index, &term.ty, found, default, at, faults);
        }
    }
    let rule = "A11, OData CSDL 4.01 §14.1";
    if let Some(base) = &term.base
        && !index.is_foreign(base)
        && !matches!(index.elements.find(base), Some((_, Element::Term(_))))
    {
        let message = format!("there is no term `{base}` that it could be based on");
        faults.add(rule, place_of(base, term.place), name, message);
    }
    for kind in &term.applies_to {
        if !APPLIES_TO.contains(&&*kind.text) {
            let message = format!("`{kind}` is not a value of `AppliesTo`");
            faults.add(rule, place_of(kind, term.place), name, message);
        }
    }
}
