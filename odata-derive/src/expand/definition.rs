//! Type definitions.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::{
    annotation::{Annotations, itself},
    checks,
    hidden::hidden,
    holds,
    properties::facets_or_none,
    serde,
    span::{SpanRange, check, quiet},
};
use crate::{
    ast::{Definition, Underlying},
    hint, ty,
};

pub(super) fn expand(item: &Definition<'_>) -> TokenStream {
    let Some(underlying) = &item.underlying else { return TokenStream::new() };
    let ident = quiet(item.head.ident);
    let parts = [
        field(underlying),
        rules(item, underlying),
        descriptor(item),
        slot_impl(&ident),
        property_value(item, &ident),
        term_value(&ident),
        holds::holds_nothing(&ident),
        serde::expand(&item.head),
        if item.head.attrs.register {
            quote! { __odata::inventory::submit! { __odata::Registration::Definition(&__DEFINITION) } }
        } else {
            TokenStream::new()
        },
    ];
    parts.into_iter().collect()
}

/// Writes the access to the value, the only use of its type that has a bound.
fn field(underlying: &Underlying<'_>) -> TokenStream {
    let ty = &underlying.ty_tokens;
    let function = hint::function(underlying.ty).unwrap_or_else(|| quote! { __odata::field::< });
    quote! { const __FIELD: __odata::Field<#ty> = #function #ty>(); }
}

/// Writes the rules about the type of the value and about the facets.
fn rules(item: &Definition<'_>, underlying: &Underlying<'_>) -> TokenStream {
    let builtin = ty::builtin(underlying.ty);
    let mut rules = vec![check(SpanRange::of(&underlying.ty_tokens), "underlying_type", quote!(__FIELD.ty))];
    rules.extend(checks::facet_checks(&item.head.attrs.facets, builtin, &quote!(__FIELD.ty)));
    rules.into_iter().collect()
}

/// Writes the static that describes the type.
fn descriptor(item: &Definition<'_>) -> TokenStream {
    let head = &item.head;
    let (name, rust_name, description) = (&head.name, head.ident.unraw().to_string(), &head.description);
    let (facets, unicode) = (facets_or_none(&head.attrs.facets), &head.attrs.facets.unicode);
    let unicode = match unicode {
        Some(unicode) => {
            let unicode = unicode.value;
            quote! { ::core::option::Option::Some(#unicode) }
        }
        None => quote! { ::core::option::Option::None },
    };
    let mut all = Annotations::default();
    all.add(&itself(), None, &head.attrs.annotations);
    let (items, annotations) = all.finish_optional();
    quote! {
        #items
        static __DEFINITION: __odata::TypeDefinition = __odata::TypeDefinition {
            name: #name,
            rust_name: #rust_name,
            underlying: __odata::underlying(__FIELD.ty),
            facets: #facets,
            unicode: #unicode,
            description: #description,
            annotations: #annotations,
        };
    }
}

/// Implements `Slot`, by that of the value.
fn slot_impl(ident: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __odata::Slot for #ident {
            fn view(&self) -> __odata::ValueRef<'_> { (__FIELD.slot)(&self.0).view() }
            fn put(&mut self, __input: __odata::Input<'_>) -> ::core::result::Result<(), __odata::Mismatch> {
                (__FIELD.slot_mut)(&mut self.0).put(__input)
            }
        }
    }
}

/// Implements `PropertyValue`.
fn property_value(item: &Definition<'_>, ident: &TokenStream) -> TokenStream {
    let (written, hidden) = (item.head.ident, hidden(&item.head));
    quote! {
        #hidden
        #[automatically_derived]
        impl __odata::PropertyValue for #ident {
            const TYPE: &'static __odata::PropertyType = &__odata::defined_type::<Self>(__FIELD.ty, &__DEFINITION);
            type Single = __odata::NoProperties<Self>;
            fn blank() -> Self { Self((__FIELD.blank)()) }
            fn copy(&self) -> Self { __odata::copy::<#written>(self) }
        }
    }
}

/// Implements `TermValue`: the type of a term or of a member of a record can be a type definition.
pub(super) fn term_value(ident: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __odata::TermValue for #ident {
            const TYPE: __odata::TermType = __odata::TermType::Definition(&__DEFINITION);
            type Item = Self;
        }
    }
}
