//! Makes Rust of a vocabulary, as a build script could: `cargo run --example vocabulary -- FILE`. Without a file it takes
//! a vocabulary of this repository.

use std::{env, error::Error, fs, path::PathBuf};

use odata_codegen::vocabulary::{self, Options};
use odata_core::csdl::Document;

fn main() -> Result<(), Box<dyn Error>> {
    let shop = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/shop.xml");
    let file = env::args_os().nth(1).map_or(shop, PathBuf::from);
    let document = Document::from_xml(&fs::read(file)?)?;
    let rust = vocabulary::generate(&document, &Options::default())?;

    // A term is a unit struct, its type a Rust type, the description a doc comment.
    assert!(rust.contains("#[derive(ODataTerm)]"));
    print!("{rust}");
    Ok(())
}
