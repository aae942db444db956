//! Keys that are declared on the type: their paths, the rules about them, and what the descriptor has of them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::{
    path::{self, PathCode},
    properties::number,
    span::{SpanRange, check, quiet},
};
use crate::{
    ast::StructuredType,
    attr::{KeyList, KeyPart},
};

/// The keys of a type as code.
#[derive(Default)]
pub(super) struct Keys {
    /// The paths and the checks of them.
    pub(super) items: TokenStream,
    /// The parts of the key.
    pub(super) key: TokenStream,
    /// The alternate keys, each with its parts.
    pub(super) alternate: TokenStream,
}

/// Writes the keys that are declared on the type.
pub(super) fn expand(item: &StructuredType<'_>) -> Keys {
    let attrs = &item.head.attrs;
    let mut keys = Keys::default();
    if let Some(key) = &attrs.key {
        keys.key = keys.list(item, "key", key, "key");
    }
    for (position, key) in attrs.alternate_keys.iter().enumerate() {
        let parts = keys.list(item, &format!("alternate_key_{position}"), key, "alternate_key");
        keys.alternate.extend(quote! { &[#parts], });
    }
    keys
}

impl Keys {
    /// Adds the paths of one key, and returns its parts.
    fn list(&mut self, item: &StructuredType<'_>, name: &str, key: &KeyList, rules: &str) -> TokenStream {
        let mut parts = TokenStream::new();
        for (position, part) in key.parts.iter().enumerate() {
            let code = path::expand(&format!("{name}_{position}"), &quiet(item.head.ident), &part.path);
            self.items.extend(code.items.clone());
            self.items.extend(checks(item, part, &code, rules));
            let (alias, function) = (alias(part), &code.function);
            parts.extend(quote! { __odata::KeyPath { alias: #alias, path: #function }, });
        }
        parts
    }
}

/// The alias of a part.
fn alias(part: &KeyPart) -> TokenStream {
    match &part.alias {
        Some(alias) => {
            let alias = alias.unraw().to_string();
            quote!(::core::option::Option::Some(#alias))
        }
        None => quote!(::core::option::Option::None),
    }
}

/// K3, K4, K7, K8: checks what a path goes through and where it ends. A field that is a part of the key itself is checked
/// with the other properties.
fn checks(item: &StructuredType<'_>, part: &KeyPart, code: &PathCode, rules: &str) -> TokenStream {
    let path = code.path();
    let (mut checks, last) = (TokenStream::new(), part.path.steps.len() - 1);
    for (position, step) in part.path.steps.iter().enumerate() {
        let (span, index) = (SpanRange::one(step.field.span()), number(position));
        if position < last {
            checks.extend(check(span, &format!("{rules}_step"), quote!(#path, #index)));
        } else if last > 0 || rules != "key" {
            checks.extend(check(span, &format!("{rules}_end"), quote!(#path)));
        }
    }
    if let (Some(alias), Some(_)) = (&part.alias, &item.base) {
        let name = alias.unraw().to_string();
        let arguments = quote!(#name, __BASE.descriptor);
        checks.extend(check(SpanRange::one(alias.span()), "alias_not_inherited", arguments));
    }
    checks
}
