//! Names: their form, and that they are unique.

use std::collections::HashMap;

use proc_macro2::Span;
use syn::LitStr;

use crate::{ast::ItemHead, ctxt::Ctxt, name};

/// N1, N2, N3: checks a qualified name.
pub(super) fn qualified(ctxt: &Ctxt, literal: &LitStr) {
    if let Some(fault) = name::qualified_fault(&literal.value()) {
        ctxt.error(literal.span(), fault);
    }
}

/// N1: checks the name of a property, parameter, member, entity set or singleton.
pub(super) fn identifier(ctxt: &Ctxt, name: &str, span: Span) {
    if let Some(fault) = name::identifier_fault(name) {
        ctxt.error(span, fault);
    }
}

/// N8, N11, N12, N13: checks that names are unique.
pub(super) fn unique<'n>(ctxt: &Ctxt, what: &str, names: impl Iterator<Item = (&'n str, Span, String)>) {
    let mut seen: HashMap<&str, String> = HashMap::new();
    for (name, span, rust_name) in names {
        match seen.get(name) {
            Some(first) => {
                ctxt.error(
                    span,
                    format_args!("{what} `{name}` is declared twice; `{first}` and `{rust_name}` both map to it"),
                );
            }
            None => {
                seen.insert(name, rust_name);
            }
        }
    }
}

/// N9: checks that a property is not named as its type.
pub(super) fn same_name_as_type(ctxt: &Ctxt, head: &ItemHead<'_>, what: &str, name: &str, span: Span) {
    if name == head.short_name() && !head.attrs.allow.same_name_as_type {
        let message = format_args!(
            "{what} `{name}` has the same name as its type; rename it, or add `#[odata(allow(same_name_as_type))]` to the type"
        );
        ctxt.error(span, message);
    }
}
