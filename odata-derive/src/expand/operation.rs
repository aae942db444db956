//! Actions and functions: their parameters as the properties of a structured value, and what the rest of the
//! declaration says.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::Type;

use super::{
    checks::{self, facet_checks},
    path,
    properties::{facets, number},
    serde,
    span::{SpanRange, check, quiet},
    structured::{self, Expansion, Facts, inheritance, slot_impl},
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
    let (annotations, facts) = annotations(item);
    let parts = [
        expansion.constants(),
        path_items,
        checks::expand(item, &expansion.properties),
        part_checks(head),
        annotations,
        expansion.descriptor(facts.or_none()),
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

/// Writes the annotations of an operation, its parameters and what it returns.
fn annotations(item: &StructuredType<'_>) -> (TokenStream, Facts) {
    let (attrs, root) = (&item.head.attrs, quiet(item.head.ident));
    let mut annotations = structured::annotations(item);
    annotations.add(&quote!(__odata::ItemPart::BINDING), Some(&root), &attrs.binding_annotations);
    if let Some(returns) = &attrs.returns {
        annotations.add(&quote!(__odata::ItemPart::RETURNS), Some(&root), &returns.facets.annotations);
    }
    let (items, function) = annotations.finish();
    (items, function.map_or_else(Facts::default, Facts::of_annotations))
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

/// The type of the binding parameter. It has no constant of its own: that would cost more than to write it again.
fn bound_to(head: &ItemHead<'_>) -> Option<TokenStream> {
    head.attrs.bound_to.as_ref().map(|ty| child(head, ty))
}

/// The type of what is returned.
fn returned(head: &ItemHead<'_>) -> Option<TokenStream> {
    head.attrs.returns.as_ref().map(|returns| child(head, &returns.ty))
}

fn child(head: &ItemHead<'_>, ty: &Type) -> TokenStream {
    let ty = outside(head, ty);
    quote! { __odata::child::<#ty>() }
}

/// Writes the checks of the binding parameter and of what is returned.
fn part_checks(head: &ItemHead<'_>) -> TokenStream {
    let mut checks = TokenStream::new();
    let (binding, returned) = (bound_to(head), returned(head));
    if let (Some(ty), Some(binding)) = (&head.attrs.bound_to, &binding) {
        checks.extend(check(SpanRange::of(ty), "binding_type", quote!(#binding.ty)));
    }
    if let (Some(returns), Some(returned)) = (&head.attrs.returns, &returned) {
        checks.extend(check(SpanRange::of(&returns.ty), "return_type", quote!(#returned.ty)));
        checks.extend(facet_checks(&returns.facets, ty::builtin(&returns.ty), &quote!(#returned.ty)));
    }
    if let (Some(path), Some(binding)) = (&head.attrs.entity_set_path, &binding) {
        let span = SpanRange::one(path.binding.span());
        let has_steps = path.path.is_some();
        checks.extend(check(span, "entity_set_path_binding", quote!(#binding.ty, #has_steps)));
        if let (Some(returned), false) = (&returned, head.attrs.allow.entity_set_path_without_entity) {
            checks.extend(check(span, "entity_set_path_return", quote!(#returned.ty)));
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
    let returned = returned(head).map(|returned| quote!(#returned.structured));
    let Some(path) = path else {
        let span = SpanRange::one(binding.span());
        let start = child(head, bound_to);
        let end = returned.map(|returned| check(span, "entity_set_end", quote!(#start.structured, #returned)));
        return (end.unwrap_or_default(), none);
    };
    let bound_to = outside(head, bound_to);
    let code = path::expand("entity_set", &path::root(&bound_to), path);
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
    let Some(binding) = bound_to(head) else { return quote!(::core::option::Option::None) };
    let name = head.binding_name();
    let json = format!("\"{name}\":");
    quote! {
        ::core::option::Option::Some(__odata::part_of_operation(#name, #json, #binding.ty, __odata::NO_FACETS))
    }
}

/// Writes what is returned.
fn returns(head: &ItemHead<'_>) -> TokenStream {
    let (Some(returns), Some(returned)) = (&head.attrs.returns, returned(head)) else {
        return quote!(::core::option::Option::None);
    };
    let facets = facets(&returns.facets);
    quote! {
        ::core::option::Option::Some(__odata::part_of_operation("value", "\"value\":", #returned.ty, #facets))
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
