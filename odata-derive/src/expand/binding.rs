//! Bindings and imports of a container.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;

use super::{
    container::constant,
    path::{self, PathCode},
    properties::number,
    span::{SpanRange, check, prefixed},
};
use crate::{
    ast::{Container, Field},
    attr::{Binding, FieldPath, ImportKind},
};

/// The bindings of one entity set or singleton as code.
#[derive(Default)]
pub(super) struct Bindings {
    /// The paths and the checks of them.
    pub(super) items: TokenStream,
    /// The rows of the descriptor.
    pub(super) rows: TokenStream,
}

/// Writes the bindings of an entity set or singleton.
pub(super) fn bindings(item: &Container<'_>, field: &Field<'_>) -> Bindings {
    let mut all = Bindings::default();
    for (position, binding) in field.attrs.bindings.iter().enumerate() {
        let name = format!("{}_{position}", field.rust_name());
        let Some((index, target)) = child_of(item, &binding.target) else { continue };
        let root = entity_of(field);
        let code = path::expand(&name, &root, &binding.path);
        all.items.extend(code.items.clone());
        all.items.extend(path_checks(&binding.path, &code));
        let index = number(index);
        let within = if let Some(within) = &binding.within {
            let below = path::expand(&format!("{name}_target"), &entity_of(target), within);
            all.items.extend(below.items.clone());
            all.items.extend(contained_checks(within, &below));
            all.items.extend(target_of_path(within, &code, &below));
            let function = &below.function;
            quote!(::core::option::Option::Some(#function))
        } else {
            all.items.extend(target_check(binding, &code, target));
            quote!(::core::option::Option::None)
        };
        let function = &code.function;
        all.rows.extend(quote! {
            __odata::NavigationBinding {
                path: #function,
                target: || &__CONTAINER.children[#index],
                within: #within,
            },
        });
    }
    all
}

/// The entity set or singleton of a field, with its place among them.
fn child_of<'i, 'a>(item: &'i Container<'a>, name: &Ident) -> Option<(usize, &'i Field<'a>)> {
    item.children.iter().enumerate().find(|(_, child)| child.ident.unraw() == name.unraw())
}

/// The entity type of a set or singleton.
fn entity_of(field: &Field<'_>) -> TokenStream {
    path::root(&field.ty_tokens)
}

/// C4: checks what a path goes through, and that it ends at a navigation property that is not containment.
fn path_checks(path: &FieldPath, code: &PathCode) -> TokenStream {
    let walked = code.path();
    let last = path.steps.len() - 1;
    let steps = path.steps.iter().enumerate().map(|(position, step)| {
        let span = SpanRange::one(step.field.span());
        if position == last {
            check(span, "binding_end", quote!(#walked))
        } else {
            let index = number(position);
            check(span, "binding_step", quote!(#walked, #index))
        }
    });
    steps.collect()
}

/// C6: checks that each step of a target's path contains its entities.
fn contained_checks(path: &FieldPath, code: &PathCode) -> TokenStream {
    let walked = code.path();
    let steps = path.steps.iter().enumerate().map(|(position, step)| {
        let index = number(position);
        check(SpanRange::one(step.field.span()), "binding_target_step", quote!(#walked, #index))
    });
    steps.collect()
}

/// C6: checks the entity set or singleton that a path is bound to.
fn target_check(binding: &Binding, code: &PathCode, target: &Field<'_>) -> TokenStream {
    let (walked, constant, name) = (code.path(), constant(target), &target.name);
    let arguments = quote!(#walked, #name, #constant.ty, #constant.structured);
    check(SpanRange::one(binding.target.span()), "binding_target", arguments)
}

/// C6: checks the contained entities that a path is bound to.
fn target_of_path(within: &FieldPath, code: &PathCode, below: &PathCode) -> TokenStream {
    let (walked, below) = (code.path(), below.path());
    let span = within.steps.last().map_or_else(Span::call_site, |step| step.field.span());
    check(SpanRange::one(span), "binding_target_path", quote!(#walked, #below))
}

/// The constant with the operation that a field imports.
fn operation(field: &Field<'_>) -> Ident {
    prefixed("__import", &field.rust_name())
}

/// C7, C8, C9: writes the operation that a field imports, and the rules about it.
pub(super) fn import(item: &Container<'_>, field: &Field<'_>) -> TokenStream {
    let Some(import) = &field.attrs.import else { return TokenStream::new() };
    let (operation, ty, name) = (operation(field), &field.ty_tokens, &field.name);
    let function = format_ident!("{}", import.kind.word());
    let set = import.entity_set.as_ref().and_then(|(set, word)| {
        let (_, target) = child_of(item, set)?;
        let (constant, set) = (constant(target), &target.name);
        let returned = quote!(__odata::returned::<<#ty as __odata::Operation>::Returns>());
        let arguments = quote!(#name, #operation, #returned, #set, #constant.structured);
        Some(check(SpanRange::one(*word), "import_entity_set", arguments))
    });
    let included = import
        .in_service_document
        .map(|span| check(SpanRange::one(span), "import_in_service_document", quote!(#name, #operation)));
    let unbound = check(SpanRange::of(ty), "import_unbound", quote!(#operation));
    quote! {
        const #operation: &'static __odata::OperationDescriptor = __odata::#function::<#ty>();
        #unbound
        #set
        #included
    }
}

/// The row of an import.
pub(super) fn import_row(item: &Container<'_>, field: &Field<'_>) -> TokenStream {
    let Some(import) = &field.attrs.import else { return TokenStream::new() };
    let (operation, name, rust_name) = (operation(field), &field.name, field.rust_name());
    let set = import.entity_set.as_ref().and_then(|(set, _)| child_of(item, set));
    let entity_set = match set {
        Some((index, _)) => {
            let index = number(index);
            quote!(::core::option::Option::Some(|| &__CONTAINER.children[#index]))
        }
        None => quote!(::core::option::Option::None),
    };
    let in_service_document = import.kind == ImportKind::Function && import.in_service_document.is_some();
    let description = &field.description;
    quote! {
        __odata::OperationImport {
            name: #name,
            rust_name: #rust_name,
            operation: #operation,
            entity_set: #entity_set,
            in_service_document: #in_service_document,
            description: #description,
        },
    }
}
