//! What is written is read back, and what is not a document has places.

use proptest::prelude::*;

use crate::csdl::{Document, arbitrary::documents};

/// Reads bytes; if they are not a document, every fault must have a place within the text.
fn is_located(bytes: &[u8]) -> bool {
    let Err(error) = Document::from_xml(bytes) else { return true };
    error.all().all(|fault| fault.location().is_some_and(|place| place.offset <= bytes.len() * 3))
}

/// Whether a strict reader takes a text as XML.
fn is_xml(text: &str) -> bool {
    roxmltree::Document::parse(text).is_ok()
}

/// A text with another piece in it, or without one.
fn mutate(text: &str, at: usize, length: usize, piece: &str) -> String {
    let boundary = |mut at: usize| {
        at %= text.len() + 1;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(at);
    let end = boundary((start + length).min(text.len()));
    format!("{}{piece}{}", &text[..start], &text[end.max(start)..])
}

fn pieces() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "/",
        "<a>",
        "</a>",
        "<a/>",
        "]]>",
        "<!--",
        "-->",
        "--",
        "<![CDATA[",
        "<?",
        "?>",
        "&#0;",
        "&#x1F600;",
        "&lt;",
        "&nope;",
        "=",
        " ",
        "\n",
        "\r",
        "\u{1}",
        "\u{fffe}",
        "ä",
        "a:",
        ":b",
        "xmlns:q=\"\"",
        " a=\"1\" a=\"2\"",
        "<!DOCTYPE a>",
        "<?xml version=\"1.0\"?>",
        "1",
        "-",
        "xmlns=\"u\"",
        "\t",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_written_is_read(document in documents()) {
        let text = document.to_xml();
        prop_assert!(is_xml(&text), "{text}");
        let read = Document::from_xml(text.as_bytes());
        prop_assert_eq!(read.as_ref(), Ok(&document), "{}", text);
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf16_text = String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()).expect("text");
        prop_assert_eq!(utf16_text.len(), text.len());
        // The declaration says UTF-8.
        prop_assert!(Document::from_xml(&utf16).is_err());
    }

    #[test]
    fn any_bytes_have_places(bytes: Vec<u8>) {
        prop_assert!(is_located(&bytes));
    }

    #[test]
    fn changed_documents_have_places_and_what_is_no_xml_is_refused(
        document in documents(),
        changes in prop::collection::vec((any::<u16>(), 0..6_usize, pieces()), 1..4),
    ) {
        let mut text = document.to_xml();
        for (at, length, piece) in changes {
            text = mutate(&text, usize::from(at), length, piece);
        }
        prop_assert!(is_located(text.as_bytes()));
        let read = Document::from_xml(text.as_bytes());
        prop_assert!(is_xml(&text) || read.is_err(), "{text}");
        if let Ok(read) = read {
            prop_assert_eq!(Document::from_xml(read.to_xml().as_bytes()), Ok(read));
        }
    }
}
