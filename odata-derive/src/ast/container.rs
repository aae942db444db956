//! Entity containers.

use syn::DeriveInput;

use super::{
    ItemHead,
    field::{Field, fields_of},
};
use crate::{attr::Derive, ctxt::Ctxt};

pub(crate) struct Container<'a> {
    pub(crate) head: ItemHead<'a>,
    /// Its entity sets and singletons, and fields that do not say what they are.
    pub(crate) children: Vec<Field<'a>>,
    /// The operations that it imports.
    pub(crate) imports: Vec<Field<'a>>,
}

impl<'a> Container<'a> {
    pub(crate) fn read(ctxt: &Ctxt, input: &'a DeriveInput) -> Self {
        let head = ItemHead::read(ctxt, Derive::Container, input);
        let fields = fields_of(ctxt, &head, input).into_iter();
        let (imports, children) = fields.partition(|field| field.attrs.import.is_some());
        Self { head, children, imports }
    }

    /// All fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field<'a>> {
        self.children.iter().chain(&self.imports)
    }
}
