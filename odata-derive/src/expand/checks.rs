//! Rules that cross types: each is one constant that the compiler evaluates, with the span of the user's own token.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;

use super::{
    properties::{Property, default_value, facets_or_none, number},
    span::{SpanRange, call, check, check_both},
};
use crate::{
    ast::{BaseField, Field, StructuredType},
    attr::{DefaultKind, DefaultValue, Derive, FieldAttrs},
    ty,
};

/// Writes the checks of all rules of an entity type or complex type.
pub(super) fn expand(item: &StructuredType<'_>, properties: &[Property<'_>]) -> TokenStream {
    let mut checks = TokenStream::new();
    if let Some(base) = &item.base {
        checks.extend(base_checks(item, base));
        let on_type = item.head.attrs.key.as_ref().map(|key| key.word);
        let key = on_type.or_else(|| item.properties().find_map(|field| field.attrs.key));
        checks.extend(key.map(|word| {
            let owner = &item.head.name;
            check(SpanRange::one(word), "key_not_inherited", quote!(#owner, __BASE.descriptor))
        }));
    }
    for property in properties {
        if item.base.is_some() {
            checks.extend(not_inherited(property));
        }
        checks.extend(type_checks(item, property));
        checks.extend(value_checks(item, property));
    }
    checks
}

/// Checks the base type.
fn base_checks(item: &StructuredType<'_>, base: &BaseField<'_>) -> Vec<TokenStream> {
    let (head, owner) = (&item.head, &item.head.name);
    let kind = kind(head.derive);
    let (span, arguments) = (SpanRange::of(base.ty), quote!(#kind, __BASE.descriptor));
    let mut checks = if base.no_deref {
        vec![check(span, "base_kind", arguments)]
    } else {
        let field = not_hidden("base_field_not_hidden", base.ident);
        let mut checks = vec![check_both(&call(span, "base_kind", arguments), &field)];
        let others = item.fields.iter().filter(|field| !field.is_property());
        checks.extend(others.map(|field| {
            let rule = not_hidden("other_field_not_hidden", field.ident);
            quote! { const _: () = #rule; }
        }));
        checks
    };
    let mut rule = |span, rule| checks.push(check(SpanRange::one(span), rule, quote!(#owner, __BASE.descriptor)));
    if let (Some(word), Derive::Entity, false) =
        (head.attrs.is_abstract, head.derive, head.attrs.allow.abstract_from_concrete)
    {
        rule(word, "abstract_base");
    }
    if let (Some(word), false) = (head.attrs.has_stream, head.attrs.allow.has_stream_below_base) {
        rule(word, "stream_base");
    }
    match (&head.attrs.open, item.dynamic().and_then(|field| field.attrs.dynamic)) {
        (_, Some(word)) => rule(word, "dynamic_not_inherited"),
        (Some(open), None) if open.value => rule(open.span, "dynamic_inherited"),
        (Some(open), None) => rule(open.span, "not_closed"),
        (None, None) => {}
    }
    checks
}

/// Writes the kind of a structured type.
pub(super) fn kind(derive: Derive) -> TokenStream {
    match derive {
        Derive::Entity => quote!(__odata::TypeKind::Entity),
        Derive::Action | Derive::Function => quote!(__odata::TypeKind::Operation),
        _ => quote!(__odata::TypeKind::Complex),
    }
}

/// The type as the type of a property. Its descriptor is handed out by a function, as types refer to each other in circles,
/// and by one of its own for each type, as the compiler limits how often one function leads to itself.
pub(super) fn edm_type(derive: Derive) -> TokenStream {
    match derive {
        Derive::Entity => quote!(__odata::EdmType::Entity(__descriptor)),
        _ => quote!(__odata::EdmType::Complex(__descriptor)),
    }
}

/// Checks that no base type declares the property already, and that no field hides one of it. A name that was written
/// has a span of its own.
fn not_inherited(property: &Property<'_>) -> TokenStream {
    let (field, index) = (property.field, number(property.index));
    let rule = |span, rule| check(SpanRange::one(span), rule, quote!(&__DESCRIPTOR, #index));
    if field.attrs.name.is_none() {
        return rule(field.name_span, "not_inherited");
    }
    let by_name = rule(field.name_span, "name_not_inherited");
    let by_field = rule(field.ident.span(), "field_not_hidden");
    quote! { #by_name #by_field }
}

/// Checks that a field that is not a property hides no field of the base type. Where the type does not dereference to
/// it, nothing is hidden.
fn not_hidden(rule: &str, field: &Ident) -> TokenStream {
    let name = field.unraw().to_string();
    call(SpanRange::one(field.span()), rule, quote!(#name, __BASE.descriptor))
}

/// Checks the type of a property.
fn type_checks(item: &StructuredType<'_>, property: &Property<'_>) -> Vec<TokenStream> {
    let (field, edm_type) = (property.field, property.edm_type());
    let name = &field.name;
    let mut checks = Vec::new();
    let mut rule = |rule| checks.push(check(SpanRange::of(&field.ty_tokens), rule, quote!(#name, #edm_type)));
    if property.builtin.is_none() {
        rule(match item.head.derive {
            _ if item.head.is_operation() && item.head.attrs.allow.stream_parameter => "parameter_type_or_stream",
            _ if item.head.is_operation() => "parameter_type",
            _ if could_be_base(item, field) => "property_type_or_base",
            _ => "property_type",
        });
    }
    if field.is_key && !ty::is_plain_key(field.ty) {
        rule("key_type");
    }
    checks
}

/// Whether the field would do as the one with the base type.
fn could_be_base(item: &StructuredType<'_>, field: &Field<'_>) -> bool {
    item.head.derive == Derive::Entity && item.base.is_none() && ty::peel(field.ty).is_none()
}

/// Checks facets, words of navigation properties and default values.
fn value_checks(item: &StructuredType<'_>, property: &Property<'_>) -> Vec<TokenStream> {
    let (field, edm_type) = (property.field, property.edm_type());
    let name = &field.name;
    let mut checks = facet_checks(&field.attrs, property.builtin, &edm_type);
    for (rule, span) in
        [("unique", field.attrs.unique), ("indexed", field.attrs.indexed), ("searchable", field.attrs.searchable)]
    {
        checks.extend(span.map(|span| check(SpanRange::one(span), rule, quote!(#name, #edm_type))));
    }
    for (word, span) in [("computed", field.attrs.computed), ("immutable", field.attrs.immutable)] {
        if let (Some(span), None) = (span, property.builtin) {
            checks.push(check(SpanRange::one(span), "structural", quote!(#word, #name, #edm_type)));
        }
    }
    let attrs = &field.attrs;
    for (word, span) in [
        ("contains_target", attrs.contains_target),
        ("partner", attrs.partner.as_ref().map(|partner| partner.word)),
        ("referential_constraint", attrs.referential_constraint.as_ref().map(|constraints| constraints.word)),
        ("on_delete", attrs.on_delete.as_ref().map(|on_delete| on_delete.word)),
    ] {
        if let Some(span) = span {
            checks.push(check(SpanRange::one(span), "navigation", quote!(#word, #name, #edm_type)));
        }
    }
    if let Some(default) = &field.attrs.default {
        let (span, value) = (SpanRange::between(default.start, default.span), default_value(default));
        if item.head.is_operation() {
            checks.push(check(SpanRange::one(default.word), "default_of_optional", quote!(#name, #edm_type)));
        }
        checks.push(check(span, "default_value", quote!(#name, #edm_type, #value)));
        checks.extend(float_check(span, default, &edm_type));
        // A type definition has facets, too.
        if field.attrs.has_facets() || property.builtin.is_none() {
            let facets = facets_or_none(&field.attrs);
            checks.push(check(span, "default_fits", quote!(#edm_type, #value, #facets)));
        }
        if field.attrs.not_unicode().is_some() {
            checks.push(check(span, "default_is_ascii", quote!(#edm_type, #value)));
        }
    }
    checks
}

/// Checks that facets apply to the type. `builtin` is the type in the middle, if the tokens leave no doubt about it.
pub(super) fn facet_checks(attrs: &FieldAttrs, builtin: Option<&str>, edm_type: &TokenStream) -> Vec<TokenStream> {
    let mut checks = Vec::new();
    if let Some(facet) = &attrs.max_length
        && builtin != Some("String")
    {
        checks.push(check(SpanRange::one(facet.span), "max_length", quote!(#edm_type)));
    }
    if let Some(facet) = &attrs.precision {
        let value = facet.value;
        let (rule, arguments) = match &attrs.scale {
            Some(_) => ("precision", quote!(#edm_type)),
            None => ("precision_alone", quote!(#edm_type, #value)),
        };
        checks.push(check(SpanRange::one(facet.word), rule, arguments));
        if !(1..=12).contains(&value) {
            checks.push(check(SpanRange::one(facet.span), "precision_value", quote!(#edm_type, #value)));
        }
    }
    if let Some(facet) = &attrs.scale {
        let (rule, arguments) = match (&attrs.precision, facet.value) {
            (None, Some(value)) => ("scale_alone", quote!(#edm_type, #value)),
            _ => ("scale", quote!(#edm_type)),
        };
        checks.push(check(SpanRange::one(facet.word), rule, arguments));
    }
    if let Some(facet) = &attrs.unicode
        && builtin != Some("String")
    {
        checks.push(check(SpanRange::one(facet.span), "unicode", quote!(#edm_type)));
    }
    if let Some(facet) = &attrs.srid {
        checks.push(check(SpanRange::one(facet.word), "srid", quote!(#edm_type)));
    }
    checks
}

/// Checks a number that not every floating-point type can hold. Constant code cannot read such numbers.
fn float_check(span: SpanRange, default: &DefaultValue, edm_type: &TokenStream) -> Option<TokenStream> {
    let DefaultKind::Number(text) = &default.kind else { return None };
    if text.parse().is_ok_and(f32::is_finite) {
        return None;
    }
    let is_double = text.parse().is_ok_and(f64::is_finite);
    Some(check(span, "default_float", quote!(#edm_type, #text, #is_double)))
}
