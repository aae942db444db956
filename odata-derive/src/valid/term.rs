//! Terms and records.

use std::collections::HashSet;

use syn::{DeriveInput, ext::IdentExt as _};

use super::{
    annotation::{no_paths, of_field},
    head::{generics, has_word, head},
    names::{identifier, unique},
    property::scale,
};
use crate::{
    ast::{Record, Term},
    attr::did_you_mean,
    ctxt::Ctxt,
};

/// The kinds of elements that a term can be meant for, as `applies_to(..)` has them (OData CSDL 4.01 §14.1.2).
pub(crate) const APPLIES_TO: [&str; 51] = [
    "action",
    "action_import",
    "annotation",
    "apply",
    "cast",
    "collection",
    "complex_type",
    "entity_container",
    "entity_set",
    "entity_type",
    "enum_type",
    "function",
    "function_import",
    "if",
    "include",
    "is_of",
    "labeled_element",
    "member",
    "navigation_property",
    "null",
    "on_delete",
    "parameter",
    "property",
    "property_value",
    "record",
    "reference",
    "referential_constraint",
    "return_type",
    "schema",
    "singleton",
    "term",
    "type_definition",
    "url_ref",
    "and",
    "or",
    "not",
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "has",
    "in",
    "add",
    "sub",
    "neg",
    "mul",
    "div",
    "div_by",
    "mod",
];

/// Checks the rules of terms.
pub(crate) fn term(ctxt: &Ctxt, input: &DeriveInput, item: &Term<'_>) {
    let attrs = &item.head.attrs;
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    if item.value.is_none() && !has_word(input, "value") {
        ctxt.error(item.head.ident.span(), "the type of a term's values is missing; add `#[odata(value = String)]`");
    }
    scale(ctxt, &attrs.facets);
    applies_to(ctxt, item);
}

/// A11: checks what the term is meant for.
fn applies_to(ctxt: &Ctxt, item: &Term<'_>) {
    let mut seen = HashSet::new();
    for kind in &item.head.attrs.applies_to {
        let name = kind.0.unraw().to_string();
        if !APPLIES_TO.contains(&name.as_str()) {
            let near = did_you_mean(&name, APPLIES_TO.into_iter());
            let message = format_args!("`{name}` is not a kind of element that a term applies to{near}");
            ctxt.error(kind.0.span(), message);
        } else if !seen.insert(name.clone()) {
            ctxt.error(kind.0.span(), format_args!("`{name}` is listed twice"));
        }
    }
}

/// Checks the rules of records.
pub(crate) fn record(ctxt: &Ctxt, input: &DeriveInput, item: &Record<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    for member in &item.members {
        identifier(ctxt, &member.field.name, member.field.name_span);
        scale(ctxt, &member.field.attrs);
        of_field(ctxt, &member.field);
        no_paths(ctxt, &member.field.attrs.annotations, "the type of a record");
    }
    let names = item.members.iter().map(|member| &member.field);
    unique(ctxt, "member", names.map(|field| (field.name.as_str(), field.name_span, field.rust_name())));
}
