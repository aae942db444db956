//! The fallback: what is written in place of an item with faults, so that its users do not fail as well.
//!
//! Its descriptor is empty and has no name: rules that cross types conclude nothing from it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    checks, container,
    definition::term_value,
    operation::without_parts,
    serde,
    span::quiet,
    structured::{concrete_impl, inheritance, slot_impl, structured_type_impl, typed_properties},
};
use crate::{
    ast::{Container, Definition, EnumType, Field, StructuredType},
    lifetime, ty,
};

/// Writes the fallback of an entity type or complex type: its typed properties and its base are still there, and serde.
pub(super) fn structured_with_serde(item: &StructuredType<'_>) -> TokenStream {
    [structured(item), serde::expand(&item.head)].into_iter().collect()
}

/// Writes the same without serde, so that nothing is done with a value of the type.
pub(super) fn structured(item: &StructuredType<'_>) -> TokenStream {
    let ident = quiet(item.head.ident);
    let fields: Vec<_> = item.properties().collect();
    let typed: TokenStream = fields.iter().map(|field| typed(&ident, field)).collect();
    let values: TokenStream = fields.iter().map(|field| typed_value(field)).collect();
    [
        descriptor(item),
        slot_impl(&ident),
        structured_impl(&ident),
        property_value(item, &ident),
        structured_type_impl(&ident, &values),
        typed_properties(item, &typed),
        inheritance(item),
        concrete_impl(&ident),
        sharing_impls(item, &ident),
    ]
    .into_iter()
    .collect()
}

/// Writes the fallback of an action or function.
pub(super) fn operation(item: &StructuredType<'_>) -> TokenStream {
    [structured(item), without_parts(item), serde::expand(&item.head)].into_iter().collect()
}

/// Says that threads can share the values, where the fault is that they cannot: a fallback is never part of a program.
fn sharing_impls(item: &StructuredType<'_>, ident: &TokenStream) -> TokenStream {
    if !item.fields.iter().any(|field| ty::sharing_fault(field.ty).is_some()) {
        return TokenStream::new();
    }
    quote! {
        unsafe impl ::core::marker::Send for #ident {}
        unsafe impl ::core::marker::Sync for #ident {}
    }
}

/// Writes a field of the typed properties.
fn typed(owner: &TokenStream, field: &Field<'_>) -> TokenStream {
    let (visibility, ident) = (field.visibility, quiet(field.ident));
    let ty = match ty::fault(field.ty) {
        Some(_) => lifetime::add_missing(field.ty_tokens.clone()),
        None => field.ty_tokens.clone(),
    };
    quote! { #visibility #ident: __odata::Property<#owner, #ty>, }
}

/// Writes the value of a field of the typed properties.
fn typed_value(field: &Field<'_>) -> TokenStream {
    let ident = quiet(field.ident);
    quote! { #ident: __odata::property(0), }
}

fn descriptor(item: &StructuredType<'_>) -> TokenStream {
    let kind = checks::kind(item.head.derive);
    quote! {
        static __DESCRIPTOR: __odata::TypeDescriptor =
            __odata::type_descriptor(#kind, "", "", __odata::NO_BASE, &[], &[], || ::core::unreachable!());
        fn __descriptor() -> &'static __odata::TypeDescriptor { &__DESCRIPTOR }
    }
}

/// Implements `Structured` of a value without properties.
fn structured_impl(ident: &TokenStream) -> TokenStream {
    quote! {
        impl __odata::Structured for #ident {
            fn slot(&self, _: usize) -> &dyn __odata::Slot { ::core::unreachable!() }
            fn slot_mut(&mut self, _: usize) -> &mut dyn __odata::Slot { ::core::unreachable!() }
        }
    }
}

/// Implements `PropertyValue`.
fn property_value(item: &StructuredType<'_>, ident: &TokenStream) -> TokenStream {
    let edm = checks::edm_type(item.head.derive);
    quote! {
        impl __odata::PropertyValue for #ident {
            const TYPE: &'static __odata::PropertyType = &__odata::structured_type::<Self>(#edm, false);
            const STRUCTURED: ::core::option::Option<&'static __odata::TypeDescriptor> = ::core::option::Option::Some(&__DESCRIPTOR);
            type Single = Self;
            fn blank() -> Self { loop {} }
            fn copy(&self) -> Self { loop {} }
        }
    }
}

/// Writes the fallback of an enumeration type: without members.
pub(super) fn enumeration(item: &EnumType<'_>) -> TokenStream {
    let (ident, serde) = (quiet(item.head.ident), serde::expand(&item.head));
    let is_flags = item.head.attrs.flags.is_some();
    quote! {
        static __ENUM: __odata::EnumDescriptor = __odata::EnumDescriptor {
            name: "",
            rust_name: "",
            underlying: __odata::PrimitiveType::Int32,
            members: &[],
            accepts_unknown: false,
            is_flags: #is_flags,
            description: "",
            annotations: ::core::option::Option::None,
        };
        impl __odata::Slot for #ident {
            fn view(&self) -> __odata::ValueRef<'_> { __odata::ValueRef::Enum(self) }
        }
        impl __odata::Enumeration for #ident {
            fn enum_descriptor(&self) -> &'static __odata::EnumDescriptor { &__ENUM }
            fn member(&self) -> __odata::EnumMemberRef<'_> { ::core::unreachable!() }
        }
        impl __odata::EnumType for #ident {
            const ENUM_DESCRIPTOR: &'static __odata::EnumDescriptor = &__ENUM;
            fn from_declared(_: usize) -> ::core::option::Option<Self> { ::core::option::Option::None }
            fn from_unknown(_: __odata::UnknownMember) -> ::core::option::Option<Self> { ::core::option::Option::None }
        }
        impl __odata::PropertyValue for #ident {
            const TYPE: &'static __odata::PropertyType = &__odata::enum_type::<Self>(&__ENUM);
            type Single = __odata::NoProperties<Self>;
            fn blank() -> Self { ::core::unreachable!() }
            fn copy(&self) -> Self { ::core::unreachable!() }
        }
        #serde
    }
}

/// Writes the fallback of a type definition: text, whatever it is.
pub(super) fn definition(item: &Definition<'_>) -> TokenStream {
    let (ident, serde) = (quiet(item.head.ident), serde::expand(&item.head));
    let term_value = term_value(&ident);
    quote! {
        #term_value
        static __DEFINITION: __odata::TypeDefinition = __odata::TypeDefinition {
            name: "",
            rust_name: "",
            underlying: __odata::PrimitiveType::String,
            facets: __odata::NO_FACETS,
            unicode: ::core::option::Option::None,
            description: "",
            annotations: ::core::option::Option::None,
        };
        impl __odata::Slot for #ident {
            fn view(&self) -> __odata::ValueRef<'_> { __odata::ValueRef::Null }
        }
        impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for #ident {}
        impl __odata::PropertyValue for #ident {
            const TYPE: &'static __odata::PropertyType = &__odata::defined_type::<Self>(
                <::std::string::String as __odata::PropertyValue>::TYPE,
                &__DEFINITION,
            );
            type Single = __odata::NoProperties<Self>;
            fn blank() -> Self { ::core::unreachable!() }
            fn copy(&self) -> Self { ::core::unreachable!() }
        }
        #serde
    }
}

/// Writes the fallback of an entity container: its descriptor has no entity sets and singletons; the typed ones are
/// there.
pub(super) fn container(item: &Container<'_>) -> TokenStream {
    [container::descriptor(item, &container::Rows::default()), container::sets(item)].into_iter().collect()
}
