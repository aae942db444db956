//! The expansions as they are, one for each derive. `ODATA_BLESS=1` writes them again.

use std::{env, error::Error, fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{DeriveInput, parse_quote};

use crate::attr::Derive;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expand");

/// The item in `tests/expand/{name}.rs`.
fn source(name: &str) -> Result<DeriveInput, Box<dyn Error>> {
    Ok(syn::parse_str(&fs::read_to_string(Path::new(FOLDER).join(name).with_extension("rs"))?)?)
}

/// Compares its expansion with what was blessed.
fn compare(derive: Derive, name: &str) -> Result<(), Box<dyn Error>> {
    let expanded = super::derive(derive, source(name)?.into_token_stream());
    let expanded = prettyplease::unparse(&syn::parse2(expanded)?);
    let blessed = Path::new(FOLDER).join(name).with_extension("expanded.rs");
    if env::var_os("ODATA_BLESS").is_some() {
        fs::write(blessed, expanded)?;
        return Ok(());
    }
    assert_eq!(expanded, fs::read_to_string(blessed)?, "the expansion changed; `ODATA_BLESS=1` accepts it");
    Ok(())
}

#[test]
fn entity() -> Result<(), Box<dyn Error>> {
    compare(Derive::Entity, "entity")
}

#[test]
fn complex() -> Result<(), Box<dyn Error>> {
    compare(Derive::Complex, "complex")
}

#[test]
fn enumeration() -> Result<(), Box<dyn Error>> {
    compare(Derive::Enum, "enum")
}

#[test]
fn type_definition() -> Result<(), Box<dyn Error>> {
    compare(Derive::TypeDefinition, "type_definition")
}

#[test]
fn flags() -> Result<(), Box<dyn Error>> {
    compare(Derive::Enum, "flags")
}

#[test]
fn container() -> Result<(), Box<dyn Error>> {
    compare(Derive::Container, "container")
}

#[test]
fn action() -> Result<(), Box<dyn Error>> {
    compare(Derive::Action, "action")
}

#[test]
fn function() -> Result<(), Box<dyn Error>> {
    compare(Derive::Function, "function")
}

#[test]
fn term() -> Result<(), Box<dyn Error>> {
    compare(Derive::Term, "term")
}

#[test]
fn record() -> Result<(), Box<dyn Error>> {
    compare(Derive::Record, "record")
}

#[test]
fn annotated() -> Result<(), Box<dyn Error>> {
    compare(Derive::Complex, "annotated")
}

/// Whether an identifier of the tokens is `odata_core`.
fn names_odata_core(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "odata_core",
        TokenTree::Group(group) => names_odata_core(group.stream()),
        _ => false,
    })
}

#[test]
fn another_path_replaces_odata_core() -> Result<(), Box<dyn Error>> {
    let (mut entity, mut complex, mut enumeration) = (source("entity")?, source("complex")?, source("enum")?);
    let mut definition = source("type_definition")?;
    let (mut action, mut function) = (source("action")?, source("function")?);
    let (mut term, mut record) = (source("term")?, source("record")?);
    for item in [
        &mut entity,
        &mut complex,
        &mut enumeration,
        &mut definition,
        &mut action,
        &mut function,
        &mut term,
        &mut record,
    ] {
        item.attrs.push(parse_quote!(#[odata(crate = "renamed")]));
    }
    // This one has a path already.
    let container = source("container")?;
    for (derive, mut item) in [
        (Derive::Entity, entity),
        (Derive::Complex, complex),
        (Derive::Enum, enumeration),
        (Derive::TypeDefinition, definition),
        (Derive::Container, container),
        (Derive::Action, action),
        (Derive::Function, function),
        (Derive::Term, term),
        (Derive::Record, record),
    ] {
        assert!(!names_odata_core(super::derive(derive, item.to_token_stream())), "{}", item.ident);
        item.attrs.push(parse_quote!(#[odata(no_word)]));
        assert!(!names_odata_core(super::derive(derive, item.to_token_stream())), "the fallback of {}", item.ident);
    }
    assert!(names_odata_core(super::derive(Derive::Enum, source("enum")?.into_token_stream())));
    Ok(())
}
