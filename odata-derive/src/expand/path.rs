//! Paths of fields: a walk that the compiler checks step by step.

use proc_macro2::{Delimiter, Group, Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;

use super::{properties::number, span::prefixed};
use crate::attr::FieldPath;

/// The code of a path.
pub(super) struct PathCode {
    /// The static that holds what the walk found: `Walked`. Constant code reads it.
    pub(super) walked: Ident,
    /// The function that returns the path, for the static data of the model.
    pub(super) function: Ident,
    /// The items with these names.
    pub(super) items: TokenStream,
}

impl PathCode {
    /// The path as a constant expression, for a check.
    pub(super) fn path(&self) -> TokenStream {
        let walked = &self.walked;
        quote!(#walked.path())
    }
}

/// Writes a path that begins at the type `root`. The name distinguishes it from the other paths of the item.
pub(super) fn expand(name: &str, root: &TokenStream, path: &FieldPath) -> PathCode {
    let (walked, function) = (prefixed("__WALK", name), prefixed("__path", name));
    let count = number(path.steps.len());
    let mut walk = quote!(__odata::Walk::<#root, #count>::START);
    for step in &path.steps {
        if let Some(ty) = &step.cast {
            walk.extend(quote! { .cast::<#ty, _>() });
        }
        walk = to(&walk, &step.field);
    }
    if let Some(ty) = &path.cast {
        walk.extend(quote! { .cast::<#ty, _>() });
    }
    let items = quote! {
        static #walked: __odata::Walked<#count> = #walk.end();
        fn #function() -> __odata::ModelPath { #walked.path() }
    };
    PathCode { walked, function, items }
}

/// Writes the step to a field, as a call that has the span of the field and nothing else: the compiler then shows the
/// field alone, and those with similar names.
fn to(walk: &TokenStream, field: &Ident) -> TokenStream {
    let (name, span) = (field.unraw().to_string(), field.span());
    let access = quote_spanned! {span=> |__value| &__value.#field };
    let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#walk, #name, #access));
    arguments.set_span(span);
    quote_spanned! {span=> __odata::Walk::to #arguments }
}
