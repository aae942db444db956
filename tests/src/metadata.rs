//! `$metadata` by the schemas that OASIS publishes, where they are at hand.

use std::{path::PathBuf, process::Command};

/// The models and vocabularies that others publish.
pub const PUBLISHED: [&str; 7] = [
    "graph-beta-sample.csdl.xml",
    "graph-office.csdl.xml",
    "vocabularies/Org.OData.Authorization.V1.xml",
    "vocabularies/Org.OData.Capabilities.V1.xml",
    "vocabularies/Org.OData.Core.V1.xml",
    "vocabularies/Org.OData.Measures.V1.xml",
    "vocabularies/Org.OData.Validation.V1.xml",
];

/// Whether what is missing is a fault.
fn is_required() -> bool {
    std::env::var_os("ODATA_REFERENCE").is_some_and(|value| value == "required")
}

/// A schema of those that OASIS publishes.
pub fn published(name: &str) -> Option<PathBuf> {
    reference(&format!("oasis/{name}"))
}

/// A file of those that others publish.
pub fn reference(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ODATA_REFERENCE_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference"), PathBuf::from);
    let file = folder.join(name);
    if file.exists() {
        return Some(file);
    }
    assert!(!is_required(), "{} is missing", file.display());
    eprintln!("left out: {} is not there", file.display());
    None
}

/// Checks a document by the schema.
pub fn is_valid_document(name: &str, xml: &str) {
    let Some(schema) = published("edmx.xsd") else { return };
    let document = std::env::temp_dir().join(format!("{name}-{}.xml", std::process::id()));
    std::fs::write(&document, xml).expect("written");
    let checked = Command::new("xmllint").args(["--noout", "--schema"]).args([&schema, &document]).output();
    std::fs::remove_file(&document).expect("removed");
    match checked {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => {
            assert!(!is_required(), "xmllint: {error}");
            eprintln!("left out: xmllint: {error}");
        }
    }
}
