//! Documents in JSON are valid by the schema that OASIS publishes.

use std::sync::LazyLock;

use jsonschema::Validator;
use odata_core::{
    Container, Model,
    csdl::{Document, Version},
};
use odata_tests::{
    catalog, kitchen_sink, market,
    metadata::{PUBLISHED, published, reference},
    shop, workshop,
};
use serde_json::Value;

fn validator() -> Option<&'static Validator> {
    static VALIDATOR: LazyLock<Option<Validator>> = LazyLock::new(|| {
        let schema = std::fs::read_to_string(published("csdl.schema.json")?).expect("the schema is read");
        // Counted repetitions of character classes would be patterns of gigabytes. No name here is that long.
        let schema: Value = serde_json::from_str(&schema.replace("{0,127}", "*")).expect("the schema is JSON");
        Some(jsonschema::validator_for(&schema).expect("the schema is a schema"))
    });
    VALIDATOR.as_ref()
}

/// The faults of a document by the schema, or `None` where the schema is not at hand.
fn faults(json: &str) -> Option<Vec<String>> {
    let validator = validator()?;
    let mut document: Value = serde_json::from_str(json).expect("the document is JSON");
    part_actions_from_functions(&mut document);
    Some(validator.iter_errors(&document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect())
}

/// Gives functions that have the name of an action another one. The schema takes overloads of one kind for a name alone,
/// but the standard lets an action and a function share it (OData CSDL JSON 4.01 §12.1, §12.3).
fn part_actions_from_functions(document: &mut Value) {
    let schemas = document.as_object_mut().expect("a document is an object");
    for schema in schemas.values_mut().filter_map(Value::as_object_mut) {
        let mut parted = Vec::new();
        for (name, child) in schema.iter_mut() {
            let Value::Array(overloads) = child else { continue };
            let is_function = |overload: &Value| overload["$Kind"] == "Function";
            if overloads.iter().any(is_function) && !overloads.iter().all(is_function) {
                let (functions, actions) = std::mem::take(overloads).into_iter().partition(is_function);
                *overloads = actions;
                parted.push((format!("{name}Function"), Value::Array(functions)));
            }
        }
        schema.extend(parted);
    }
}

#[track_caller]
fn assert_valid(json: &str) {
    if let Some(faults) = faults(json) {
        assert_eq!(faults, Vec::<String>::new());
    }
}

#[track_caller]
fn is_valid<C: Container>() {
    let model = Model::of::<C>().expect("no faults");
    for version in [Version::V4_0, Version::V4_01] {
        assert_valid(&Document::of(&model, version).to_json_pretty());
    }
}

#[test]
fn models_are_valid() {
    is_valid::<office_config::model::GraphService>();
    is_valid::<kitchen_sink::Sink>();
    is_valid::<kitchen_sink::Small>();
    is_valid::<catalog::Catalog>();
    is_valid::<shop::Shop>();
    is_valid::<workshop::Container>();
    is_valid::<market::Market>();
}

#[test]
fn what_others_publish_is_valid() {
    for name in PUBLISHED {
        let Some(file) = reference(name) else { continue };
        let document = Document::from_xml(&std::fs::read(file).expect("readable")).expect("no faults");
        assert_valid(&document.to_json());
    }
}

#[test]
fn the_schema_finds_faults() {
    let json = r#"{"$Version": "4.01", "fleet": {"car": {"$Kind": "EntityType", "$Key": 5, "id": {"$Typ": "x.y"}}}}"#;
    if let Some(faults) = faults(json) {
        assert_ne!(faults, Vec::<String>::new());
    }
}
