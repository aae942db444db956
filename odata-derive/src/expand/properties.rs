//! What is written for each property.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::span::{prefixed, quiet};
use crate::{
    ast::Field,
    attr::{DefaultKind, DefaultValue, FieldAttrs, OnDeleteAction},
    hint, name, ty,
};

/// A property and its place among the type's own.
pub(super) struct Property<'a> {
    pub(super) field: &'a Field<'a>,
    /// The position among the type's own properties.
    pub(super) index: usize,
    /// The type in the middle, if the tokens leave no doubt about it.
    pub(super) builtin: Option<&'static str>,
    ty: &'a TokenStream,
    /// The field's name as part of the expansion.
    access: TokenStream,
    /// The constant with the accessors of the field's type.
    constant: Ident,
}

impl<'a> Property<'a> {
    pub(super) fn new(index: usize, field: &'a Field<'a>) -> Self {
        Self {
            field,
            index,
            builtin: ty::builtin(field.ty),
            ty: &field.ty_tokens,
            access: quiet(field.ident),
            constant: prefixed("__field", &field.rust_name()),
        }
    }

    /// The accessors of the field's type: the only use of it that has a bound. Types that leave no doubt need none.
    pub(super) fn constant(&self) -> TokenStream {
        if self.builtin.is_some() {
            return TokenStream::new();
        }
        let (constant, ty) = (&self.constant, self.ty);
        let function = hint::function(self.field.ty).unwrap_or_else(|| quote! { __odata::field::< });
        quote! { const #constant: __odata::Field<#ty> = #function #ty>(); }
    }

    /// The type in the entity data model.
    pub(super) fn edm_type(&self) -> TokenStream {
        let (constant, ty) = (&self.constant, self.ty);
        match self.builtin {
            Some(_) => quote! { <#ty as __odata::PropertyValue>::TYPE },
            None => quote! { #constant.ty },
        }
    }

    /// The field of a new value.
    pub(super) fn blank(&self) -> TokenStream {
        let (constant, access) = (&self.constant, &self.access);
        match self.builtin {
            Some(_) => quote! { #access: __odata::PropertyValue::blank(), },
            None => quote! { #access: (#constant.blank)(), },
        }
    }

    /// An arm of `slot`.
    pub(super) fn slot(&self) -> TokenStream {
        let (index, constant, access) = (number(self.index), &self.constant, &self.access);
        match self.builtin {
            Some(_) => quote! { #index => &self.#access, },
            None => quote! { #index => (#constant.slot)(&self.#access), },
        }
    }

    /// An arm of `slot_mut`.
    pub(super) fn slot_mut(&self) -> TokenStream {
        let (index, constant, access) = (number(self.index), &self.constant, &self.access);
        match self.builtin {
            Some(_) => quote! { #index => &mut self.#access, },
            None => quote! { #index => (#constant.slot_mut)(&mut self.#access), },
        }
    }

    /// The row of the descriptor.
    pub(super) fn descriptor(&self) -> TokenStream {
        let field = self.field;
        let (name, json) = (&field.name, format!("\"{}\":", field.name));
        let (rust_name, ty, description) = (field.rust_name(), self.edm_type(), &field.description);
        let (hash, rust_hash) = (hash(name), hash(&rust_name));
        let mut rare = self.flags().map(|flags| quote! { flags: #flags, }).unwrap_or_default();
        if let Some(facets) = facets(&field.attrs) {
            rare.extend(quote! { facets: #facets, });
        }
        if let Some(default) = &field.attrs.default {
            let default = default_value(default);
            rare.extend(quote! { default: ::core::option::Option::Some(#default), });
        }
        let plain = quote! {
            __odata::property_descriptor(#name, #json, #hash, #rust_name, #rust_hash, #ty, #description)
        };
        let descriptor = updated("PropertyDescriptor", &rare, plain);
        quote! { #descriptor, }
    }

    /// The facts that are declared, if there are any.
    fn flags(&self) -> Option<TokenStream> {
        let attrs = &self.field.attrs;
        let words = [
            (self.field.is_key, "KEY"),
            (attrs.computed.is_some(), "COMPUTED"),
            (attrs.immutable.is_some(), "IMMUTABLE"),
            (attrs.contains_target.is_some(), "CONTAINS_TARGET"),
            (attrs.unique.is_some(), "UNIQUE"),
            (attrs.indexed.is_some(), "INDEXED"),
            (attrs.searchable.is_some(), "SEARCHABLE"),
            (attrs.not_unicode().is_some(), "NOT_UNICODE"),
        ];
        let on_delete = attrs.on_delete.as_ref().map(|on_delete| match on_delete.action {
            OnDeleteAction::Cascade => "ON_DELETE_CASCADE",
            OnDeleteAction::None => "ON_DELETE_NONE",
            OnDeleteAction::SetNull => "ON_DELETE_SET_NULL",
            OnDeleteAction::SetDefault => "ON_DELETE_SET_DEFAULT",
        });
        let declared = words.into_iter().filter_map(|(holds, flag)| holds.then_some(flag)).chain(on_delete);
        // Each token has its price, so those of flags that are not declared are not made.
        let mut declared = declared.map(|flag| Ident::new(flag, Span::call_site()));
        let first = declared.next()?;
        Some(quote! { __odata::PropertyFlags::#first #(.with(__odata::PropertyFlags::#declared))* })
    }

    /// The field of the typed properties of `owner`.
    pub(super) fn typed(&self, owner: &TokenStream) -> TokenStream {
        let (visibility, access, ty) = (self.field.visibility, &self.access, self.ty);
        quote! { #visibility #access: __odata::Property<#owner, #ty>, }
    }

    /// The value of the field of the typed properties.
    pub(super) fn typed_value(&self) -> TokenStream {
        let (access, index) = (&self.access, number(self.index));
        quote! { #access: __odata::property(#index), }
    }
}

/// Writes a descriptor with what few declarations have.
pub(super) fn updated(descriptor: &str, rare: &TokenStream, plain: TokenStream) -> TokenStream {
    if rare.is_empty() {
        return plain;
    }
    let descriptor = Ident::new(descriptor, Span::call_site());
    quote! { __odata::#descriptor { #rare ..#plain } }
}

/// Writes the facets that are declared, if there are any.
pub(super) fn facets(attrs: &FieldAttrs) -> Option<TokenStream> {
    let mut facets = TokenStream::new();
    if let Some(facet) = &attrs.precision {
        let precision = Literal::u16_unsuffixed(facet.value);
        facets.extend(quote! { .with_precision(#precision) });
    }
    if let Some(scale) = attrs.scale.as_ref().and_then(|facet| facet.value) {
        let scale = Literal::u16_unsuffixed(scale);
        facets.extend(quote! { .with_scale(#scale) });
    }
    if let Some(facet) = &attrs.srid {
        facets.extend(match facet.value {
            Some(srid) => {
                let srid = Literal::u32_unsuffixed(srid);
                quote! { .with_srid(#srid) }
            }
            None => quote! { .with_variable_srid() },
        });
    }
    if let Some(facet) = &attrs.max_length {
        let max_length = Literal::u32_unsuffixed(facet.value);
        facets.extend(quote! { .with_max_length(#max_length) });
    }
    (!facets.is_empty()).then(|| quote! { __odata::NO_FACETS #facets })
}

/// Writes the facets that are declared, or an empty list of them.
pub(super) fn facets_or_none(attrs: &FieldAttrs) -> TokenStream {
    facets(attrs).unwrap_or_else(|| quote! { __odata::NO_FACETS })
}

/// Writes a number without a suffix.
pub(super) fn number(number: usize) -> Literal {
    let mut literal = Literal::usize_unsuffixed(number);
    literal.set_span(Span::call_site());
    literal
}

/// Writes the hash by which a property is found.
fn hash(name: &str) -> Literal {
    Literal::u32_unsuffixed(name::hash(name))
}

/// Writes the default value as the descriptor holds it.
pub(super) fn default_or_none(default: Option<&DefaultValue>) -> TokenStream {
    match default {
        Some(default) => {
            let value = default_value(default);
            quote! { ::core::option::Option::Some(#value) }
        }
        None => quote! { ::core::option::Option::None },
    }
}

pub(super) fn default_value(default: &DefaultValue) -> TokenStream {
    default_kind(&default.kind)
}

/// Writes a literal.
pub(super) fn default_kind(kind: &DefaultKind) -> TokenStream {
    match kind {
        DefaultKind::Boolean(value) => quote! { __odata::DefaultValue::Boolean(#value) },
        DefaultKind::Number(text) => quote! { __odata::DefaultValue::Number(#text) },
        DefaultKind::Text(text) => quote! { __odata::DefaultValue::Text(#text) },
    }
}
