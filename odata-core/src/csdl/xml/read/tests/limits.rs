//! Limits, and the work that long documents take.

use super::{
    super::{
        decode::Encoding,
        scan::{Event, Scanner},
    },
    schema,
};
use crate::csdl::{Document, ReadLimits};

#[track_caller]
fn message(text: &str, limits: ReadLimits) -> String {
    Document::from_xml_with(text.as_bytes(), &limits).expect_err("over the limit").to_string()
}

#[test]
fn what_is_over_a_limit_is_one_fault() {
    let text = schema(r#"<Term Name="a" Type="Edm.String"/>"#);
    let limits = ReadLimits::new();
    assert_eq!(message(&text, limits.with_bytes(10)), "the document has more than 10 bytes (line 1, column 1)");
    assert!(Document::from_xml_with(text.as_bytes(), &limits.with_bytes(text.len())).is_ok());
    assert_eq!(message(&text, limits.with_parts(3)), "the document has more than 3 elements (line 2, column 1)");
    assert!(Document::from_xml_with(text.as_bytes(), &limits.with_parts(4)).is_ok());
    assert_eq!(message(&text, limits.with_depth(3)), "elements are nested deeper than 3 (line 2, column 1)");
    assert!(Document::from_xml_with(text.as_bytes(), &limits.with_depth(4)).is_ok());
    assert_eq!(message(&text, limits.with_attributes(1)), "`x:Edmx` has more than 1 attributes (line 1, column 24)");
    assert!(Document::from_xml_with(text.as_bytes(), &limits.with_attributes(2)).is_ok());
}

#[test]
fn no_more_faults_are_reported_than_the_limit() {
    let text = schema(&"<Nope/>".repeat(50));
    let count =
        |limits: ReadLimits| Document::from_xml_with(text.as_bytes(), &limits).expect_err("faults").all().count();
    assert_eq!(count(ReadLimits::new()), 50);
    assert_eq!(count(ReadLimits::new().with_faults(7)), 7);
}

#[test]
fn deep_documents_take_no_stack() {
    let deep = "<a>".repeat(1_000_000);
    assert_eq!(message(&deep, ReadLimits::new()), "elements are nested deeper than 64 (line 1, column 193)");
}

/// The number of bytes that are walked over to find places.
fn walked(text: &str) -> usize {
    let mut scanner = Scanner::new(text, Encoding::Utf8, 64).expect("no declaration");
    while !matches!(scanner.next().expect("well-formed"), Event::Eof) {}
    scanner.walked
}

#[test]
fn places_are_found_in_one_walk() {
    // All on one line, the worst for counting columns.
    let line = |count: usize| {
        schema(&r#"<Term Name="a" Type="Edm.String"><Annotation Term="n.x" String="ä"/></Term>"#.repeat(count))
    };
    let (one, four) = (line(500), line(2000));
    assert!(walked(&one) <= one.len());
    assert!(walked(&four) <= four.len());
}
