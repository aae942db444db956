//! Type definitions.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Data, DeriveInput, Fields, Type};

use super::ItemHead;
use crate::{
    attr::{Derive, FieldAttrs, serde},
    ctxt::Ctxt,
    lifetime, ty,
};

pub(crate) struct Definition<'a> {
    pub(crate) head: ItemHead<'a>,
    /// The type of the values; `None` if it is missing.
    pub(crate) underlying: Option<Underlying<'a>>,
}

/// The type that a type definition is based on.
pub(crate) struct Underlying<'a> {
    /// The type as it was written.
    pub(crate) ty: &'a Type,
    /// The type for use outside of the item.
    pub(crate) ty_tokens: TokenStream,
}

impl<'a> Definition<'a> {
    pub(crate) fn read(ctxt: &Ctxt, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, Derive::TypeDefinition, input);
        let underlying = underlying(ctxt, &head, input);
        Self { head, underlying }
    }
}

/// D2: reads the one unnamed field.
fn underlying<'a>(ctxt: &Ctxt, head: &ItemHead<'a>, input: &'a DeriveInput) -> Option<Underlying<'a>> {
    let ident = head.ident;
    let form = |ty: &str| format!("a type definition is a struct with one unnamed field: `struct {ident}({ty});`");
    let fields = match &input.data {
        Data::Struct(data) => &data.fields,
        Data::Enum(data) => {
            ctxt.error(data.enum_token.span, form("String"));
            return None;
        }
        Data::Union(data) => {
            ctxt.error(data.union_token.span, form("String"));
            return None;
        }
    };
    let one = fields.iter().next().filter(|_| fields.len() == 1);
    let Some(field) = one.filter(|_| matches!(fields, Fields::Unnamed(_))) else {
        let ty = one.map_or_else(|| "String".to_owned(), |field| ty::shown(&field.ty));
        match fields {
            Fields::Unit => ctxt.error(ident.span(), form(&ty)),
            fields => ctxt.error_at(fields, form(&ty)),
        }
        return None;
    };
    FieldAttrs::read(ctxt, &field.attrs, Derive::TypeDefinition);
    if head.attrs.serde {
        serde::refuse(ctxt, &field.attrs, serde::Target::Property);
    }
    if lifetime::is_missing_in(&field.ty) {
        ctxt.leave_to_compiler();
    } else if let Some((tokens, fault)) = ty::fault(&field.ty) {
        ctxt.error_at(tokens, fault);
    }
    Some(Underlying { ty: &field.ty, ty_tokens: ty::without_self(field.ty.to_token_stream(), ident) })
}
