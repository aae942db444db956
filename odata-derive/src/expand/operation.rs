//! Actions and functions: their parameters as the properties of a structured value, and what the rest of the
//! declaration says.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::Type;

use super::{
    checks::{self, facet_checks},
    path,
    properties::{facets, number},
    serde,
    span::{SpanRange, check, quiet},
    structured::{Expansion, inheritance, slot_impl},
};
use crate::{
    ast::{ItemHead, StructuredType},
    attr::{Derive, EntitySetPath},
    ty,
};

pub(super) fn expand(item: &StructuredType<'_>) -> TokenStream {
    let expansion = Expansion::new(item);
    let head = &item.head;
    let (path_items, steps) = entity_set_path(head);
    let parts = [
        expansion.constants(),
        constants(head),
        path_items,
        checks::expand(item, &expansion.properties),
        part_checks(head),
        expansion.descriptor(&[]),
        slot_impl(&expansion.ident),
        expansion.structured(),
        expansion.property_value(),
        structured_type(&expansion.ident),
        inheritance(item),
        descriptor(head, &binding(head), &returns(head), &steps),
        traits(head),
        serde::expand(head),
    ];
    let registration = quote! { __odata::inventory::submit! { __odata::Registration::Operation(&__OPERATION) } };
    parts.into_iter().chain([registration]).collect()
}

/// Writes the descriptor and the traits of an operation with faults.
pub(super) fn without_parts(item: &StructuredType<'_>) -> TokenStream {
    let none = quote!(::core::option::Option::None);
    [descriptor(&item.head, &none, &none, &none), traits(&item.head)].into_iter().collect()
}

/// Implements `StructuredType`: parameters have no typed paths.
fn structured_type(ident: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __odata::StructuredType for #ident {
            const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
            type Properties = ();
            const TYPED_PROPERTIES: &'static () = &();
        }
    }
}

/// The type for use outside of the item.
fn outside(head: &ItemHead<'_>, ty: &Type) -> TokenStream {
    ty::without_self(ty.to_token_stream(), head.ident)
}

