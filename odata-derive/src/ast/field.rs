//! Fields of structs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens as _;
use syn::{Data, DeriveInput, Fields, Type, Visibility, ext::IdentExt as _, spanned::Spanned as _};

use super::{ItemHead, edm_name};
use crate::{
    attr::{FieldAttrs, serde},
    ctxt::Ctxt,
    docs, lifetime, ty,
};

/// A field of an entity type, complex type or container.
pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    /// The type as it was written.
    pub(crate) ty: &'a Type,
    /// The type for use outside of the item.
    pub(crate) ty_tokens: TokenStream,
    /// Whether the compiler reports that a lifetime is missing in the type.
    pub(crate) lacks_lifetime: bool,
    pub(crate) attrs: FieldAttrs,
    /// Whether the field is part of the key, as its word or the key on the type says.
    pub(crate) is_key: bool,
    /// The name in the entity data model.
    pub(crate) name: String,
    /// The span of the attribute's name or of the field's.
    pub(crate) name_span: Span,
    /// The doc comment.
    pub(crate) description: String,
}

impl Field<'_> {
    /// Whether it is a property.
    pub(crate) fn is_property(&self) -> bool {
        self.attrs.skip.is_none() && self.attrs.dynamic.is_none()
    }

    /// The Rust name without `r#`.
    pub(crate) fn rust_name(&self) -> String {
        self.ident.unraw().to_string()
    }
}

/// Refuses words about properties on a field that is not one.
pub(crate) fn refuse_property_words(ctxt: &Ctxt, field: &Field<'_>, what: &str) {
    for (word, span) in field.attrs.of_properties() {
        ctxt.error(span, format_args!("`{word}` applies to properties, and this field is {what}"));
    }
}

/// Reads the named fields of a struct.
pub(super) fn fields_of<'a>(ctxt: &Ctxt, head: &ItemHead<'a>, input: &'a DeriveInput) -> Vec<Field<'a>> {
    let noun = head.derive.noun();
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => fields.named.iter().filter_map(|field| field_of(ctxt, head, field)).collect(),
            Fields::Unnamed(fields) if !fields.unnamed.is_empty() => {
                let way_out = match fields.unnamed.first().filter(|_| fields.unnamed.len() == 1) {
                    Some(field) => format!(
                        "; a newtype is an `ODataTypeDefinition`, or use the type in it: `{}`",
                        ty::shown(&field.ty)
                    ),
                    None => String::new(),
                };
                ctxt.error(fields.span(), format_args!("{noun} is a struct with named fields{way_out}"));
                Vec::new()
            }
            Fields::Unnamed(_) | Fields::Unit => Vec::new(),
        },
        Data::Enum(data) => {
            ctxt.error(data.enum_token.span, format_args!("{noun} is a struct, not an enum"));
            Vec::new()
        }
        Data::Union(data) => {
            ctxt.error(data.union_token.span, format_args!("{noun} is a struct, not a union"));
            Vec::new()
        }
    }
}

fn field_of<'a>(ctxt: &Ctxt, head: &ItemHead<'a>, field: &'a syn::Field) -> Option<Field<'a>> {
    let ident = field.ident.as_ref()?;
    let attrs = FieldAttrs::read(ctxt, &field.attrs, head.derive);
    if head.attrs.serde {
        serde::refuse(ctxt, &field.attrs, serde::Target::Property);
    }
    let is_key = attrs.key.is_some() || head.attrs.key.as_ref().is_some_and(|key| key.names(ident));
    let (name, name_span) = edm_name(&head.attrs, ident, attrs.name.as_ref());
    let mut ty_tokens = ty::without_self(field.ty.to_token_stream(), head.ident);
    let lacks_lifetime = lifetime::is_missing_in(&field.ty);
    if lacks_lifetime {
        ctxt.leave_to_compiler();
        ty_tokens = lifetime::add_missing(ty_tokens);
    }
    Some(Field {
        ident,
        visibility: &field.vis,
        ty: &field.ty,
        ty_tokens,
        lacks_lifetime,
        description: docs::of(attrs.description.as_ref(), &field.attrs),
        attrs,
        is_key,
        name,
        name_span,
    })
}
