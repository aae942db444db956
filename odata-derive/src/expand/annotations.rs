//! The annotations that a container declares: its own, those of the document, and those of other elements.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

use super::{
    annotation::{Annotations, itself, part},
    path::{self, PathCode},
    span::{SpanRange, quiet},
};
use crate::{
    ast::Container,
    attr::{Annotate, ExternalTarget},
    ty,
};

/// Writes the annotations of a container, and returns the function that returns them, if there are any.
pub(super) fn expand(item: &Container<'_>) -> (TokenStream, Option<TokenStream>) {
    let mut annotations = Annotations::default();
    own(item, &mut annotations);
    let document = document(item, &mut annotations);
    let (external, paths) = external(item, &mut annotations);
    let (items, own) = annotations.into_parts();
    if own.is_empty() && document.is_empty() && external.is_empty() {
        return (TokenStream::new(), None);
    }
    let items = quote! {
        #items
        #paths
        static __ANNOTATIONS: __odata::ContainerAnnotations = __odata::ContainerAnnotations {
            own: &[#(&#own),*],
            document: &[#document],
            external: &[#external],
        };
        fn __annotations() -> &'static __odata::ContainerAnnotations { &__ANNOTATIONS }
    };
    (items, Some(quote!(__annotations)))
}

/// Adds the annotations of the container and its fields. Paths of an entity set or singleton begin at its type.
fn own(item: &Container<'_>, annotations: &mut Annotations) {
    annotations.add(&itself(), None, &item.head.attrs.annotations);
    for (index, field) in item.fields().enumerate() {
        if field.attrs.annotations.is_empty() {
            continue;
        }
        let root = field.attrs.import.is_none().then(|| path::root(&field.ty_tokens));
        annotations.add(&part(index), root.as_ref(), &field.attrs.annotations);
    }
}

/// Adds the annotations of schemas, references and includes, and returns their rows.
fn document(item: &Container<'_>, annotations: &mut Annotations) -> TokenStream {
    let attrs = &item.head.attrs;
    let mut rows = TokenStream::new();
    let mut add = |kind: TokenStream, name: &LitStr, applied: &[Annotate]| {
        let name = name.value();
        for row in annotations.add_apart(None, applied) {
            rows.extend(quote! {
                __odata::DocumentAnnotation { part: __odata::DocumentPart::#kind(#name), annotation: &#row },
            });
        }
    };
    for schema in &attrs.schemas {
        add(quote!(Schema), &schema.namespace, &schema.annotations);
    }
    for reference in &attrs.references {
        add(quote!(Reference), &reference.uri, &reference.applied);
        for include in &reference.includes {
            add(quote!(Include), &include.namespace, &include.applied);
        }
    }
    rows
}

/// Adds the annotations of elements that are declared elsewhere, and returns their rows and the paths of their targets.
fn external(item: &Container<'_>, annotations: &mut Annotations) -> (TokenStream, TokenStream) {
    let (mut rows, mut paths) = (TokenStream::new(), TokenStream::new());
    for (index, external) in item.head.attrs.external.iter().enumerate() {
        let (root, target) = match &external.target {
            ExternalTarget::Text(text) => (None, quote!(Text(#text))),
            ExternalTarget::Type(ty) => {
                let ty = ty::without_self(quote!(#ty), item.head.ident);
                let SpanRange(first, _) = SpanRange::of(&ty);
                let root = (!is_path_free(&external.annotations)).then(|| path::root(&ty));
                (root, quote_spanned!(first=> Type(__odata::child::<#ty>().ty)))
            }
            ExternalTarget::Property(ty, path) => {
                let root = path::root(&ty::without_self(quote!(#ty), item.head.ident));
                let PathCode { function, items, .. } = path::expand(&format!("target_{index}"), &root, path);
                paths.extend(items);
                (Some(root), quote!(Path(#function)))
            }
        };
        let statics: Vec<Ident> = annotations.add_apart(root.as_ref(), &external.annotations);
        for row in statics {
            let target = quiet(&target);
            rows.extend(quote! {
                __odata::ExternalAnnotation { target: __odata::Target::#target, annotation: &#row },
            });
        }
    }
    (rows, paths)
}

/// Whether there is no path, so that nothing depends on where one would begin.
fn is_path_free(annotations: &[Annotate]) -> bool {
    annotations.iter().all(|annotate| annotate.value.as_ref().is_none_or(|value| !value.has_path()))
}
