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
    // The model may have grown since.
    let others: Vec<_> = first.differences(&now).into_iter().filter(|found| found.change() != "new").collect();
    assert_eq!(others, []);
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
    let found = csdl::diff(&recorded, &Document::of(&model, csdl::Version::V4_01));
    let is_left_out = |change: &csdl::Change| {
        use csdl::{Change, Edit, Part};
        match change {
            Change::Annotation { term, edit, .. } => *edit == Edit::Added || term.starts_with("org.odata_rs.store.v1."),
            Change::Added(part) => matches!(
                part,
                Part::Action
                    | Part::Function
                    | Part::ActionImport
                    | Part::FunctionImport
                    | Part::Term
                    | Part::Include
                    | Part::IncludeAnnotations
                    | Part::ComplexType
            ),
            Change::Removed(part) => *part == Part::Include,
            _ => false,
        }
    };
    for difference in &found {
        assert!(is_left_out(difference.change()), "{difference}");
        // Types are left out only if no value has them.
        let type_name = difference.target();
        assert!(
            *difference.change() != csdl::Change::Added(csdl::Part::ComplexType) || model.find(type_name).is_none()
        );
    }
    let of_stores = |found: &csdl::Difference| found.change().to_string().contains("org.odata_rs.store.v1.");
    assert!(found.iter().any(of_stores), "there is something that CSDL has no words for");
}

#[test]
fn both_forms_and_both_versions_say_the_same() {
    let model = Model::of::<office_config::model::GraphService>().expect("the model has no faults");
    let four = Document::of(&model, csdl::Version::V4_0);
    let later = Document::of(&model, csdl::Version::V4_01);
    for document in [&four, &later] {
        let xml = Document::from_xml(document.to_xml().as_bytes()).expect("it is XML");
        let json = Document::from_json(document.to_json().as_bytes()).expect("it is JSON");
        assert_eq!(csdl::diff(&xml, &json), []);
        assert_eq!(csdl::diff(document, &xml), []);
    }
    // Only the later version says that a singleton can be null.
    let found: Vec<_> =
        csdl::diff(&four, &later).iter().map(|found| format!("{}: {}", found.target(), found.change())).collect();
    assert_eq!(found, ["microsoft.graph.GraphService/officeConfiguration: now nullable"]);
}
