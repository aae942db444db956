//! Paths of fields: a walk that the compiler checks step by step.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Type, ext::IdentExt as _, spanned::Spanned as _};

use super::{
    properties::number,
    span::{SpanRange, prefixed},
};
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

/// The entity type or complex type that a value of this Rust type is or holds, as the root of a path.
///
/// It has the span of the type as a whole: then the compiler reports a fault in it together with what is reported of the
/// type elsewhere.
pub(super) fn root(ty: &TokenStream) -> TokenStream {
    let SpanRange(first, last) = SpanRange::of(ty);
    // One token each: of `<<` the second half would begin one character later.
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> as __odata::PropertyValue>::Single as __odata::Leads>::To);
    quote!(#open #open #ty #close)
}

/// Writes a path that begins at the type `root`. The name distinguishes it from the other paths of the item.
pub(super) fn expand(name: &str, root: &TokenStream, path: &FieldPath) -> PathCode {
    let (walked, function) = (prefixed("__WALK", name), prefixed("__path", name));
    let count = number(path.steps.len());
    let SpanRange(first, last) = SpanRange::of(root);
    let (before, after) = (quote_spanned!(first=> __odata::Walk::<), quote_spanned!(last=> , #count>::START));
    let mut walk = quote!(#before #root #after);
    for step in &path.steps {
        walk = to(&cast(walk, step.cast.as_ref()), &step.field);
    }
    let walk = cast(walk, path.cast.as_ref());
    let items = quote! {
        static #walked: __odata::Walked<#count> = #walk.end();
        fn #function() -> __odata::ModelPath { #walked.path() }
    };
    PathCode { walked, function, items }
}

/// Writes the cast to a type, if there is one.
fn cast(walk: TokenStream, ty: Option<&Type>) -> TokenStream {
    let Some(ty) = ty else { return walk };
    let span = ty.span();
    quote_spanned! {span=> __odata::Walk::cast::<#ty, _>(#walk) }
}

/// Writes the step to a field, as the user's own code: then the compiler suggests fields that exist. A call that is not
/// one of a method has the span of the field alone.
fn to(walk: &TokenStream, field: &Ident) -> TokenStream {
    let name = field.unraw().to_string();
    quote_spanned! {field.span()=> __odata::Walk::to(#walk, #name, |__value| &__value.#field) }
}
