//! Keys that are declared on the type.

use std::collections::{HashMap, HashSet};

use syn::ext::IdentExt as _;

use crate::{
    ast::StructuredType,
    attr::{KeyList, KeyPart, did_you_mean},
    ctxt::Ctxt,
    name,
};

/// Checks the key and the alternate keys.
pub(super) fn keys(ctxt: &Ctxt, item: &StructuredType<'_>) {
    let attrs = &item.head.attrs;
    if let Some(key) = &attrs.key {
        for word in item.properties().filter_map(|field| field.attrs.key) {
            ctxt.error(word, "the key is declared on the type; add the field to `key(..)` there");
        }
        list(ctxt, item, "key", key);
        for part in &key.parts {
            own_property(ctxt, item, part);
        }
    }
    for key in &attrs.alternate_keys {
        list(ctxt, item, "alternate_key", key);
    }
    aliases(ctxt, item);
}

/// K1, K6, K7: checks the parts of one key.
fn list(ctxt: &Ctxt, item: &StructuredType<'_>, word: &str, key: &KeyList) {
    if key.is_read && key.parts.is_empty() {
        ctxt.error(key.word, format_args!("`{word}()` needs at least one property"));
    }
    let mut seen = HashSet::new();
    for part in &key.parts {
        let path = part.path.to_string();
        if let Some(cast) = part.path.first_cast() {
            ctxt.error_at(cast, "a key path has no casts: an entity of another type would have no key");
        } else if !seen.insert(path.clone()) {
            ctxt.error(part.path.span().0, format_args!("property `{path}` is listed twice in the key"));
        } else {
            alias(ctxt, item, word, part, &path);
        }
    }
}

/// K7: checks that a path has an alias and a property of the type has none.
fn alias(ctxt: &Ctxt, item: &StructuredType<'_>, word: &str, part: &KeyPart, path: &str) {
    let steps = part.path.steps.iter().map(|step| step.field.unraw().to_string());
    match &part.alias {
        None if part.path.steps.len() > 1 => {
            let suggested = item.head.attrs.rename_all.apply(&steps.collect::<Vec<_>>().join("_"));
            let message = format_args!("key path `{path}` needs an alias: `{word}({path} as {suggested})`");
            ctxt.error(part.path.span().0, message);
        }
        Some(alias) if part.path.steps.len() == 1 => {
            let message = format_args!("`{path}` is a property of the type and has no alias in the key");
            ctxt.error(alias.span(), message);
        }
        _ => {}
    }
}

/// K2: checks that a key begins with a property that the type itself declares.
fn own_property(ctxt: &Ctxt, item: &StructuredType<'_>, part: &KeyPart) {
    let Some(first) = part.path.steps.first() else { return };
    let field = first.field.unraw().to_string();
    let known: Vec<_> = item.properties().map(crate::ast::Field::rust_name).collect();
    if part.path.first_cast().is_none() && !known.contains(&field) {
        let suggestion = did_you_mean(&field, known.iter().map(String::as_str));
        let owner = &item.head.name;
        let message = format_args!("entity type `{owner}` has no property `{field}` to use as a key{suggestion}");
        ctxt.error(first.field.span(), message);
    }
}

/// K7: checks that no alias is the name of a property or stands for two paths.
fn aliases(ctxt: &Ctxt, item: &StructuredType<'_>) {
    let attrs = &item.head.attrs;
    let mut seen: HashMap<String, String> = HashMap::new();
    for part in attrs.key.iter().chain(&attrs.alternate_keys).flat_map(|key| &key.parts) {
        let Some(alias) = &part.alias else { continue };
        let (name, path) = (alias.unraw().to_string(), part.path.to_string());
        let is_taken = seen.get(&name).is_some_and(|other| *other != path);
        if let Some(fault) = fault(item, &name, is_taken) {
            ctxt.error(alias.span(), fault);
        }
        seen.insert(name, path);
    }
}

/// What is wrong with the name of an alias.
fn fault(item: &StructuredType<'_>, alias: &str, is_taken: bool) -> Option<String> {
    if let Some(fault) = name::identifier_fault(alias) {
        return Some(fault);
    }
    if item.properties().any(|field| field.name == alias) {
        return Some(format!("alias `{alias}` is also a property of the type; choose another name"));
    }
    is_taken.then(|| format!("alias `{alias}` already stands for another path; choose another name"))
}
