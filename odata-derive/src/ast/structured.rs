//! Entity types and complex types.

use proc_macro2::{Ident, TokenStream};
use syn::{DeriveInput, Type, ext::IdentExt as _};

use super::{
    ItemHead,
    field::{Field, fields_of, refuse_property_words},
};
use crate::{attr::Derive, ctxt::Ctxt};

/// An entity type or complex type.
pub(crate) struct StructuredType<'a> {
    pub(crate) head: ItemHead<'a>,
    /// The field that holds the base type.
    pub(crate) base: Option<BaseField<'a>>,
    pub(crate) fields: Vec<Field<'a>>,
}

/// The field that holds the base type.
pub(crate) struct BaseField<'a> {
    pub(crate) ident: &'a Ident,
    /// The type as it was written.
    pub(crate) ty: &'a Type,
    /// The type for use outside of the item.
    pub(crate) ty_tokens: TokenStream,
    /// Whether the compiler reports that a lifetime is missing in the type.
    pub(crate) lacks_lifetime: bool,
    /// Whether the item does not dereference to it.
    pub(crate) no_deref: bool,
}

impl<'a> StructuredType<'a> {
    pub(crate) fn read(ctxt: &Ctxt, derive: Derive, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, derive, input);
        let (mut base, mut fields) = (None, Vec::new());
        for field in fields_of(ctxt, &head, input) {
            match field.attrs.base {
                Some(span) if base.is_some() => ctxt.error(span, "a type has one base type; this is the second"),
                Some(_) => {
                    refuse_property_words(ctxt, &field, "the base type");
                    for (word, span) in [("skip", field.attrs.skip), ("dynamic", field.attrs.dynamic)] {
                        if let Some(span) = span {
                            ctxt.error(
                                span,
                                format_args!("`{word}` cannot be combined with `base`: a field is one or the other"),
                            );
                        }
                    }
                    base = Some(BaseField {
                        ident: field.ident,
                        ty: field.ty,
                        ty_tokens: field.ty_tokens,
                        lacks_lifetime: field.lacks_lifetime,
                        no_deref: field.attrs.no_deref.is_some(),
                    });
                }
                None => fields.push(field),
            }
        }
        Self { head, base, fields }
    }

    /// The fields that are properties.
    pub(crate) fn properties(&self) -> impl Iterator<Item = &Field<'a>> {
        self.fields.iter().filter(|field| field.is_property())
    }

    /// The Rust names of the fields that are not properties, that of the base first.
    pub(crate) fn other_fields(&self) -> Vec<String> {
        let base = self.base.iter().map(|base| base.ident.unraw().to_string());
        base.chain(self.fields.iter().filter(|field| !field.is_property()).map(Field::rust_name)).collect()
    }

    /// The field with the dynamic properties.
    pub(crate) fn dynamic(&self) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.attrs.dynamic.is_some())
    }
}
