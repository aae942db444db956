//! Encodings, declared and not.

use super::schema;
use crate::csdl::Document;

fn declared(encoding: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n{}",
        schema(r#"<TypeDefinition Name="größe" UnderlyingType="Edm.String"/>"#)
    )
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[track_caller]
fn message(bytes: &[u8]) -> String {
    Document::from_xml(bytes).expect_err("another encoding").to_string()
}

#[test]
fn utf_8_and_utf_16_say_the_same() {
    let expected = Document::from_xml(declared("utf-8").as_bytes()).expect("a document");
    assert_eq!(expected.schemas[0].definitions[0].name, "größe");
    let marked = format!("\u{feff}{}", declared("UTF-8"));
    assert_eq!(Document::from_xml(marked.as_bytes()).as_ref(), Ok(&expected));
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        for mark in ["", "\u{feff}"] {
            let bytes = utf16(&format!("{mark}{}", declared("UTF-16")), unit);
            assert_eq!(Document::from_xml(&bytes).as_ref(), Ok(&expected));
        }
    }
}

#[test]
fn places_in_utf_16_are_counted_in_characters() {
    let text = schema("<!-- ä😀 --><Nope/>");
    let expected = message(text.as_bytes());
    assert_eq!(expected, "n: `Schema` has no element `Nope` (line 2, column 12)");
    assert_eq!(message(&utf16(&format!("\u{feff}{text}"), u16::to_le_bytes)), expected);
}

#[test]
fn other_encodings_are_refused() {
    let place = " (line 1, column 31)";
    assert_eq!(
        message(declared("ISO-8859-1").as_bytes()),
        format!("the encoding `ISO-8859-1` is not read; UTF-8 and UTF-16 are{place}")
    );
    assert_eq!(
        message(declared("utf-16").as_bytes()),
        format!("the document is declared as utf-16 and is UTF-8{place}")
    );
    assert_eq!(
        message(&utf16(&declared("utf-8"), u16::to_le_bytes)),
        format!("the document is declared as utf-8 and is UTF-16{place}")
    );
    assert!(
        message(declared("US-ASCII").as_bytes()).starts_with("the document is declared as US-ASCII, and this is not")
    );
    assert!(Document::from_xml(declared("us-ascii").replace("größe", "size").as_bytes()).is_ok());
    assert!(message(b"<a>\xe4</a>").ends_with("(line 1, column 4)"));
}
