//! What each value of a type holds: the compiler follows it, so that no complex value holds values of its own type without end.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{
    properties::Property,
    span::{Place, check, quiet},
};
use crate::{
    ast::{Field, Structured},
    attr::Derive,
    ty::{self, Wrapper},
};

/// `Holds` of a complex type, and the rule about its boxed properties. Entities are never held: they are related.
pub(super) fn expand(item: &Structured<'_>, properties: &[Property<'_>]) -> TokenStream {
    if item.head.derive != Derive::Complex {
        return TokenStream::new();
    }
    let held = properties.iter().filter(|property| property.builtin.is_none() && is_held(property.field));
    let fields: Vec<_> = held.map(|property| property.field).collect();
    let base = item.base.as_ref().map(|base| part(&base.ty));
    let parts: Vec<_> = base.into_iter().chain(fields.iter().map(|field| part(&field.ty_tokens))).collect();
    let ident = quiet(item.head.ident);
    let boxed = fields.iter().filter(|field| ty::peel(field.ty).is_some());
    let checks: Vec<_> = boxed.enumerate().map(|(index, field)| has_end(item, index, field)).collect();
    let unknown = (!checks.is_empty()).then(|| quote! { use __odata::Unknown as _; });
    let holds = holds(&ident, &tree(&parts));
    quote! { #holds #unknown #(#checks)* }
}

/// `Holds`, with the types of the parts.
pub(super) fn holds(ident: &TokenStream, parts: &TokenStream) -> TokenStream {
    quote! { impl __odata::Holds for #ident { type Parts<__L, __G> = #parts; } }
}

/// Whether the property always has a value, as far as its tokens show.
fn is_held(field: &Field<'_>) -> bool {
    ty::layers(field.ty).0.iter().all(|wrapper| matches!(wrapper, Wrapper::Box | Wrapper::AnyOf))
}

/// What is held because of one field.
fn part(ty: &impl quote::ToTokens) -> TokenStream {
    quote! { __odata::Part<#ty, __L, __G> }
}

/// Pairs of pairs, as flat as can be: the depth to which the compiler follows types is limited.
fn tree(parts: &[TokenStream]) -> TokenStream {
    match parts {
        [] => quote! { () },
        [part] => part.clone(),
        parts => {
            let (left, right) = parts.split_at(parts.len() / 2);
            let (left, right) = (tree(left), tree(right));
            quote! { (#left, #right) }
        }
    }
}

/// T13: the values end.
fn has_end(item: &Structured<'_>, index: usize, field: &Field<'_>) -> TokenStream {
    let (ident, ty, shown) = (quiet(item.head.ident), &field.ty_tokens, ty::shown(field.ty));
    let item_type = match ty::peel(field.ty) {
        Some((Wrapper::Box, inner)) => ty::shown(inner),
        _ => shown.clone(),
    };
    let (property, owner) = (&field.name, item.head.ident);
    let message = format!(
        "property `{property}` makes `{owner}` contain itself without end; use `Option<{shown}>` or `Vec<{item_type}>`"
    );
    // The type is not named at the place of a check: where it does not exist, that would be one more error.
    let constant = format_ident!("__E{index}");
    let check = check(Place::of(ty), "has_end", quote!(#constant, #message));
    quote! {
        const #constant: bool = __odata::Probe::<#ty, #ident>::WITHOUT_END;
        #check
    }
}
