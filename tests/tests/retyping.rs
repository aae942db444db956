//! PATCH bodies that change the type of a complex value (OData Protocol 4.01 §11.4.3).

use odata_core::{
    AnyOf, Delta, Diff, ErrorCode,
    codec::{self, ReadOptions},
};
use odata_tests::depot::{Depot, Shelf, Yard};

/// A depot whose main place is a shelf with a load of glass.
fn shelf() -> Depot {
    let body =
        br##"{"id":"d","gate":{"@odata.type":"#depot.place"},"main":{"@odata.type":"#depot.shelf","kind":"steel",
        "code":7,"extra":"dynamic","load":{"@odata.type":"#depot.glass","weight":2,"thickness":3}}}"##;
    codec::from_slice(body).expect("a depot")
}

fn patched(stored: &Depot, body: &str) -> Result<Depot, odata_core::Error> {
    let mut depot = stored.clone();
    Delta::<Depot>::read_for(stored, body.as_bytes(), &ReadOptions::update())?.apply_to(&mut depot)?;
    Ok(depot)
}

#[test]
fn properties_of_another_type_at_the_same_position_do_not_count() {
    let stored = shelf();
    for property in ["label", "secondLabel"] {
        let body = format!(r##"{{"main":{{"@odata.type":"#depot.yard","{property}":{{"text":"t"}}}}}}"##);
        let depot = patched(&stored, &body).expect("a label needs no type");
        let yard: &Yard = depot.main.as_ref().and_then(AnyOf::downcast_ref).expect("a yard");
        let label = if property == "label" { &yard.label } else { &yard.second_label };
        assert_eq!(label.as_ref().and_then(|label| label.text.as_deref()), Some("t"));
        assert_eq!(label.as_ref().map(|label| label.descriptor().name()), Some("depot.label"));
        for undeclared in ["weight", "thickness"] {
            let body = format!(r##"{{"main":{{"@odata.type":"#depot.yard","{property}":{{"{undeclared}":1}}}}}}"##);
            let fault = patched(&stored, &body).expect_err("labels have none");
            assert_eq!(fault.code(), ErrorCode::UNDECLARED_PROPERTY, "{body}");
        }
    }
}

#[test]
fn a_new_type_keeps_what_is_common_and_takes_immutable_properties_that_are_new() {
    let depot = patched(&shelf(), r##"{"main":{"@odata.type":"#depot.yard","code":8,"area":1.5}}"##).expect("a yard");
    let yard: &Yard = depot.main.as_ref().and_then(AnyOf::downcast_ref).expect("a yard");
    assert_eq!(
        (yard.code, yard.area, yard.extra),
        (Some(7), Some(1.5), None),
        "what is common stays, if it is immutable"
    );
    assert!(yard.more.is_empty(), "a yard declares what was dynamic before");
    let read: Depot = codec::from_slice(&codec::to_vec(&depot)).expect("each member is there once");
    assert_eq!(read, depot);

    let body = r##"{"main":{"@odata.type":"#depot.shelf","kind":"wood"}}"##;
    let depot = patched(&depot, body).expect("a shelf has a kind");
    assert_eq!(depot.main.as_ref().and_then(AnyOf::downcast_ref).map(|shelf: &Shelf| &*shelf.kind), Some("wood"));
    let missing = patched(&Depot { main: None, ..depot.clone() }, r##"{"main":{"@odata.type":"#depot.shelf"}}"##);
    assert_eq!(missing.expect_err("there is no kind").target(), Some("main/kind"));
}

#[test]
fn immutable_properties_in_changes_for_any_value_count_where_the_value_is_new() {
    let body = br##"{"main":{"@odata.type":"#depot.shelf","kind":"wood","name":"n"}}"##;
    let delta = Delta::<Depot>::from_slice(body).expect("changes of a depot");
    let kind = |mut depot: Depot| {
        delta.clone().apply_to(&mut depot).expect("they fit");
        let shelf: &Shelf = depot.main.as_ref().and_then(AnyOf::downcast_ref).expect("a shelf");
        assert_eq!(shelf.name.as_deref(), Some("n"));
        shelf.kind.clone()
    };
    assert_eq!(kind(Depot { main: None, ..shelf() }), "wood");
    assert_eq!(kind(shelf()), "steel");
}

#[test]
fn dynamic_properties_go_away_with_a_change_of_type() {
    let old: Depot =
        codec::from_slice(br##"{"id":"d","gate":{"@odata.type":"#depot.place","x":5,"y":1}}"##).expect("a depot");
    let new: Depot = codec::from_slice(br##"{"id":"d","gate":{"@odata.type":"#depot.yard","y":1}}"##).expect("a depot");
    let changes = old.diff(&new);
    let body = String::from_utf8(changes.to_vec()).expect("JSON");
    assert!(body.contains(r#""x":null"#), "{body}");
    assert_eq!(patched(&old, &body).expect("changes of the old state"), new);
    let mut applied = old.clone();
    changes.apply_to(&mut applied).expect("changes of the old state");
    assert_eq!(applied, new);
}

#[test]
fn a_dynamic_property_of_one_type_is_not_set_where_another_one_declares_it() {
    let delta = Delta::<Depot>::from_slice(br#"{"gate":{"extra":"dynamic"}}"#).expect("a place is open");
    let body = br##"{"id":"d","gate":{"@odata.type":"#depot.yard","extra":1}}"##;
    let mut depot: Depot = codec::from_slice(body).expect("a depot");
    let before = depot.clone();
    let error = delta.apply_to(&mut depot).expect_err("a yard declares it");
    assert_eq!((error.code(), error.target()), (ErrorCode::TYPE_MISMATCH, Some("gate/extra")));
    assert_eq!(depot, before);
}
