//! Items as the entity data model sees them.

mod container;
mod definition;
mod enumeration;
mod field;
mod structured;
mod term;

use proc_macro2::{Ident, Span};
use syn::{DeriveInput, Visibility, ext::IdentExt as _};

pub(crate) use container::Container;
pub(crate) use definition::{Definition, Underlying};
pub(crate) use enumeration::{EnumType, UNDERLYING};
pub(crate) use field::{Field, refuse_property_words};
pub(crate) use structured::{BaseField, StructuredType};
pub(crate) use term::{Member, Record, Term};

use crate::{
    attr::{Derive, TypeAttrs, serde},
    ctxt::Ctxt,
    docs, name,
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
        let description = docs::of(attrs.description.as_ref(), &input.attrs);
        Self {
            derive,
            ident: &input.ident,
            visibility: &input.vis,
            name: attrs.name.as_ref().map_or_else(String::new, syn::LitStr::value),
            attrs,
            description,
        }
    }

    /// Whether it is an action or function.
    pub(crate) fn is_operation(&self) -> bool {
        matches!(self.derive, Derive::Action | Derive::Function)
    }

    /// The name of the binding parameter of an operation.
    pub(crate) fn binding_name(&self) -> String {
        self.attrs.binding.as_ref().map_or_else(|| "bindingParameter".to_owned(), syn::LitStr::value)
    }

    /// The name without its namespace.
    pub(crate) fn short_name(&self) -> &str {
        name::short(&self.name)
    }
}

/// The name of a property or member, and where it comes from.
fn edm_name(attrs: &TypeAttrs, ident: &Ident, name: Option<&syn::LitStr>) -> (String, Span) {
    match name {
        Some(name) => (name.value(), name.span()),
        None => (attrs.rename_all.apply(&ident.unraw().to_string()), ident.span()),
    }
}
