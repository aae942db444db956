//! Items as the entity data model sees them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens as _;
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Type, Visibility, ext::IdentExt as _, spanned::Spanned as _};

use crate::{
    attr::{Derive, FieldAttrs, TypeAttrs, VariantAttrs, serde},
    ctxt::Ctxt,
    docs, lifetime, name, ty,
};

/// What comes before the body of an item.
pub(crate) struct ItemHead<'a> {
    pub(crate) derive: Derive,
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) attrs: TypeAttrs,
    /// The qualified name, empty if it is missing.
    pub(crate) name: String,
    /// The doc comment.
    pub(crate) description: String,
}

impl<'a> ItemHead<'a> {
    fn read(ctxt: &Ctxt, derive: Derive, input: &'a DeriveInput) -> Self {
        let attrs = TypeAttrs::read(ctxt, &input.attrs, derive);
        if attrs.serde {
            serde::refuse(ctxt, &input.attrs, serde::Target::Type);
        }
        Self {
            derive,
            ident: &input.ident,
            visibility: &input.vis,
            name: attrs.name.as_ref().map_or_else(String::new, syn::LitStr::value),
            attrs,
            description: docs::description(&input.attrs),
        }
    }

    /// The name without its namespace.
    pub(crate) fn short_name(&self) -> &str {
        name::short(&self.name)
    }
}

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

/// Refuses words about properties on a field that is not one.
pub(crate) fn refuse_property_words(ctxt: &Ctxt, field: &Field<'_>, what: &str) {
    for (word, span) in field.attrs.of_properties() {
        ctxt.error(span, format_args!("`{word}` applies to properties, and this field is {what}"));
    }
}

/// Reads the named fields of a struct.
fn fields_of<'a>(ctxt: &Ctxt, head: &ItemHead<'a>, input: &'a DeriveInput) -> Vec<Field<'a>> {
    let noun = head.derive.noun();
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => fields.named.iter().filter_map(|field| field_of(ctxt, head, field)).collect(),
            Fields::Unnamed(fields) if !fields.unnamed.is_empty() => {
                let way_out = match fields.unnamed.first().filter(|_| fields.unnamed.len() == 1) {
                    Some(field) => format!("; in place of a newtype, use the type in it: `{}`", ty::shown(&field.ty)),
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
        attrs,
        name,
        name_span,
        description: docs::description(&field.attrs),
    })
}

/// The name of a property or member, and where it comes from.
fn edm_name(attrs: &TypeAttrs, ident: &Ident, name: Option<&syn::LitStr>) -> (String, Span) {
    match name {
        Some(name) => (name.value(), name.span()),
        None => (attrs.rename_all.apply(&ident.unraw().to_string()), ident.span()),
    }
}

pub(crate) struct Container<'a> {
    pub(crate) head: ItemHead<'a>,
    /// Its entity sets and singletons.
    pub(crate) children: Vec<Field<'a>>,
}

impl<'a> Container<'a> {
    pub(crate) fn read(ctxt: &Ctxt, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, Derive::Container, input);
        let children = fields_of(ctxt, &head, input);
        Self { head, children }
    }
}

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
            description: docs::description(&variant.attrs),
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
