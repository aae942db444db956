//! Terms and records.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Data, DeriveInput, Fields, GenericArgument, PathArguments, Type};

use super::{
    ItemHead,
    field::{Field, fields_of},
};
use crate::{attr::Derive, ctxt::Ctxt, ty};

/// A term.
pub(crate) struct Term<'a> {
    pub(crate) head: ItemHead<'a>,
    /// The type of its values, for use outside of the item.
    pub(crate) value: Option<TokenStream>,
}

/// A record.
pub(crate) struct Record<'a> {
    pub(crate) head: ItemHead<'a>,
    pub(crate) members: Vec<Member<'a>>,
}

/// A member of a record.
pub(crate) struct Member<'a> {
    pub(crate) field: Field<'a>,
    /// The type in `Value<..>`.
    pub(crate) value: TokenStream,
}

impl<'a> Term<'a> {
    pub(crate) fn read(ctxt: &Ctxt, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, Derive::Term, input);
        let ident = &input.ident;
        let message = format!("a term is a struct without fields: `struct {ident};`");
        match &input.data {
            Data::Struct(data) if matches!(data.fields, Fields::Unit) => {}
            Data::Struct(data) => ctxt.error_at(&data.fields, message),
            Data::Enum(data) => ctxt.error(data.enum_token.span, message),
            Data::Union(data) => ctxt.error(data.union_token.span, message),
        }
        let value = head.attrs.value.as_ref().map(|ty| ty::without_self(ty.to_token_stream(), head.ident));
        Self { head, value }
    }
}

impl<'a> Record<'a> {
    pub(crate) fn read(ctxt: &Ctxt, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, Derive::Record, input);
        let members =
            fields_of(ctxt, &head, input).into_iter().filter_map(|field| member(ctxt, &head, field)).collect();
        Self { head, members }
    }
}

fn member<'a>(ctxt: &Ctxt, head: &ItemHead<'_>, field: Field<'a>) -> Option<Member<'a>> {
    let Some(value) = value_of(field.ty) else {
        let message = format_args!(
            "a member of a record is `Value<..>`, which can be a path, too; write `Value<{}>`",
            ty::shown(field.ty)
        );
        ctxt.error_at(field.ty, message);
        return None;
    };
    let value = ty::without_self(value.to_token_stream(), head.ident);
    Some(Member { field, value })
}

/// Returns `T` of `Value<T>`.
fn value_of(ty: &Type) -> Option<&Type> {
    let segment = ty::path(ty)?.segments.last()?;
    match &segment.arguments {
        PathArguments::AngleBracketed(list) if segment.ident == "Value" && list.args.len() == 1 => {
            match list.args.first()? {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            }
        }
        _ => None,
    }
}
