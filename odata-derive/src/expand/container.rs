//! Entity containers.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::{LitStr, Path, Type, ext::IdentExt as _, spanned::Spanned as _};

use super::{
    annotations, binding,
    properties::number,
    span::{SpanRange, check, prefixed, quiet},
};
use crate::{
    ast::{Container, Field},
    attr::Reference,
    ty,
};

/// The rows of a descriptor; a fallback has none.
#[derive(Default)]
pub(super) struct Rows {
    children: TokenStream,
    imports: TokenStream,
    types: TokenStream,
    annotations: Option<TokenStream>,
}

pub(super) fn expand(item: &Container<'_>) -> TokenStream {
    let children: TokenStream = item.children.iter().map(child).collect();
    let types = &item.head.attrs.types.named;
    let checks: TokenStream = types.iter().enumerate().map(named_type).collect();
    let bindings: Vec<_> = item.children.iter().map(|field| binding::bindings(item, field)).collect();
    let imports: TokenStream = item.imports.iter().map(|field| binding::import(item, field)).collect();
    let (annotations, function) = annotations::expand(item);
    let rows = Rows {
        children: item.children.iter().zip(&bindings).map(|(field, bindings)| row(field, &bindings.rows)).collect(),
        imports: item.imports.iter().map(|field| binding::import_row(item, field)).collect(),
        types: (0..types.len()).map(type_row).collect(),
        annotations: function,
    };
    let paths = bindings.iter().map(|bindings| &bindings.items);
    let (used, descriptor, sets) = (used(item), descriptor(item, &rows), sets(item));
    let with = item.head.attrs.with.iter().map(linked);
    quote! { #(#with)* #annotations #children #checks #imports #(#paths)* #descriptor #sets #used }
}

/// Links a crate, which is left out where nothing names it.
fn linked(path: &Path) -> TokenStream {
    let span = path.span();
    quote_spanned! {span=> use #path as _; }
}

/// The constant with what is known of a child's type.
pub(super) fn constant(field: &Field<'_>) -> Ident {
    prefixed("__child", &field.rust_name())
}

/// A child's type and the rule about it.
fn child(field: &Field<'_>) -> TokenStream {
    let (constant, name, ty) = (constant(field), &field.name, &field.ty_tokens);
    let check = if field.attrs.entity_set.is_some() {
        check(SpanRange::of(ty), "entity_set_type", quote!(#name, #constant.ty, #constant.structured))
    } else {
        check(SpanRange::of(ty), "singleton_type", quote!(#name, #constant.ty))
    };
    quote! {
        const #constant: __odata::Child = __odata::child::<#ty>();
        #check
    }
}

/// The constant with what is known of a type that `types(..)` names, and the rule about it.
fn named_type((index, ty): (usize, &Type)) -> TokenStream {
    let constant = type_constant(index);
    let check = check(SpanRange::of(ty), "named_type", quote!(#constant.ty));
    quote! {
        const #constant: __odata::Child = __odata::child::<#ty>();
        #check
    }
}

/// The constant of a type that `types(..)` names.
fn type_constant(index: usize) -> Ident {
    format_ident!("__type_{index}")
}

/// Its row of the descriptor.
fn type_row(index: usize) -> TokenStream {
    let constant = type_constant(index);
    quote! { #constant.ty, }
}

/// The row of the descriptor.
fn row(field: &Field<'_>, bindings: &TokenStream) -> TokenStream {
    let (constant, name, rust_name) = (constant(field), &field.name, field.rust_name());
    let (nullable, description) = (field.attrs.nullable.is_some(), &field.description);
    let in_service_document = field.attrs.in_service_document.as_ref().is_none_or(|included| included.value);
    quote! {
        __odata::ContainerChild {
            name: #name,
            rust_name: #rust_name,
            ty: #constant.ty,
            nullable: #nullable,
            in_service_document: #in_service_document,
            bindings: &[#bindings],
            description: #description,
        },
    }
}

/// The static that describes the container, with these rows.
pub(super) fn descriptor(item: &Container<'_>, rows: &Rows) -> TokenStream {
    let (head, ident) = (&item.head, quiet(item.head.ident));
    let Rows { children, imports, types, annotations } = rows;
    let annotations = match annotations {
        Some(function) => quote!(::core::option::Option::Some(#function)),
        None => quote!(::core::option::Option::None),
    };
    let (name, rust_name, description) = (&head.name, head.ident.unraw().to_string(), &head.description);
    let aliases = head.attrs.schemas.iter().filter_map(|schema| {
        let (alias, namespace) = (schema.alias.as_ref()?.value(), schema.namespace.value());
        Some(quote! { __odata::SchemaAlias { alias: #alias, namespace: #namespace }, })
    });
    let references = head.attrs.references.iter().map(reference);
    let namespaces = head.attrs.all_of.iter().map(LitStr::value);
    let closed = head.attrs.types.closed;
    quote! {
        static __CONTAINER: __odata::ContainerDescriptor = __odata::ContainerDescriptor {
            name: #name,
            rust_name: #rust_name,
            aliases: &[#(#aliases)*],
            references: &[#(#references)*],
            children: &[#children],
            imports: &[#imports],
            types: &[#types],
            namespaces: &[#(#namespaces),*],
            closed: #closed,
            description: #description,
            annotations: #annotations,
        };
        #[automatically_derived]
        impl __odata::Container for #ident {
            const DESCRIPTOR: &'static __odata::ContainerDescriptor = &__CONTAINER;
        }
    }
}

/// The row of a reference.
fn reference(reference: &Reference) -> TokenStream {
    let uri = reference.uri.value();
    let includes = reference.includes.iter().map(|include| {
        let (namespace, alias) = (include.namespace.value(), optional(include.alias.as_ref()));
        quote! { __odata::Include { namespace: #namespace, alias: #alias }, }
    });
    let annotations = reference.annotations.iter().map(|annotations| {
        let term_namespace = annotations.term_namespace.value();
        let (qualifier, target_namespace) =
            (optional(annotations.qualifier.as_ref()), optional(annotations.target_namespace.as_ref()));
        quote! {
            __odata::IncludeAnnotations {
                term_namespace: #term_namespace,
                qualifier: #qualifier,
                target_namespace: #target_namespace,
            },
        }
    });
    quote! {
        __odata::Reference { uri: #uri, includes: &[#(#includes)*], annotations: &[#(#annotations)*] },
    }
}

/// A text that may be absent.
fn optional(text: Option<&LitStr>) -> TokenStream {
    match text.map(LitStr::value) {
        Some(text) => quote! { ::core::option::Option::Some(#text) },
        None => quote! { ::core::option::Option::None },
    }
}

/// The typed entity sets and singletons, and the constant by which they are reached.
pub(super) fn sets(item: &Container<'_>) -> TokenStream {
    let (ident, visibility) = (quiet(item.head.ident), item.head.visibility);
    let fields = item.children.iter().map(set);
    let values = item.children.iter().enumerate().map(|(index, field)| {
        let (access, kind, index) = (quiet(field.ident), set_kind(field), number(index));
        quote! { #access: __odata::#kind::new(&__CONTAINER, #index), }
    });
    quote! {
        #visibility struct __Sets { #(#fields)* }
        impl #ident {
            /// The typed entity sets and singletons.
            #visibility const SETS: &'static __Sets = &__Sets { #(#values)* };
        }
    }
}

/// The field of a typed entity set or singleton.
fn set(field: &Field<'_>) -> TokenStream {
    let (visibility, access, kind) = (field.visibility, quiet(field.ident), set_kind(field));
    let entity = match (field.attrs.entity_set, ty::item(field.ty)) {
        // The type is not used where it is incomplete.
        _ if field.lacks_lifetime => quote! { () },
        (None, _) => ty::unboxed(field.ty).to_token_stream(),
        (Some(_), Some(item)) => item.to_token_stream(),
        // The name of a type that may be a collection.
        (Some(_), None) => {
            let ty = &field.ty_tokens;
            quote! { <<#ty as __odata::PropertyValue>::Single as __odata::SetMember>::Member }
        }
    };
    quote! { #visibility #access: __odata::#kind<#entity>, }
}

/// The type of a typed entity set or singleton.
fn set_kind(field: &Field<'_>) -> Ident {
    format_ident!("{}", if field.attrs.entity_set.is_some() { "EntitySet" } else { "Singleton" })
}

/// A container is a declaration: no value of it is made, and no field is read. This uses them, for the lints about
/// unused code.
fn used(item: &Container<'_>) -> TokenStream {
    let ident = quiet(item.head.ident);
    let fields: Vec<_> = item.fields().map(|field| quiet(field.ident)).collect();
    let names: Vec<_> = item.fields().map(|field| prefixed("__field", &field.rust_name())).collect();
    quote! {
        const _: fn(#ident) -> #ident = |#ident { #(#fields: #names),* }| #ident { #(#fields: #names),* };
    }
}
