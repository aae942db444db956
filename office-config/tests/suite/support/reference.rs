//! The published documents that the project is tested against, if they are at hand.

use std::path::PathBuf;

/// Returns a document of the reference, by its path.
///
/// `ODATA_REFERENCE_DIR` names the folder of the documents. Without them a test is skipped, and says so; with
/// `ODATA_REFERENCE=required` it fails.
pub fn read(path: &str) -> Option<String> {
    let folder = std::env::var_os("ODATA_REFERENCE_DIR")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/reference")), PathBuf::from);
    let path = folder.join(path);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(cause) => {
            let required = std::env::var_os("ODATA_REFERENCE").is_some_and(|value| value == "required");
            assert!(!required, "{}: {cause}", path.display());
            println!("skipped, because {} cannot be read: {cause}", path.display());
            None
        }
    }
}
