//! Type definitions.

use syn::DeriveInput;

use super::{
    head::{generics, head},
    property::scale,
};
use crate::{ast::Definition, ctxt::Ctxt};

/// Checks the rules of type definitions.
pub(crate) fn definition(ctxt: &Ctxt, input: &DeriveInput, item: &Definition<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    scale(ctxt, &item.head.attrs.facets);
}
