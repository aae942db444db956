//! Enumeration types.

use proc_macro2::{Ident, Span};
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Type};

use super::{ItemHead, edm_name};
use crate::{
    attr::{Annotate, Derive, VariantAttrs, serde},
    ctxt::Ctxt,
    docs, ty,
};

pub(crate) struct EnumType<'a> {
    pub(crate) head: ItemHead<'a>,
    /// The integer type of `#[repr(..)]`.
    pub(crate) repr: Option<Ident>,
    /// The members, in the order of their declaration.
    pub(crate) members: Vec<EnumMember<'a>>,
    /// The variant for members that are not declared.
    pub(crate) unknown: Option<&'a Ident>,
}

/// A member of an enumeration type.
pub(crate) struct EnumMember<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) discriminant: Option<&'a Expr>,
    /// The name in the entity data model.
    pub(crate) name: String,
    /// The span of the attribute's name or of the variant's.
    pub(crate) name_span: Span,
    /// The doc comment.
    pub(crate) description: String,
    /// `annotate(..)`
    pub(crate) annotations: Vec<Annotate>,
}

impl<'a> EnumType<'a> {
    pub(crate) fn read(ctxt: &Ctxt, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, Derive::Enum, input);
        let mut read = Self { head, repr: repr(ctxt, &input.attrs), members: Vec::new(), unknown: None };
        match &input.data {
            Data::Enum(data) => data.variants.iter().for_each(|variant| read.variant(ctxt, variant)),
            Data::Struct(data) => ctxt.error(data.struct_token.span, "an enumeration type is an enum, not a struct"),
            Data::Union(data) => ctxt.error(data.union_token.span, "an enumeration type is an enum, not a union"),
        }
        read
    }

    fn variant(&mut self, ctxt: &Ctxt, variant: &'a syn::Variant) {
        let attrs = VariantAttrs::read(ctxt, &variant.attrs);
        if self.head.attrs.serde {
            serde::refuse(ctxt, &variant.attrs, serde::Target::Member);
        }
        if let Some(word) = attrs.unknown {
            return self.unknown_variant(ctxt, variant, word, attrs.name.as_ref());
        }
        if !matches!(variant.fields, Fields::Unit) {
            return ctxt.error_at(&variant.fields, data_fault(variant));
        }
        let (name, name_span) = edm_name(&self.head.attrs, &variant.ident, attrs.name.as_ref());
        self.members.push(EnumMember {
            ident: &variant.ident,
            discriminant: variant.discriminant.as_ref().map(|(_, value)| value),
            name,
            name_span,
            description: docs::of(attrs.description.as_ref(), &variant.attrs),
            annotations: attrs.annotations,
        });
    }

    /// Reads the variant for members that are not declared.
    fn unknown_variant(&mut self, ctxt: &Ctxt, variant: &'a syn::Variant, word: Span, name: Option<&syn::LitStr>) {
        if self.unknown.replace(&variant.ident).is_some() {
            ctxt.error(word, "one variant holds the members that are not declared; this is the second");
        }
        if let Some(name) = name {
            ctxt.error(name.span(), "the variant for members that are not declared has no name of its own");
        }
        if let Some(fault) = unknown_fault(&variant.fields) {
            match &variant.fields {
                Fields::Unit => ctxt.error(variant.ident.span(), fault),
                fields => ctxt.error_at(fields, fault),
            }
        }
    }
}

/// The message about a variant with data that is not the one for members that are not declared.
fn data_fault(variant: &syn::Variant) -> String {
    let name = &variant.ident;
    let way_out = if unknown_fault(&variant.fields).is_none() {
        "add `#[odata(unknown)]` to the one for members that are not declared"
    } else {
        "make a type with data an `ODataComplex`, and keep members that are not declared in \
         `#[odata(unknown)] Other(UnknownMember)`"
    };
    format!("variant `{name}` of an enumeration type cannot carry data; {way_out}")
}

/// What is wrong with the fields of the variant for members that are not declared.
fn unknown_fault(fields: &Fields) -> Option<&'static str> {
    let fits = match fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            match fields.unnamed.first().map(|field| ty::strip(&field.ty)) {
                Some(Type::Path(path)) => path.path.segments.last().is_some_and(|last| last.ident == "UnknownMember"),
                _ => false,
            }
        }
        _ => false,
    };
    (!fits).then_some("the variant for members that are not declared is written `Other(UnknownMember)`")
}

/// The integer type of `#[repr(..)]`.
fn repr(ctxt: &Ctxt, attributes: &[Attribute]) -> Option<Ident> {
    let mut found = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("repr")) {
        // What is not understood here is reported by the compiler itself.
        let _ = attribute.parse_nested_meta(|meta| {
            if let Some(ident) = meta.path.get_ident() {
                check_repr(ctxt, ident);
                let integer = UNDERLYING.iter().any(|(rust, _)| ident == rust);
                found = if integer { Some(ident.clone()) } else { found.take() };
            }
            Ok(())
        });
    }
    found
}

/// The underlying types: the Rust type and the EDM type.
pub(crate) const UNDERLYING: [(&str, &str); 5] =
    [("u8", "Byte"), ("i8", "SByte"), ("i16", "Int16"), ("i32", "Int32"), ("i64", "Int64")];

/// Refuses integers that cannot be the underlying type.
fn check_repr(ctxt: &Ctxt, ident: &Ident) {
    if ["u16", "u32", "u64", "u128", "usize", "isize", "i128"].iter().any(|other| ident == other) {
        ctxt.error(
            ident.span(),
            format_args!(
                "`{ident}` cannot be the underlying type of an enumeration type; use `u8`, `i8`, `i16`, `i32` or `i64`"
            ),
        );
    }
}
