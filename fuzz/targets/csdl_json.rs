//! Any bytes as a CSDL JSON document: each fault has a place in the text, and what is written of a document is written of
//! what is read from it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use odata_core::csdl::Document;

fuzz_target!(|bytes: &[u8]| {
    match Document::from_json(bytes) {
        Ok(document) => {
            let written = document.to_json();
            let read = Document::from_json(written.as_bytes()).unwrap_or_else(|error| panic!("{error:?}: {written}"));
            // Against the rules, an alias can be a namespace that has an alias itself.
            let is_namespace = |alias: &str| document.schemas.iter().any(|schema| schema.namespace == alias);
            let included = document.references.iter().flat_map(|reference| &reference.includes);
            let included: Vec<_> = included.map(|include| (&include.namespace, &include.alias)).collect();
            let schemas = document.schemas.iter().map(|schema| &schema.alias);
            let mut aliases = schemas.chain(included.iter().map(|(_, alias)| *alias)).flatten();
            if !aliases.any(|alias| is_namespace(alias) || included.iter().any(|(namespace, _)| *namespace == alias)) {
                assert_eq!(read.to_json(), written);
            }
        }
        Err(error) => {
            for fault in error.all() {
                if let Some(place) = fault.location() {
                    assert!(place.offset <= bytes.len(), "{place:?} of {}", bytes.len());
                }
            }
        }
    }
});
