//! What all items have.

use syn::DeriveInput;

use super::{
    annotation::{annotations, described, no_paths},
    names::qualified,
};
use crate::{ast::ItemHead, attr::Derive, ctxt::Ctxt};

/// Checks the rules of all items.
pub(super) fn head(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>) {
    let description = described(&head.description, head.attrs.description.as_ref());
    let keys = ("AlternateKeys", "`alternate_key`", !head.attrs.alternate_keys.is_empty());
    annotations(ctxt, &head.attrs.annotations, &[description, keys]);
    if !matches!(head.derive, Derive::Entity | Derive::Complex | Derive::Action | Derive::Function) {
        no_paths(ctxt, &head.attrs.annotations, head.derive.noun());
    }
    match &head.attrs.name {
        Some(literal) => qualified(ctxt, literal),
        None if has_word(input, "type") => {}
        None => {
            ctxt.error(head.ident.span(), "the qualified name is missing; add `#[odata(type = \"namespace.name\")]`");
        }
    }
}

/// Checks that no item is generic.
pub(super) fn generics(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>) {
    if !input.generics.params.is_empty() {
        let noun = head.derive.noun();
        ctxt.error_at(&input.generics, format_args!("{noun} cannot be generic; write one type for each use of it"));
    }
}

/// Whether there is an attribute that tried to say this: the fault in it is reported already.
pub(super) fn has_word(input: &DeriveInput, name: &str) -> bool {
    let words = input.attrs.iter().filter(|attribute| attribute.path().is_ident("odata"));
    words.filter_map(|attribute| attribute.meta.require_list().ok()).any(|list| {
        list.tokens
            .clone()
            .into_iter()
            .any(|token| matches!(token, proc_macro2::TokenTree::Ident(word) if word == name))
    })
}
