//! The expansions as they are, one for each derive. `ODATA_BLESS=1` writes them anew.

use std::{env, error::Error, fs, path::Path};

use crate::attr::Derive;

/// Compares the expansion of `tests/expand/{name}.rs` of the workspace with what was blessed.
fn compare(derive: Derive, name: &str) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand");
    let source: syn::DeriveInput = syn::parse_str(&fs::read_to_string(folder.join(name).with_extension("rs"))?)?;
    let expanded = super::derive(derive, quote::ToTokens::into_token_stream(source));
    let expanded = prettyplease::unparse(&syn::parse2(expanded)?);
    let blessed = folder.join(name).with_extension("expanded.rs");
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
fn container() -> Result<(), Box<dyn Error>> {
    compare(Derive::Container, "container")
}
