//! CSDL documents in JSON: what is written is read, and says what XML says.

use odata_core::{
    Container, Model,
    csdl::{self, Document, TypeReference, Version},
};
use odata_tests::{
    catalog::Catalog,
    kitchen_sink::{Lenient, Sink, Small},
    market::Market,
    metadata::{PUBLISHED, reference},
    shop::Shop,
    workshop,
};
use office_config::model::GraphService;

fn published(name: &str) -> Option<Document> {
    let text = std::fs::read(reference(name)?).expect("readable");
    Some(Document::from_xml(&text).unwrap_or_else(|error| panic!("{name}: {error:?}")))
}

#[track_caller]
fn from_json(text: &str) -> Document {
    Document::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// What is read from a document's JSON, which must be the same as what is read from that one's JSON.
#[track_caller]
fn round_trip(document: &Document) -> Document {
    let text = document.to_json();
    let read = from_json(&text);
    assert_eq!(read.to_json(), text);
    assert!(from_json(&read.to_json_pretty()) == read, "white space makes no difference");
    read
}

/// Whether both forms say the same, up to what `csdl::diff` takes for the same (aliases, places, defaults, the types of
/// constants) and what `as_json_can_say` does.
#[track_caller]
fn says_the_same(document: &Document) {
    let xml = Document::from_xml(document.to_xml().as_bytes()).unwrap_or_else(|error| panic!("{error:?}"));
    let json = round_trip(document);
    assert!(round_trip(&xml) == json, "the same document has two texts");
    let differences: Vec<_> = csdl::diff(&as_json_can_say(&xml), &json).iter().map(ToString::to_string).collect();
    assert_eq!(differences, Vec::<String>::new());
}

/// Leaves out what JSON has no words for:
///
/// - where a document of version 4.0 does not say whether items of a collection are null, JSON says that they are not
///   (OData CSDL JSON 4.01 §7.2.1);
/// - an action or function with the name of a type, against the rules, is a second member with one name.
fn as_json_can_say(document: &Document) -> Document {
    let mut document = document.clone();
    let no_null_items = |ty: &mut TypeReference| {
        if ty.collection {
            ty.nullable.get_or_insert(false);
        }
    };
    for schema in &mut document.schemas {
        let names: Vec<_> = schema.types.iter().map(|ty| ty.name.text.clone()).collect();
        schema.operations.retain(|operation| !names.contains(&operation.name.text));
        let entities = schema.types.iter().filter(|ty| ty.kind == csdl::StructuredKind::Entity);
        let entities: Vec<_> = entities.map(|ty| format!("{}.{}", schema.namespace, ty.name)).collect();
        let properties = schema.types.iter_mut().flat_map(|ty| &mut ty.properties);
        properties
            .filter(|property| property.navigation.is_none())
            .for_each(|property| no_null_items(&mut property.ty));
        for operation in &mut schema.operations {
            let returned = operation.return_type.iter_mut().map(|returned| &mut returned.ty);
            for ty in operation.parameters.iter_mut().map(|parameter| &mut parameter.ty).chain(returned) {
                let alias = schema.alias.as_ref().and_then(|alias| ty.name.strip_prefix(&**alias)?.strip_prefix('.'));
                let name = alias.map_or_else(|| ty.name.text.clone(), |name| format!("{}.{name}", schema.namespace));
                if entities.contains(&name) {
                    // Of entities neither form says it.
                    ty.nullable = ty.nullable.filter(|is_nullable| !ty.collection || *is_nullable);
                } else {
                    no_null_items(ty);
                }
            }
        }
        schema.terms.iter_mut().for_each(|term| no_null_items(&mut term.ty));
    }
    document
}

#[track_caller]
fn model_says_the_same<C: Container>() {
    let model = Model::of::<C>().expect("no faults");
    for version in [Version::V4_0, Version::V4_01] {
        says_the_same(&Document::of(&model, version));
    }
}

#[test]
fn both_forms_of_a_model_say_the_same() {
    model_says_the_same::<GraphService>();
    model_says_the_same::<Sink>();
    model_says_the_same::<Small>();
    model_says_the_same::<Lenient>();
    model_says_the_same::<Catalog>();
    model_says_the_same::<Market>();
    model_says_the_same::<Shop>();
    model_says_the_same::<workshop::Container>();
}

#[test]
fn both_forms_of_what_others_publish_say_the_same() {
    for name in PUBLISHED {
        if let Some(document) = published(name) {
            says_the_same(&document);
        }
    }
}

#[test]
fn places_are_those_of_the_text() {
    let document = from_json(&Document::of(&Model::of::<Sink>().expect("no faults"), Version::V4_01).to_json_pretty());
    let text = document.to_json_pretty();
    let lines: Vec<_> = text.lines().collect();
    let schema = document.schemas.iter().find(|schema| schema.namespace == "sink").expect("it is there");
    for ty in &schema.types {
        for property in &ty.properties {
            let place = property.place.location().expect("it is from a text");
            let line = lines[place.line - 1].chars().skip(place.column - 1).collect::<String>();
            assert!(line.starts_with(&format!("\"{}\": ", property.name)), "{line}");
        }
    }
}
