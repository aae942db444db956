//! Models as CSDL documents.

use odata_core::{
    Container, Error, Model,
    csdl::{Document, Elements, Facets, Operation, Property, Version},
};
use odata_tests::{
    kitchen_sink::{Lenient, Sink, Small},
    workshop,
};

fn sink(version: Version) -> Document {
    Document::of(&Model::of::<Sink>().expect("no faults"), version)
}

/// The property of the type with this name.
fn property(document: &Document, ty: &str, name: &str) -> Option<Property> {
    Elements::of(document).structured(ty)?.property(name).cloned()
}

#[test]
fn a_document_says_what_its_version_can_say() {
    let (old, new) = (sink(Version::V4_0), sink(Version::V4_01));
    assert_eq!((Document::from(&Model::of::<Sink>().expect("no faults")), old.version), (old.clone(), Version::V4_0));
    let ty = |document, name| property(document, "sink.device", name).map(|property| property.ty);
    for name in ["anything", "things"] {
        assert_eq!(ty(&old, name), None);
        assert_eq!(ty(&new, name).expect("4.01 has it").name, "Edm.Untyped");
    }
    let nullable = |document, name| ty(document, name).and_then(|ty| ty.nullable);
    assert_eq!((nullable(&old, "readings"), nullable(&new, "readings")), (None, Some(true)));
    assert_eq!((nullable(&old, "tags"), nullable(&new, "tags")), (Some(false), Some(false)));
    assert_eq!((nullable(&old, "related"), nullable(&new, "related")), (None, None));
    let last = |document: &Document| {
        let (_, container) = document.container()?;
        Some(container.children.iter().find(|child| child.name == "lastUsed")?.nullable)
    };
    assert_eq!((last(&old), last(&new)), (Some(false), Some(true)));
}

#[test]
fn digits_that_nothing_limits_are_declared() {
    let document = sink(Version::V4_0);
    let facets = |name| property(&document, "sink.device", name).expect("it is there").ty.facets;
    let digits = |precision| Facets { precision: Some(precision), ..Facets::default() };
    assert_eq!((facets("seen"), facets("opens")), (digits(3), digits(0)));
    assert_eq!(facets("sku"), Facets::default(), "its type definition has them");
}

#[test]
fn each_part_knows_its_rust_item() {
    let document = sink(Version::V4_0);
    let label = property(&document, "sink.device", "title").expect("it is there");
    assert_eq!(format!("{:?}", label.place), "Device::label");
    let (_, container) = document.container().expect("there is one");
    assert_eq!(format!("{:?} {:?}", container.place, container.children[1].place), "Sink Sink::rooms");
    let schema = &document.schemas[0];
    let of_type = |operation: &&Operation| operation.name == "move" && operation.is_bound;
    let moved = schema.operations.iter().find(of_type).expect("it is bound");
    let places: Vec<_> = moved.parameters.iter().map(|parameter| format!("{:?}", parameter.place)).collect();
    assert_eq!(places[0], "Move", "nothing declares the binding parameter but the struct");
    assert!(places[1..].iter().all(|place| place.starts_with("Move::")), "{places:?}");
    assert!(!schema.enums.is_empty() && !schema.definitions.is_empty());
}

#[test]
fn vocabularies_are_referred_to_where_terms_of_them_are_used() {
    let uses = |document: &Document, namespace: &str| {
        let mut includes = document.references.iter().flat_map(|reference| &reference.includes);
        includes.any(|include| include.namespace == namespace)
    };
    let document = sink(Version::V4_0);
    assert!(uses(&document, "Org.OData.Core.V1") && uses(&document, "org.odata_rs.store.v1"));
    assert_eq!(document.references.len(), 3, "the one that is declared is not repeated");
    let small = Document::from(&Model::of::<Small>().expect("no faults"));
    assert_eq!(small.references.len(), 2);
}

/// The faults of a document, as text.
fn faults(document: &Document) -> Vec<String> {
    document.check().err().iter().flat_map(Error::all).map(Error::to_string).collect()
}

#[test]
fn documents_of_models_have_no_faults() {
    fn check<C: Container>() {
        let model = Model::of::<C>().expect("no faults");
        for version in [Version::V4_0, Version::V4_01] {
            assert_eq!(faults(&Document::of(&model, version)), [""; 0], "{version:?}");
        }
    }
    check::<Sink>();
    check::<Small>();
    check::<Lenient>();
    check::<workshop::Container>();
    check::<office_config::model::GraphService>();
}
