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
    assert!(first == now);
    assert_eq!(ModelSnapshot::from_json(&first.to_json()).expect("it is written as a document"), now);
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
        assert!(!first.differences(&now).is_empty() && first != now, "{from}");
    }
}

#[test]
fn the_record_is_the_whole_document() {
    let model = Model::of::<Sink>().expect("the model has no faults");
    let recorded = Document::from_json(snapshot().to_json().as_bytes()).expect("it is a document");
    let found = csdl::diff(&Document::of(&model, csdl::Version::V4_01), &recorded);
    let others: Vec<_> = found.iter().filter(|found| !found.to_string().contains("org.odata_rs.store.v1")).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(!found.iter().any(csdl::Difference::breaks_clients), "{found:?}");
}
