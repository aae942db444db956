//! What stores keep of a model, in the form of today and in that of earlier programs.

use odata_core::{
    Model,
    csdl::{self, Document},
    edm::ModelSnapshot,
};
use odata_tests::kitchen_sink::Sink;

/// What a program recorded before models were recorded as CSDL documents.
const FIRST_FORM: &str = include_str!("recorded/kitchen_sink.v1.json");

fn snapshot() -> ModelSnapshot {
    ModelSnapshot::new(&Model::of::<Sink>().expect("the model has no faults"))
}

#[test]
fn the_first_form_says_what_is_stored() {
    let (first, now) = (ModelSnapshot::from_json(FIRST_FORM).expect("it is a snapshot"), snapshot());
    let differences: Vec<_> = first.differences(&now).iter().map(ToString::to_string).collect();
    assert_eq!(differences, <[String; 0]>::default());
}

#[test]
fn each_fact_of_the_first_form_is_compared() {
    let now = snapshot();
    for (from, to) in [
        (r#""polymorphic":true,"#, ""),
        (r#""entitySet":true,"#, ""),
        (r#","unknown":true"#, ""),
        (r#""battery":1"#, r#""battery":4"#),
        (r#""abstract":true,"#, ""),
        (r#""open":true,"#, ""),
        (r#""precision":3"#, r#""precision":2"#),
        (r#""definition":"sink.instant","#, ""),
        (r#""default":"Green","#, ""),
        (r#""contained":true,"#, ""),
        (r#""nullable":true,"#, ""),
        (r#""key":["Person"]"#, r#""key":["Other"]"#),
        (r#""unique":true"#, r#""unique":false"#),
        (r#""notUnicode":true"#, r#""notUnicode":false"#),
    ] {
        let other = FIRST_FORM.replace(from, to);
        assert_ne!(other, FIRST_FORM, "{from}");
        let first = ModelSnapshot::from_json(&other).expect("it is a snapshot");
        assert!(!first.differences(&now).is_empty(), "{from}");
    }
}

#[test]
fn the_record_is_the_document_of_what_has_values() {
    let model = Model::of::<Sink>().expect("the model has no faults");
    let recorded = Document::from_json(snapshot().to_json().as_bytes()).expect("it is a document");
    let mut document = Document::of(&model, csdl::Version::V4_01);
    for schema in &mut document.schemas {
        schema.operations.clear();
        schema.containers.iter_mut().for_each(|container| container.imports.clear());
    }
    let found = csdl::diff(&document, &recorded);
    assert!(!found.is_empty(), "there is something that CSDL has no words for");
    for difference in found {
        assert!(difference.to_string().contains("org.odata_rs.store.v1"), "{difference}");
        assert!(!difference.breaks_clients(), "{difference}");
    }
}