/// Access to the types of the binding parameter and of what is returned.
fn constants(head: &ItemHead<'_>) -> TokenStream {
    let binding = head.attrs.bound_to.as_ref().map(|ty| {
        let ty = outside(head, ty);
        quote! { const __BINDING: __odata::Child = __odata::child::<#ty>(); }
    });
    let returns = head.attrs.returns.as_ref().map(|returns| {
        let ty = outside(head, &returns.ty);
        quote! { const __RETURNS: __odata::Child = __odata::child::<#ty>(); }
    });
    quote! { #binding #returns }
}

/// Writes the checks of the binding parameter and of what is returned.
fn part_checks(head: &ItemHead<'_>) -> TokenStream {
    let mut checks = TokenStream::new();
    if let Some(ty) = &head.attrs.bound_to {
        checks.extend(check(SpanRange::of(ty), "binding_type", quote!(__BINDING.ty)));
    }
    if let Some(returns) = &head.attrs.returns {
        checks.extend(check(SpanRange::of(&returns.ty), "return_type", quote!(__RETURNS.ty)));
        checks.extend(facet_checks(&returns.facets, ty::builtin(&returns.ty), &quote!(__RETURNS.ty)));
    }
    if let Some(path) = &head.attrs.entity_set_path {
        let span = SpanRange::one(path.binding.span());
        let has_steps = path.path.is_some();
        checks.extend(check(span, "entity_set_path_binding", quote!(__BINDING.ty, #has_steps)));
        if head.attrs.returns.is_some() && !head.attrs.allow.entity_set_path_without_entity {
            checks.extend(check(span, "entity_set_path_return", quote!(__RETURNS.ty)));
        }
    }
    checks
}

/// Writes the way from the binding parameter to the entity set of what is returned, with its checks, and the function
/// that returns it.
fn entity_set_path(head: &ItemHead<'_>) -> (TokenStream, TokenStream) {
    let none = quote!(::core::option::Option::None);
    let (Some(EntitySetPath { binding, path }), Some(bound_to)) = (&head.attrs.entity_set_path, &head.attrs.bound_to)
    else {
        return (TokenStream::new(), none);
    };
    let returned = head.attrs.returns.as_ref().map(|_| quote!(__RETURNS.structured));
    let Some(path) = path else {
        let span = SpanRange::one(binding.span());
        let end = returned.map(|returned| check(span, "entity_set_end", quote!(__BINDING.structured, #returned)));
        return (end.unwrap_or_default(), none);
    };
    let bound_to = outside(head, bound_to);
    // As the user's own code, so that what is wrong with the type is reported there.
    let at = bound_to.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let root = quote_spanned! {at=> <<#bound_to as __odata::PropertyValue>::Single as __odata::Leads>::To };
    let code = path::expand("entity_set", &root, path);
    let (mut items, walked) = (code.items.clone(), code.path());
    for (position, step) in path.steps.iter().enumerate() {
        let (span, position) = (SpanRange::one(step.field.span()), number(position));
        items.extend(check(span, "entity_set_step", quote!(#walked, #position)));
    }
    items.extend(returned.map(|returned| {
        let (first, last) = path.span();
        check(SpanRange::between(first, last), "entity_set_end", quote!(#walked.target(), #returned))
    }));
    let function = code.function;
    (items, quote!(::core::option::Option::Some(#function)))
}

/// Writes the binding parameter.
fn binding(head: &ItemHead<'_>) -> TokenStream {
    if head.attrs.bound_to.is_none() {
        return quote!(::core::option::Option::None);
    }
    let name = head.binding_name();
    let json = format!("\"{name}\":");
    quote! {
        ::core::option::Option::Some(__odata::part_of_operation(#name, #json, __BINDING.ty, __odata::NO_FACETS))
    }
}

/// Writes what is returned.
fn returns(head: &ItemHead<'_>) -> TokenStream {
    let Some(returns) = &head.attrs.returns else { return quote!(::core::option::Option::None) };
    let facets = facets(&returns.facets);
    quote! {
        ::core::option::Option::Some(__odata::part_of_operation("value", "\"value\":", __RETURNS.ty, #facets))
    }
}

/// Writes the static that identifies the operation.
fn descriptor(head: &ItemHead<'_>, binding: &TokenStream, returns: &TokenStream, steps: &TokenStream) -> TokenStream {
    let kind = if head.derive == Derive::Action { quote!(Action) } else { quote!(Function) };
    let is_composable = head.attrs.composable.is_some();
    let has_path = head.attrs.entity_set_path.is_some();
    let allow = head.attrs.allow;
    let allowed =
        [(allow.action_and_function, quote!(ACTION_AND_FUNCTION)), (allow.name_of_a_type, quote!(NAME_OF_A_TYPE))];
    let allowed = allowed.into_iter().filter_map(|(is_allowed, name)| is_allowed.then_some(name));
    quote! {
        static __OPERATION: __odata::OperationDescriptor = __odata::OperationDescriptor {
            kind: __odata::OperationKind::#kind,
            parameters: &__DESCRIPTOR,
            binding: #binding,
            returns: #returns,
            is_composable: #is_composable,
            has_entity_set_path: #has_path,
            entity_set_steps: #steps,
            allows: __odata::NO_ALLOWS #(.with(__odata::OperationAllows::#allowed))*,
        };
    }
}

/// Implements `Operation`, and `Action` or `Function`.
fn traits(head: &ItemHead<'_>) -> TokenStream {
    let ident = quiet(head.ident);
    let kind = if head.derive == Derive::Action { quote!(Action) } else { quote!(Function) };
    let [binding, returns] = [head.attrs.bound_to.as_ref(), head.attrs.returns.as_ref().map(|returns| &returns.ty)]
        .map(|ty| ty.map_or_else(|| quote!(()), |ty| outside(head, ty)));
    quote! {
        #[automatically_derived]
        impl __odata::Operation for #ident {
            type Binding = #binding;
            type Returns = #returns;
            const OPERATION: &'static __odata::OperationDescriptor = &__OPERATION;
        }
        #[automatically_derived]
        impl __odata::#kind for #ident {}
    }
}
