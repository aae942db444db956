//! CSDL documents that others publish are read without faults, and what is written of them says the same.

use std::path::Path;

use odata_core::csdl::{Annotation, Document, Expression, PathKind, StructuredKind};
use odata_tests::metadata::{is_valid_document, reference};

fn read(name: &str) -> Option<Document> {
    let text = std::fs::read(reference(name)?).expect("readable");
    match Document::from_xml(&text) {
        Ok(document) => Some(document),
        Err(error) => panic!("{name}: {error:?}"),
    }
}

/// Reads a document, writes it and reads it again.
fn round_trip(name: &str) -> Option<Document> {
    let document = read(name)?;
    let text = document.to_xml();
    let again = Document::from_xml(text.as_bytes()).expect("no faults");
    assert!(again == document, "{name} says something else when it is written");
    assert_eq!(again.to_xml(), text);
    let file = Path::new(name).file_name().expect("a name").to_string_lossy();
    is_valid_document(&file, &text);
    Some(document)
}

#[test]
fn the_vocabularies_are_read_and_written() {
    let terms = [("Authorization", 2), ("Capabilities", 40), ("Core", 44), ("Measures", 5), ("Validation", 14)];
    for (vocabulary, count) in terms {
        let Some(document) = round_trip(&format!("vocabularies/Org.OData.{vocabulary}.V1.xml")) else { return };
        let schema = &document.schemas[0];
        assert_eq!((schema.alias.as_deref(), schema.terms.len()), (Some(vocabulary), count));
        assert!(document.references.iter().all(|reference| !reference.includes.is_empty()));
    }
}

#[test]
fn the_model_of_graph_is_read_and_written() {
    let Some(document) = round_trip("graph-beta-sample.csdl.xml") else { return };
    let types = || document.schemas.iter().flat_map(|schema| &schema.types);
    let count = |kind| types().filter(|ty| ty.kind == kind).count();
    assert_eq!((count(StructuredKind::Entity), count(StructuredKind::Complex)), (112, 145));
    round_trip("graph-office.csdl.xml");
}

/// The paths and records of an annotation are where they were, and it has places.
#[test]
fn the_parts_of_the_capabilities_have_places() {
    let Some(document) = read("vocabularies/Org.OData.Capabilities.V1.xml") else { return };
    let schema = &document.schemas[0];
    let term = schema.terms.iter().find(|term| term.name == "ChangeTracking").expect("a term");
    let description = |annotation: &&Annotation| annotation.term == "Core.Description";
    let description = term.annotations.iter().find(description).expect("a description");
    let place = description.place.location().expect("a place in the text");
    let text =
        std::fs::read_to_string(reference("vocabularies/Org.OData.Capabilities.V1.xml").expect("there")).expect("text");
    assert!(text[place.offset..].starts_with("<Annotation Term=\"Core.Description\""));
    let line = text.lines().nth(place.line - 1).expect("a line");
    assert!(line.chars().skip(place.column - 1).collect::<String>().starts_with("<Annotation"));
    assert!(!matches!(description.value, Some(Expression::Path(PathKind::Value, _)) | None));
}

/// All elements that a document can have, in the order in which they are written.
const EVERYTHING: &str = include_str!("../data/everything.csdl.xml");

#[test]
fn every_element_is_written_as_it_is_read() {
    is_valid_document("everything", EVERYTHING);
    let document = Document::from_xml(EVERYTHING.as_bytes()).expect("no faults");
    assert_eq!(document.to_xml(), EVERYTHING);
}
