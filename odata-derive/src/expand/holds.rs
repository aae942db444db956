//! What each value of a type holds: the compiler follows it, so that no complex value holds values of its own type
//! without end.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    properties::Property,
    span::{SpanRange, check, prefixed, quiet},
};
use crate::{
    ast::{Field, StructuredType},
    attr::Derive,
    ty::{self, Wrapper},
};

/// Implements `Holds` of a complex type, and checks its boxed properties. Entities are never held: they are related.
pub(super) fn expand(item: &StructuredType<'_>, properties: &[Property<'_>]) -> TokenStream {
    if item.head.derive != Derive::Complex {
        return TokenStream::new();
    }
    let held = properties.iter().filter(|property| property.builtin.is_none() && is_held(property.field));
    let fields: Vec<_> = held.map(|property| property.field).collect();
    let base = item.base.as_ref().map(|base| part(&base.ty_tokens));
    let parts: Vec<_> = base.into_iter().chain(fields.iter().map(|field| part(&field.ty_tokens))).collect();
    let ident = quiet(item.head.ident);
    let boxed = fields.iter().filter(|field| ty::peel(field.ty).is_some());
    let checks: Vec<_> = boxed.map(|field| has_end(item, field)).collect();
    let undecided = (!checks.is_empty()).then(|| quote! { use __odata::Undecided as _; });
    let holds = if parts.is_empty() { holds_nothing(&ident) } else { holds(&ident, &tree(&parts)) };
    quote! { #holds #undecided #(#checks)* }
}

/// Implements `Holds` of a type whose values hold no complex value.
pub(super) fn holds_nothing(ident: &TokenStream) -> TokenStream {
    quote! { #[automatically_derived] impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for #ident {} }
}

/// Implements `Holds` of a type whose values hold values of these types. They are in a bound, because they may be
/// private.
fn holds(ident: &TokenStream, parts: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for #ident where #parts: __odata::Search {
            const PARTS: ::core::option::Option<&'static str> = <#parts as __odata::Search>::FOUND;
        }
    }
}

/// The names of primitive types. They are left out because each type that is followed has its price.
const PRIMITIVE: [&str; 8] = ["Date", "DateTimeOffset", "Decimal", "Duration", "Guid", "Stream", "TimeOfDay", "Uuid"];

/// Whether the property always has a value, which may be a complex one, as far as its tokens show.
fn is_held(field: &Field<'_>) -> bool {
    let (wrappers, inner) = ty::layers(field.ty);
    let name = ty::path(inner).and_then(|path| path.segments.last()).map(|last| last.ident.to_string());
    wrappers.iter().all(|wrapper| matches!(wrapper, Wrapper::Box | Wrapper::AnyOf))
        && name.is_none_or(|name| !PRIMITIVE.contains(&name.as_str()))
}

/// Writes what is held because of one field.
fn part(ty: &impl quote::ToTokens) -> TokenStream {
    quote! { __odata::Part<#ty, __Levels, __Goal> }
}

/// Writes the parts, at least one, as pairs of pairs, as flat as can be: the depth to which the compiler follows types
/// is limited.
fn tree(parts: &[TokenStream]) -> TokenStream {
    match parts {
        [part] => part.clone(),
        parts => {
            let (left, right) = parts.split_at(parts.len() / 2);
            let (left, right) = (tree(left), tree(right));
            quote! { (#left, #right) }
        }
    }
}

/// T13: checks that the values end.
fn has_end(item: &StructuredType<'_>, field: &Field<'_>) -> TokenStream {
    let (ident, ty, shown) = (quiet(item.head.ident), &field.ty_tokens, ty::shown(field.ty));
    let item_type = match ty::peel(field.ty) {
        Some((Wrapper::Box, inner)) => ty::shown(inner),
        _ => shown.clone(),
    };
    let (property, owner) = (&field.name, item.head.ident);
    let message = format!(
        "property `{property}` makes `{owner}` contain itself without end; use `Option<{shown}>` or `Vec<{item_type}>`"
    );
    // The type is not named where a check is: where it does not exist, that would be one more error.
    let constant = prefixed("__endless", &field.rust_name());
    let check = check(SpanRange::of(ty), "has_end", quote!(#constant, #message));
    quote! {
        const #constant: bool = __odata::Probe::<#ty, #ident>::WITHOUT_END;
        #check
    }
}
