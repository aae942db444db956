//! Actions and functions.

use syn::{DeriveInput, Type};

use super::{
    annotation::annotations,
    head::{generics, has_word, head},
    names::{identifier, unique},
    property::{property, scale},
};
use crate::{
    ast::{ItemHead, StructuredType},
    attr::{Derive, EntitySetPath},
    ctxt::Ctxt,
    ty::{self, Wrapper},
};

/// Checks the rules of actions and functions.
pub(crate) fn operation(ctxt: &Ctxt, input: &DeriveInput, item: &StructuredType<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    for field in &item.fields {
        property(ctxt, &item.head, field);
    }
    annotations(ctxt, &item.head.attrs.binding_annotations, &[]);
    if let Some(returns) = &item.head.attrs.returns {
        annotations(ctxt, &returns.facets.annotations, &[]);
    }
    binding(ctxt, input, &item.head);
    returns(ctxt, input, &item.head);
    if let Some(path) = &item.head.attrs.entity_set_path {
        entity_set_path(ctxt, input, &item.head, path);
    }
    names(ctxt, item);
    order(ctxt, item);
}

/// Checks the word for the type of the binding parameter and the one for its name.
fn binding(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>) {
    if let Some(ty) = &head.attrs.bound_to {
        nesting(ctxt, ty);
    }
    let Some(name) = &head.attrs.binding else { return };
    if head.attrs.bound_to.is_some() || has_word(input, "bound_to") {
        identifier(ctxt, &name.value(), name.span());
    } else {
        let noun = head.derive.noun();
        ctxt.error(
            name.span(),
            format_args!("`binding` names the binding parameter, and {noun} without `bound_to = ..` has none"),
        );
    }
}

/// O1: checks what is returned.
fn returns(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>) {
    match &head.attrs.returns {
        Some(returns) => {
            nesting(ctxt, &returns.ty);
            scale(ctxt, &returns.facets);
        }
        None if head.derive == Derive::Function && !has_word(input, "returns") => {
            ctxt.error(
                head.ident.span(),
                "a function must return a value; add `#[odata(returns(..))]`, or derive `ODataAction`",
            );
        }
        None => {}
    }
}

/// Checks what can be seen of a type that an attribute names.
fn nesting(ctxt: &Ctxt, ty: &Type) {
    if let Some((tokens, fault)) = ty::fault(ty) {
        ctxt.error_at(tokens, fault);
    }
}

/// O7: checks the path to the entity set of what is returned.
fn entity_set_path(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>, path: &EntitySetPath) {
    let (text, span) = (path.binding.value(), path.binding.span());
    if head.attrs.bound_to.is_none() {
        if !has_word(input, "bound_to") {
            let message = "`entity_set_path` begins with the binding parameter; add `bound_to = ..`";
            ctxt.error(span, message);
        }
        return;
    }
    if head.attrs.returns.is_none() && !has_word(input, "returns") && !head.attrs.allow.entity_set_path_without_entity {
        let message = "`entity_set_path` leads to the entities that are returned; add `returns(..)`";
        ctxt.error(span, message);
    }
    let binding = head.binding_name();
    match text.split_once('/') {
        Some((first, after)) if first == binding => {
            let fields = after.replace('/', ".");
            let message = format!(
                "after the binding parameter, `entity_set_path` has fields: `entity_set_path(\"{binding}\", {fields})`"
            );
            ctxt.error(span, message);
        }
        _ if text == binding => {}
        _ => ctxt.error(span, format_args!("`entity_set_path` must start with the binding parameter `{binding}`")),
    }
}

/// N12: checks that the names of the parameters are unique, that of the binding parameter included.
fn names(ctxt: &Ctxt, item: &StructuredType<'_>) {
    let binding = item.head.attrs.bound_to.is_some().then(|| item.head.binding_name());
    for field in &item.fields {
        if binding.as_ref() == Some(&field.name) {
            let name = &field.name;
            let message = format_args!(
                "parameter `{name}` has the name of the binding parameter; give that one another with `binding = \"..\"`"
            );
            ctxt.error(field.name_span, message);
        }
    }
    let names = item.fields.iter().map(|field| (field.name.as_str(), field.name_span, field.rust_name()));
    unique(ctxt, "parameter", names);
}

/// O10: checks that parameters that may be left out come last.
fn order(ctxt: &Ctxt, item: &StructuredType<'_>) {
    let is_optional = |ty| matches!(ty::peel(ty::unboxed(ty)), Some((Wrapper::Optional, _)));
    let Some(first) = item.fields.iter().position(|field| is_optional(field.ty)) else { return };
    for field in item.fields.iter().skip(first).filter(|field| !is_optional(field.ty)) {
        let message = format_args!(
            "required parameter `{}` cannot follow optional parameter `{}`",
            field.name, item.fields[first].name
        );
        ctxt.error(field.ident.span(), message);
    }
}
