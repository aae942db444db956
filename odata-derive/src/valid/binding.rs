//! C5, C6, C8, C9: bindings and imports of a container, as far as its own fields show them.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::ext::IdentExt as _;

use crate::{
    ast::{Container, Field},
    attr::{ImportKind, did_you_mean},
    ctxt::Ctxt,
};

/// Checks what a field binds or imports.
pub(super) fn bindings(ctxt: &Ctxt, item: &Container<'_>, field: &Field<'_>) {
    let mut seen = HashSet::new();
    for binding in &field.attrs.bindings {
        if !seen.insert(binding.path.to_string()) {
            let (span, _) = binding.path.span();
            ctxt.error(span, format_args!("`{}` is bound twice", binding.path));
        }
        target(ctxt, item, &binding.target, "entity set or singleton", |_| true);
    }
    if let Some((set, _)) = field.attrs.import.as_ref().and_then(|import| import.entity_set.as_ref()) {
        target(ctxt, item, set, "entity set", |field| field.attrs.entity_set.is_some());
    }
}

/// Checks that a name is that of a field of the container, and of the right kind.
fn target(ctxt: &Ctxt, item: &Container<'_>, name: &Ident, what: &str, fits: impl Fn(&Field<'_>) -> bool) {
    let found = item.children.iter().any(|field| field.ident.unraw() == name.unraw() && fits(field));
    if !found {
        let names: Vec<_> = item.children.iter().filter(|field| fits(field)).map(Field::rust_name).collect();
        let near = did_you_mean(&name.unraw().to_string(), names.iter().map(String::as_str));
        ctxt.error(name.span(), format_args!("there is no {what} `{name}` in this container{near}"));
    }
}

/// Checks that the words of an import are not those of an entity set or a singleton.
pub(super) fn import(ctxt: &Ctxt, field: &Field<'_>) {
    let Some(import) = &field.attrs.import else { return };
    let kind = import.kind.word();
    for second in [field.attrs.entity_set, field.attrs.singleton].into_iter().flatten() {
        ctxt.error(
            second,
            format_args!("a field is an entity set, a singleton or an import; this one is `{kind}` too"),
        );
    }
    if let Some(nullable) = field.attrs.nullable {
        ctxt.error(nullable, "`nullable` applies to singletons only");
    }
    if let Some(binding) = field.attrs.bindings.first() {
        ctxt.error(binding.path.span().0, "`bind` applies to entity sets and singletons only");
    }
    if let Some(included) = &field.attrs.in_service_document {
        let message = match import.kind {
            ImportKind::Function => "of a function it is written `function_import(include_in_service_document)`",
            ImportKind::Action => "`include_in_service_document` applies to functions: an action is called with POST",
        };
        ctxt.error(included.span, message);
    }
}
