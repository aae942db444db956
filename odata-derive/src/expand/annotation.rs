//! Annotations: one static for each, and the function that returns those of an item.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;

use super::{properties::number, value::Values};
use crate::attr::{Annotate, AppliedTerm};

/// The annotations of an item and its parts as code.
#[derive(Default)]
pub(super) struct Annotations {
    /// The statics, and the paths that they have.
    items: TokenStream,
    /// The names of the statics.
    rows: Vec<Ident>,
    count: usize,
}

impl Annotations {
    /// Adds annotations of one part of an item, whose paths begin at the type `root`.
    pub(super) fn add(&mut self, part: &TokenStream, root: Option<&TokenStream>, annotations: &[Annotate]) {
        for annotate in annotations {
            let (row, annotation) = (self.name(), self.annotation(root, annotate));
            self.items.extend(quote! {
                #[allow(clippy::needless_update)]
                static #row: __odata::PartAnnotation =
                    __odata::PartAnnotation { part: #part, annotation: #annotation };
            });
            self.rows.push(row);
        }
    }

    /// Adds annotations that are not of a part of the item, and returns the names of their statics.
    pub(super) fn add_apart(&mut self, root: Option<&TokenStream>, annotations: &[Annotate]) -> Vec<Ident> {
        let add = |annotate| {
            let (row, annotation) = (self.name(), self.annotation(root, annotate));
            self.items.extend(quote! {
                #[allow(clippy::needless_update)]
                static #row: __odata::Annotation = #annotation;
            });
            row
        };
        annotations.iter().map(add).collect()
    }

    fn name(&mut self) -> Ident {
        self.count += 1;
        format_ident!("__ANNOTATION_{}", self.count)
    }

    /// Writes an annotation.
    fn annotation(&mut self, root: Option<&TokenStream>, annotate: &Annotate) -> TokenStream {
        let mut values = Values::new(root, format!("annotation_{}", self.count));
        let qualifier = optional(annotate.qualifier.as_ref());
        let annotation = match (&annotate.term, &annotate.value) {
            (AppliedTerm::Rust(term), Some(value)) => {
                let value = values.value(value);
                quote! { __odata::Annotation::new::<#term, _>(#qualifier, #value) }
            }
            (AppliedTerm::Rust(term), None) => Values::without_value(term, &qualifier),
            (AppliedTerm::Raw(name), value) => {
                let value = value.as_ref().map_or_else(|| quote!(__odata::RawValue::Absent), Values::unchecked);
                quote! { __odata::Annotation::raw(#name, #qualifier, #value) }
            }
        };
        self.items.extend(values.items);
        annotation
    }

    /// Returns the items, and what the descriptor has: the function that returns the annotations, if there are any.
    pub(super) fn finish(self) -> (TokenStream, Option<TokenStream>) {
        let (rows, count) = (&self.rows, number(self.rows.len()));
        if rows.is_empty() {
            return (self.items, None);
        }
        let mut items = self.items;
        items.extend(quote! {
            static __ANNOTATIONS: [&__odata::PartAnnotation; #count] = [#(&#rows),*];
            fn __annotations() -> &'static [&'static __odata::PartAnnotation] { &__ANNOTATIONS }
        });
        (items, Some(quote!(__annotations)))
    }

    /// Returns the items, and what a descriptor has that holds the function itself.
    pub(super) fn finish_optional(self) -> (TokenStream, TokenStream) {
        let (items, function) = self.finish();
        match function {
            Some(function) => (items, quote!(::core::option::Option::Some(#function))),
            None => (items, quote!(::core::option::Option::None)),
        }
    }

    /// Returns the items and the names of the statics.
    pub(super) fn into_parts(self) -> (TokenStream, Vec<Ident>) {
        (self.items, self.rows)
    }
}

/// The item itself.
pub(super) fn itself() -> TokenStream {
    quote!(__odata::ItemPart::ITSELF)
}

/// The part of an item at this position.
pub(super) fn part(index: usize) -> TokenStream {
    let index = number(index);
    quote!(__odata::ItemPart(#index))
}

/// Writes a name that may be absent as text.
pub(super) fn optional(name: Option<&Ident>) -> TokenStream {
    match name.map(|name| name.unraw().to_string()) {
        Some(name) => quote!(::core::option::Option::Some(#name)),
        None => quote!(::core::option::Option::None),
    }
}
