//! Fields of entity types and complex types.

use std::collections::HashSet;

use super::{
    annotation::of_field,
    names::{identifier, same_name_as_type},
};
use crate::{
    ast::{Field, ItemHead, refuse_property_words},
    attr::{Derive, FieldAttrs},
    ctxt::Ctxt,
    ty::{self, Wrapper},
};

/// Checks the rules of a property.
pub(super) fn property(ctxt: &Ctxt, head: &ItemHead<'_>, field: &Field<'_>) {
    if let Some(span) = field.attrs.no_deref {
        ctxt.error(span, "`no_deref` applies to the base type only: `#[odata(base, no_deref)]`");
    }
    identifier(ctxt, &field.name, field.name_span);
    if !head.is_operation() {
        same_name_as_type(ctxt, head, "property", &field.name, field.name_span);
    }
    scale(ctxt, &field.attrs);
    of_field(ctxt, field);
    constraints(ctxt, field);
    if field.lacks_lifetime {
        return;
    }
    if let Some((tokens, fault)) = ty::fault(field.ty) {
        ctxt.error_at(tokens, fault);
    } else if let (true, Some((Wrapper::Option, inner))) = (field.is_key, ty::peel(field.ty)) {
        let message = format_args!(
            "key property `{}` cannot be nullable; use `{}` without `Option`",
            field.name,
            ty::shown(inner)
        );
        ctxt.error_at(field.ty, message);
    } else if contains_itself(head, field) {
        let message = format_args!(
            "property `{}` makes `{}` contain itself without end; use `Option<Box<{1}>>` or `Vec<{1}>`",
            field.name, head.ident
        );
        ctxt.error_at(field.ty, message);
    }
}

/// F3: checks that the scale is not greater than the precision.
pub(super) fn scale(ctxt: &Ctxt, attrs: &FieldAttrs) {
    if let (Some(precision), Some(scale)) = (&attrs.precision, &attrs.scale)
        && let (precision, Some(value)) = (precision.value, scale.value)
        && value > precision
    {
        ctxt.error(scale.span, format_args!("`scale` ({value}) cannot be greater than `precision` ({precision})"));
    }
}

/// V12: checks that a referential constraint names each property once.
fn constraints(ctxt: &Ctxt, field: &Field<'_>) {
    let Some(constraints) = &field.attrs.referential_constraint else { return };
    let mut seen = HashSet::new();
    for dependent in constraints.all.iter().map(|constraint| &constraint.dependent) {
        let path = dependent.to_string();
        if seen.contains(&path) {
            ctxt.error(dependent.span().0, format_args!("`{path}` is in two referential constraints"));
        }
        seen.insert(path);
    }
}

/// T13: whether a complex value always holds another one of its own type.
fn contains_itself(head: &ItemHead<'_>, field: &Field<'_>) -> bool {
    let (wrappers, inner) = ty::layers(field.ty);
    head.derive == Derive::Complex
        && !wrappers.is_empty()
        && wrappers.iter().all(|wrapper| matches!(wrapper, Wrapper::Box | Wrapper::AnyOf))
        && ty::is_named(inner, head.ident)
}

/// Checks the rules of fields that are not properties.
pub(super) fn no_property(ctxt: &Ctxt, field: &Field<'_>) {
    let what = if field.attrs.skip.is_some() { "not part of the model" } else { "for dynamic properties" };
    refuse_property_words(ctxt, field, what);
    if let Some((tokens, fault)) = ty::sharing_fault(field.ty) {
        ctxt.error_at(tokens, fault);
    }
    if let Some(span) = field.attrs.no_deref {
        ctxt.error(span, "`no_deref` applies to the base type only: `#[odata(base, no_deref)]`");
    }
    if let (Some(_), Some(span)) = (field.attrs.skip, field.attrs.dynamic) {
        ctxt.error(span, "a field that is not part of the model cannot hold the dynamic properties");
    }
}
