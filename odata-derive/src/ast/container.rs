//! Entity containers.

use syn::DeriveInput;

use super::{
    ItemHead,
    field::{Field, fields_of},
};
use crate::{attr::Derive, ctxt::Ctxt};

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
