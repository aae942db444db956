//! Any bytes as a CSDL XML document: each fault has a place in the text, a strict XML reader takes what is read, and what is
//! written of it is read as the same document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use odata_core::csdl::Document;

fuzz_target!(|bytes: &[u8]| {
    match Document::from_xml(bytes) {
        Ok(document) => {
            if let Ok(text) = std::str::from_utf8(bytes) {
                let strict = roxmltree::Document::parse(text);
                assert!(strict.is_ok(), "{strict:?}");
            }
            let written = document.to_xml();
            assert_eq!(Document::from_xml(written.as_bytes()).as_ref(), Ok(&document), "{written}");
        }
        Err(error) => {
            for fault in error.all() {
                let place = fault.location().expect("a place");
                // A character of UTF-16 can have half as many bytes again in UTF-8.
                assert!(place.offset <= bytes.len() + bytes.len() / 2, "{place:?} of {}", bytes.len());
                assert!(place.line >= 1 && place.column >= 1);
            }
        }
    }
});
