//! Enumeration types.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use syn::ext::IdentExt as _;

use super::{
    annotation::{Annotations, itself, part},
    hidden::hidden,
    holds,
    properties::number,
    serde,
    span::{SpanRange, check, prefixed, quiet},
};
use crate::{
    ast::{EnumType, UNDERLYING},
    ty, valid,
};

pub(super) fn expand(item: &EnumType<'_>) -> TokenStream {
    let ident = quiet(item.head.ident);
    let mut parts = vec![constants(item), descriptor(item), slot_impl(&ident)];
    parts.push(enumeration(item, &ident));
    parts.push(enum_type(item, &ident));
    parts.push(property_value(item, &ident));
    parts.push(holds::holds_nothing(&ident));
    parts.push(serde::expand(&item.head));
    if item.head.attrs.register {
        parts.push(quote! { __odata::inventory::submit! { __odata::Registration::Enum(&__ENUM) } });
    }
    parts.into_iter().collect()
}

/// Writes the static that describes the type.
fn descriptor(item: &EnumType<'_>) -> TokenStream {
    let (head, underlying) = (&item.head, underlying(item));
    let (name, rust_name, description) = (&head.name, head.ident.unraw().to_string(), &head.description);
    let (accepts_unknown, is_flags) = (item.unknown.is_some(), head.attrs.flags.is_some());
    let members = values(item).into_iter().zip(&item.members).map(|(value, member)| {
        let (name, value, description) = (&member.name, value.expression(), &member.description);
        quote! { __odata::EnumMember { name: #name, value: #value, description: #description }, }
    });
    let mut all = Annotations::default();
    all.add(&itself(), None, &head.attrs.annotations);
    for (index, member) in item.members.iter().enumerate() {
        all.add(&part(index), None, &member.annotations);
    }
    let (items, annotations) = all.finish_optional();
    quote! {
        #items
        static __ENUM: __odata::EnumDescriptor = __odata::EnumDescriptor {
            name: #name,
            rust_name: #rust_name,
            underlying: #underlying,
            members: &[#(#members)*],
            accepts_unknown: #accepts_unknown,
            is_flags: #is_flags,
            description: #description,
            annotations: #annotations,
        };
    }
}

/// Returns the underlying type: `Edm.Int32` unless the enum has another representation.
fn underlying(item: &EnumType<'_>) -> TokenStream {
    let named = item.repr.as_ref().and_then(|repr| UNDERLYING.into_iter().find(|(rust, _)| repr == rust));
    let primitive = format_ident!("{}", named.map_or("Int32", |(_, edm)| edm));
    quote! { __odata::PrimitiveType::#primitive }
}

/// The value of a member.
struct MemberValue {
    /// The constant that it is counted from.
    constant: Option<Ident>,
    /// How far it is from there, or the value itself.
    offset: i64,
}

impl MemberValue {
    /// The value as an expression.
    fn expression(&self) -> TokenStream {
        let offset = Literal::i64_unsuffixed(self.offset);
        match &self.constant {
            Some(constant) if self.offset == 0 => quote! { #constant as i64 },
            Some(constant) => quote! { #constant as i64 + #offset },
            None => offset.to_token_stream(),
        }
    }
}

/// Returns the values of the members: their discriminants, or one more than the value before.
fn values(item: &EnumType<'_>) -> Vec<MemberValue> {
    let (mut constant, mut next) = (None, 0_i64);
    let mut values = Vec::with_capacity(item.members.len());
    for member in &item.members {
        if let Some(discriminant) = member.discriminant {
            let literal = valid::integer(discriminant).and_then(|value| i64::try_from(value).ok());
            constant = literal.is_none().then(|| prefixed("__value", &member.ident.unraw().to_string()));
            next = literal.unwrap_or(0);
        }
        values.push(MemberValue { constant: constant.clone(), offset: next });
        next = next.wrapping_add(1);
    }
    values
}

/// Writes discriminants that are not literals as constants of the type that they have in the enum. E3: they and what is
/// counted from them are in range; with a representation the compiler itself knows the range.
fn constants(item: &EnumType<'_>) -> TokenStream {
    let (underlying, mut constants) = (underlying(item), TokenStream::new());
    for (member, value) in item.members.iter().zip(values(item)) {
        let Some(constant) = value.constant else { continue };
        let written = member.discriminant.map(|written| ty::without_self(written.to_token_stream(), item.head.ident));
        let name = &member.name;
        let (span, rule, arguments) = if let Some(written) = written {
            let ty = item.repr.as_ref().map_or_else(|| quote!(isize), quiet);
            constants.extend(quote! { const #constant: #ty = #written; });
            (SpanRange::of(&member.discriminant), "member_value", quote!(#name, #constant as i64, #underlying))
        } else {
            let offset = Literal::i64_unsuffixed(value.offset);
            let arguments = quote!(#name, #constant as i64, #offset, #underlying);
            (SpanRange::one(member.ident.span()), "next_member_value", arguments)
        };
        if item.repr.is_none() {
            constants.extend(check(span, rule, arguments));
        }
        if item.head.attrs.flags.is_some() {
            constants.extend(check(span, "flag_value", quote!(#name, #constant as i64)));
        }
    }
    constants
}

/// Implements `Slot`.
fn slot_impl(ident: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __odata::Slot for #ident {
            fn view(&self) -> __odata::ValueRef<'_> { __odata::ValueRef::Enum(self) }
            fn put(&mut self, __input: __odata::Input<'_>) -> ::core::result::Result<(), __odata::Mismatch> {
                __odata::put_member(self, __input)
            }
        }
    }
}

/// Implements `Enumeration`.
fn enumeration(item: &EnumType<'_>, ident: &TokenStream) -> TokenStream {
    let members = item.members.iter().enumerate().map(|(index, member)| {
        let (variant, index) = (quiet(member.ident), number(index));
        quote! { Self::#variant => __odata::EnumMemberRef::Declared(#index), }
    });
    let unknown = item.unknown.map(|variant| {
        let variant = quiet(variant);
        quote! { Self::#variant(__member) => __odata::EnumMemberRef::Unknown(__member), }
    });
    quote! {
        #[automatically_derived]
        impl __odata::Enumeration for #ident {
            fn enum_descriptor(&self) -> &'static __odata::EnumDescriptor { &__ENUM }
            fn member(&self) -> __odata::EnumMemberRef<'_> { match self { #(#members)* #unknown } }
        }
    }
}

/// Implements `EnumType`.
fn enum_type(item: &EnumType<'_>, ident: &TokenStream) -> TokenStream {
    let members = item.members.iter().enumerate().map(|(index, member)| {
        let (variant, index) = (quiet(member.ident), number(index));
        quote! { #index => Self::#variant, }
    });
    let declared = if item.members.is_empty() {
        quote! { let _ = __index; ::core::option::Option::None }
    } else {
        quote! { ::core::option::Option::Some(match __index { #(#members)* _ => return ::core::option::Option::None }) }
    };
    let unknown = match item.unknown {
        Some(variant) => {
            let variant = quiet(variant);
            quote! { ::core::option::Option::Some(Self::#variant(__member)) }
        }
        None => quote! { { let _ = __member; ::core::option::Option::None } },
    };
    let hidden = hidden(&item.head);
    quote! {
        #hidden
        #[automatically_derived]
        impl __odata::EnumType for #ident {
            const ENUM_DESCRIPTOR: &'static __odata::EnumDescriptor = &__ENUM;
            fn from_declared(__index: usize) -> ::core::option::Option<Self> { #declared }
            fn from_unknown(__member: __odata::UnknownMember) -> ::core::option::Option<Self> { #unknown }
        }
    }
}

/// Implements `PropertyValue`; a value begins as the first member, or as zero.
fn property_value(item: &EnumType<'_>, ident: &TokenStream) -> TokenStream {
    let first = match (item.members.first(), item.unknown) {
        (Some(member), _) => quiet(member.ident),
        (None, unknown) => {
            let variant = unknown.map(quiet);
            quote! { #variant(__odata::UnknownMember::new("0")) }
        }
    };
    let hidden = hidden(&item.head);
    quote! {
        #hidden
        #[automatically_derived]
        impl __odata::PropertyValue for #ident {
            const TYPE: &'static __odata::PropertyType = &__odata::enum_type::<Self>(&__ENUM);
            type Single = __odata::NoProperties<Self>;
            fn blank() -> Self { Self::#first }
            fn copy(&self) -> Self { __odata::copy_member(self) }
        }
    }
}
