//! Entity containers.

use std::collections::HashSet;

use syn::DeriveInput;

use super::{
    annotation::{annotations, no_paths, of_field},
    binding::{bindings, import},
    document::document,
    head::{generics, head},
    names::{identifier, unique},
};
use crate::{
    ast::{Container, Field, ItemHead},
    attr::ExternalTarget,
    ctxt::Ctxt,
    ty,
};

/// Checks the rules of entity containers.
pub(crate) fn container(ctxt: &Ctxt, input: &DeriveInput, item: &Container<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    for field in item.fields() {
        identifier(ctxt, &field.name, field.name_span);
        bindings(ctxt, item, field);
        of_field(ctxt, field);
        if field.attrs.import.is_some() {
            no_paths(ctxt, &field.attrs.annotations, "an import");
        }
        import(ctxt, field);
    }
    item.children.iter().for_each(|field| child(ctxt, field));
    let names = item.fields().map(|field| (field.name.as_str(), field.name_span, field.rust_name()));
    let what = if item.imports.is_empty() { "entity set or singleton" } else { "entity set, singleton or import" };
    unique(ctxt, what, names);
    if item.fields().next().is_none() && matches!(&input.data, syn::Data::Struct(data) if data.fields.is_empty()) {
        ctxt.error(item.head.ident.span(), "an entity container needs at least one entity set or singleton");
    }
    document(ctxt, &item.head);
    for external in &item.head.attrs.external {
        annotations(ctxt, &external.annotations, &[]);
        match &external.target {
            ExternalTarget::Text(text) => {
                no_paths(ctxt, &external.annotations, &format!("the text \"{}\"", text.value()));
            }
            ExternalTarget::Property(..) | ExternalTarget::Type(_) => {}
        }
    }
    named_types(ctxt, &item.head);
}

/// Checks the rules of entity sets and singletons.
fn child(ctxt: &Ctxt, field: &Field<'_>) {
    match (field.attrs.singleton, field.attrs.entity_set) {
        (None, None) => {
            let message = format_args!("`{}` needs `#[odata(entity_set)]` or `#[odata(singleton)]`", field.rust_name());
            ctxt.error(field.ident.span(), message);
        }
        (Some(_), Some(second)) => ctxt.error(second, "a field is an entity set or a singleton, not both"),
        (None, Some(_)) => {
            if let Some(nullable) = field.attrs.nullable {
                ctxt.error(nullable, "`nullable` applies to singletons only: an entity set can be empty");
            }
        }
        (Some(_), None) => {
            if let Some(included) = &field.attrs.in_service_document {
                let message =
                    "`include_in_service_document` applies to entity sets: all singletons are in the service document";
                ctxt.error(included.span, message);
            }
        }
    }
}

/// Checks that a container names each type once.
fn named_types(ctxt: &Ctxt, head: &ItemHead<'_>) {
    let mut seen = HashSet::new();
    for ty in &head.attrs.types.named {
        if !seen.insert(ty::shown(ty)) {
            ctxt.error_at(ty, format_args!("type `{}` is named twice", ty::shown(ty)));
        }
    }
}
