//! Terms and records.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;

use super::{
    annotation::{Annotations, itself, part},
    checks::facet_checks,
    hidden::hidden,
    properties::{default_or_none, default_value, facets_or_none, number},
    span::{SpanRange, check, prefixed, quiet},
};
use crate::{
    ast::{ItemHead, Member, Record, Term},
    attr::FieldAttrs,
    ty,
};

/// Writes the code of a term.
pub(super) fn term(item: &Term<'_>) -> TokenStream {
    let (head, Some(value)) = (&item.head, &item.value) else { return TokenStream::new() };
    let attrs = &head.attrs;
    let mut annotations = Annotations::default();
    annotations.add(&itself(), None, &attrs.annotations);
    let (items, annotations) = annotations.finish_optional();
    let checks = value_checks("term", &attrs.facets, &quote!(__TYPE.ty));
    let base = attrs.base.as_ref().map_or_else(
        || quote!(::core::option::Option::None),
        |base| {
            let base = ty::without_self(quote!(#base), head.ident);
            quote!(::core::option::Option::Some(__odata::term::<#base>()))
        },
    );
    let descriptor = Descriptor { annotations, applies_to: applies_to(head), base };
    let registration =
        attrs.register.then(|| quote! { __odata::inventory::submit! { __odata::Registration::Term(&__TERM) } });
    let term = term_items(item, value, &descriptor);
    quote! {
        const __TYPE: __odata::ValueType = __odata::value_type::<#value>();
        #items
        #term
        #checks
        #registration
    }
}

/// What the descriptor of a term has besides its own attributes.
struct Descriptor {
    annotations: TokenStream,
    applies_to: TokenStream,
    base: TokenStream,
}

/// Writes the descriptor of a term and the trait.
fn term_items(item: &Term<'_>, value: &TokenStream, descriptor: &Descriptor) -> TokenStream {
    let (head, ident) = (&item.head, quiet(item.head.ident));
    let (name, rust_name, description) = (&head.name, head.ident.unraw().to_string(), &head.description);
    let attrs = &head.attrs.facets;
    let (facets, unicode, default) = (facets_or_none(attrs), unicode(attrs), default_or_none(attrs.default.as_ref()));
    let Descriptor { annotations, applies_to, base } = descriptor;
    let hidden = hidden(head);
    quote! {
        static __TERM: __odata::TermDescriptor = __odata::TermDescriptor {
            name: #name,
            rust_name: #rust_name,
            ty: __TYPE.ty,
            nullable: __TYPE.nullable,
            facets: #facets,
            unicode: #unicode,
            default: #default,
            base: #base,
            applies_to: #applies_to,
            description: #description,
            annotations: #annotations,
        };
        #hidden
        #[automatically_derived]
        impl __odata::Term for #ident {
            type Value = #value;
            const DESCRIPTOR: &'static __odata::TermDescriptor = &__TERM;
        }
    }
}

/// Writes the fallback of a term with faults: it takes any value.
pub(super) fn term_fallback(item: &Term<'_>) -> TokenStream {
    let ident = quiet(item.head.ident);
    quote! {
        static __TERM: __odata::TermDescriptor = __odata::TermDescriptor::FAULTY;
        #[automatically_derived]
        impl __odata::Term for #ident {
            type Value = __odata::Faulty;
            const DESCRIPTOR: &'static __odata::TermDescriptor = &__TERM;
        }
    }
}

/// Writes what a term is meant for.
fn applies_to(head: &ItemHead<'_>) -> TokenStream {
    let mut kinds =
        head.attrs.applies_to.iter().map(|kind| format_ident!("{}", kind.0.unraw().to_string().to_uppercase()));
    match kinds.next() {
        Some(first) => quote! { __odata::AppliesTo::#first #(.with(__odata::AppliesTo::#kinds))* },
        None => quote! { __odata::AppliesTo::ALL },
    }
}

fn unicode(attrs: &FieldAttrs) -> TokenStream {
    match &attrs.unicode {
        Some(unicode) => {
            let unicode = unicode.value;
            quote! { ::core::option::Option::Some(#unicode) }
        }
        None => quote! { ::core::option::Option::None },
    }
}

/// Checks facets and the default value of a term or of a member.
fn value_checks(name: &str, attrs: &FieldAttrs, ty: &TokenStream) -> TokenStream {
    let mut checks = TokenStream::new();
    if let Some(span) = attrs.first_facet() {
        let mut constant = prefixed("__FACETS", &name.to_uppercase());
        constant.set_span(span);
        checks.extend(quote_spanned! {span=> const #constant: __odata::PropertyType = __odata::facet_type(#ty); });
        checks.extend(facet_checks(attrs, None, &quote_spanned!(span=> &#constant)));
    }
    if let Some(default) = &attrs.default {
        let (span, value) = (SpanRange::between(default.start, default.span), default_value(default));
        checks.extend(check(span, "term_default", quote!(#ty, #value)));
    }
    checks
}

/// Writes the code of a record.
pub(super) fn record(item: &Record<'_>) -> TokenStream {
    let head = &item.head;
    let mut annotations = Annotations::default();
    annotations.add(&itself(), None, &head.attrs.annotations);
    for (index, member) in item.members.iter().enumerate() {
        annotations.add(&part(index), None, &member.field.attrs.annotations);
    }
    let (items, annotations) = annotations.finish_optional();
    let checks: TokenStream = item
        .members
        .iter()
        .filter(|member| has_facts(member))
        .map(|member| {
            let constant = constant(member);
            value_checks(&member.field.rust_name(), &member.field.attrs, &quote!(#constant.ty))
        })
        .collect();
    let base = base(head);
    let inherited = head.attrs.base.as_ref().map(|base| {
        let span = SpanRange::of(base);
        check(span, "record_base", quote!(__BASE, &__RECORD))
    });
    let descriptor = record_descriptor(item, &annotations);
    let registration = head
        .attrs
        .register
        .then(|| quote! { __odata::inventory::submit! { __odata::Registration::Record(&__RECORD) } });
    let traits = record_traits(item);
    quote! { #items #base #descriptor #traits #checks #inherited #registration }
}

/// The descriptor of the base type.
fn base(head: &ItemHead<'_>) -> TokenStream {
    let Some(base) = &head.attrs.base else { return TokenStream::new() };
    let base = ty::without_self(quote!(#base), head.ident);
    quote! { const __BASE: &'static __odata::RecordDescriptor = __odata::record_type::<#base>(); }
}

/// Whether a member has a default value or facets, which are checked.
fn has_facts(member: &Member<'_>) -> bool {
    let attrs = &member.field.attrs;
    attrs.default.is_some() || attrs.first_facet().is_some()
}

/// The constant with the type of a member that has facts.
fn constant(member: &Member<'_>) -> Ident {
    prefixed("__member", &member.field.rust_name())
}

fn record_descriptor(item: &Record<'_>, annotations: &TokenStream) -> TokenStream {
    let head = &item.head;
    let (name, rust_name, description) = (&head.name, head.ident.unraw().to_string(), &head.description);
    let is_abstract = head.attrs.is_abstract.is_some();
    let is_open = head.attrs.open.as_ref().is_some_and(|open| open.value);
    let base = match &head.attrs.base {
        Some(_) => quote!(::core::option::Option::Some(__BASE)),
        None => quote!(::core::option::Option::None),
    };
    let constants = item.members.iter().filter(|member| has_facts(member)).map(|member| {
        let (constant, value) = (constant(member), &member.value);
        quote! { const #constant: __odata::ValueType = __odata::value_type::<#value>(); }
    });
    let rows = item.members.iter().map(|member| {
        let (constant, field) = (constant(member), &member.field);
        let (name, rust_name, description) = (&field.name, field.rust_name(), &field.description);
        if !has_facts(member) {
            let value = &member.value;
            return quote! { __odata::member::<#value>(#name, #rust_name, #description), };
        }
        let attrs = &field.attrs;
        let (facets, unicode, default) =
            (facets_or_none(attrs), unicode(attrs), default_or_none(attrs.default.as_ref()));
        quote! {
            __odata::MemberDescriptor {
                name: #name,
                rust_name: #rust_name,
                ty: #constant.ty,
                nullable: #constant.nullable,
                facets: #facets,
                unicode: #unicode,
                default: #default,
                description: #description,
            },
        }
    });
    let count = number(item.members.len());
    quote! {
        #(#constants)*
        static __MEMBERS: [__odata::MemberDescriptor; #count] = [#(#rows)*];
        static __RECORD: __odata::RecordDescriptor = __odata::RecordDescriptor {
            name: #name,
            rust_name: #rust_name,
            base: #base,
            is_abstract: #is_abstract,
            is_open: #is_open,
            members: &__MEMBERS,
            description: #description,
            annotations: #annotations,
        };
    }
}

/// Implements the traits of a record.
fn record_traits(item: &Record<'_>) -> TokenStream {
    let (name, ident, hidden) = (&item.head.name, quiet(item.head.ident), hidden(&item.head));
    let fields: Vec<_> = item.members.iter().map(|member| quiet(member.field.ident)).collect();
    let indexes = (0..fields.len()).map(number);
    quote! {
        #hidden
        #[automatically_derived]
        impl __odata::TermValue for #ident {
            const TYPE: __odata::TermType = __odata::TermType::Record(__odata::RecordType {
                name: #name,
                descriptor: || &__RECORD,
            });
            const NEEDS: ::core::option::Option<&'static str> = __odata::needed(&__RECORD);
            type Item = Self;
        }
        #hidden
        #[automatically_derived]
        impl __odata::Constant for #ident {
            const CONSTANT_TYPE: __odata::TermType = <Self as __odata::TermValue>::TYPE;
            const CONSTANT_RECORD: ::core::option::Option<&'static __odata::RecordDescriptor> =
                ::core::option::Option::Some(&__RECORD);
            fn to_expression(&self) -> __odata::Expression { __odata::record_expression(self) }
        }
        #hidden
        #[automatically_derived]
        impl __odata::Record for #ident {
            const RECORD: &'static __odata::RecordDescriptor = &__RECORD;
            const EMPTY: Self = Self { #(#fields: __odata::Value::ABSENT),* };
            fn member(&self, __index: usize) -> __odata::RawValue {
                match __index {
                    #(#indexes => self.#fields.raw(),)*
                    _ => __odata::RawValue::Absent,
                }
            }
        }
    }
}

/// Writes the fallback of a record with faults.
pub(super) fn record_fallback(item: &Record<'_>) -> TokenStream {
    let ident = quiet(item.head.ident);
    quote! {
        static __RECORD: __odata::RecordDescriptor = __odata::RecordDescriptor::FAULTY;
        impl __odata::TermValue for #ident {
            const TYPE: __odata::TermType =
                __odata::TermType::Record(__odata::RecordType { name: "", descriptor: || &__RECORD });
            type Item = Self;
        }
        impl __odata::Constant for #ident {
            const CONSTANT_TYPE: __odata::TermType = <Self as __odata::TermValue>::TYPE;
            fn to_expression(&self) -> __odata::Expression { ::core::unreachable!() }
        }
    }
}
