//! Actions and functions: their parameters as the properties of a structured value, and what the rest of the
//! declaration says.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::Type;

use super::{
    checks::{self, facet_checks},
    path,
    properties::{facets, number, updated},
    serde,
    span::{SpanRange, call, check, quiet},
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
    let ((binding_item, binding), (returns_item, returns)) = (binding(head), returns(head));
    let (annotations, facts) = annotations(item);
    let parts = [
        expansion.constants(),
        path_items,
        checks::expand(item, &expansion.properties),
        binding_item,
        returns_item,
        part_checks(head),
        annotations,
        expansion.descriptor(facts.or_none()),
        slot_impl(&expansion.ident),
        expansion.structured(),
        expansion.property_value(),
        structured_type(&expansion.ident),
        inheritance(item),
        descriptor(head, &binding, &returns, steps.as_ref()),
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
    let none = quote!(__odata::NO_PART);
    [descriptor(&item.head, &none, &none, None), traits(&item.head)].into_iter().collect()
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

/// Writes the checks of what is declared about the binding parameter and what is returned.
fn part_checks(head: &ItemHead<'_>) -> TokenStream {
    let mut checks = TokenStream::new();
    let (binding, returned) = (bound_to(head), returned(head));
    if let (Some(returns), Some(returned)) = (&head.attrs.returns, &returned) {
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
fn entity_set_path(head: &ItemHead<'_>) -> (TokenStream, Option<TokenStream>) {
    let (Some(EntitySetPath { binding, path }), Some(bound_to)) = (&head.attrs.entity_set_path, &head.attrs.bound_to)
    else {
        return (TokenStream::new(), None);
    };
    let returned = returned(head).map(|returned| quote!(#returned.structured));
    let Some(path) = path else {
        let span = SpanRange::one(binding.span());
        let start = child(head, bound_to);
        let end = returned.map(|returned| check(span, "entity_set_end", quote!(#start.structured, #returned)));
        return (end.unwrap_or_default(), None);
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
    (items, Some(code.function.to_token_stream()))
}

/// Writes the binding parameter, and the reference to it.
fn binding(head: &ItemHead<'_>) -> (TokenStream, TokenStream) {
    let part = head.attrs.bound_to.as_ref().map(|bound_to| {
        let ty = child(head, bound_to);
        let named = head.attrs.binding.as_ref().map(|binding| {
            let (name, json) = (binding.value(), format!("\"{}\":", binding.value()));
            quote! { name: #name, json: #json, rust_name: #name, }
        });
        (named, call(SpanRange::of(bound_to), "binding_parameter", quote!(#ty.ty)))
    });
    part_of_operation("__BINDING", part)
}

/// Writes what is returned, and the reference to it.
fn returns(head: &ItemHead<'_>) -> (TokenStream, TokenStream) {
    let part = head.attrs.returns.as_ref().map(|returns| {
        let ty = child(head, &returns.ty);
        let facets = facets(&returns.facets).map(|facets| quote! { facets: #facets, });
        (facets, call(SpanRange::of(&returns.ty), "return_value", quote!(#ty.ty)))
    });
    part_of_operation("__RETURNS", part)
}

/// Writes the static of a part of an operation, and the reference to it. The function that makes the part checks its type,
/// because a constant for the check alone would cost as much again.
fn part_of_operation(name: &str, part: Option<(Option<TokenStream>, TokenStream)>) -> (TokenStream, TokenStream) {
    let Some((rare, plain)) = part else { return (TokenStream::new(), quote!(__odata::NO_PART)) };
    let (name, part) =
        (Ident::new(name, Span::call_site()), updated("PropertyDescriptor", &rare.unwrap_or_default(), plain));
    let item = quote! { static #name: __odata::PropertyDescriptor = #part; };
    (item, quote!(::core::option::Option::Some(&#name)))
}

/// Writes the static that identifies the operation.
fn descriptor(
    head: &ItemHead<'_>,
    binding: &TokenStream,
    returns: &TokenStream,
    steps: Option<&TokenStream>,
) -> TokenStream {
    let kind = if head.derive == Derive::Action { quote!(Action) } else { quote!(Function) };
    let plain = quote! {
        __odata::operation_descriptor(__odata::OperationKind::#kind, &__DESCRIPTOR, #binding, #returns)
    };
    let descriptor = updated("OperationDescriptor", &rare(head, steps), plain);
    quote! { static __OPERATION: __odata::OperationDescriptor = #descriptor; }
}

/// Writes what few operations declare, as members of the descriptor.
fn rare(head: &ItemHead<'_>, steps: Option<&TokenStream>) -> TokenStream {
    let mut rare = TokenStream::new();
    if head.attrs.composable.is_some() {
        rare.extend(quote! { is_composable: true, });
    }
    if head.attrs.entity_set_path.is_some() {
        rare.extend(quote! { has_entity_set_path: true, });
    }
    if let Some(steps) = steps {
        rare.extend(quote! { entity_set_steps: ::core::option::Option::Some(#steps), });
    }
    let allow = head.attrs.allow;
    let allowed =
        [(allow.action_and_function, quote!(ACTION_AND_FUNCTION)), (allow.name_of_a_type, quote!(NAME_OF_A_TYPE))];
    let mut allowed = allowed.into_iter().filter_map(|(is_allowed, name)| is_allowed.then_some(name));
    if let Some(first) = allowed.next() {
        rare.extend(quote! { allows: __odata::OperationAllows::#first #(.with(__odata::OperationAllows::#allowed))*, });
    }
    rare
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
