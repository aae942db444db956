//! `Edm.Untyped`: any JSON, in values and in changes; left out of `$metadata` of 4.0.

use odata_core::{
    Delta, Diff as _, ErrorCode, Model, ODataComplex, ODataContainer, ODataEntity, Slot as _, StructuredType as _,
    codec::{self, ODataVersion, ReadOptions, WriteOptions},
    csdl,
    slot::Untyped,
};
use proptest::prelude::*;

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "untyped.message")]
struct Message {
    #[odata(key)]
    id: i32,
    content: Option<Untyped>,
    parts: Vec<Untyped>,
    body: Untyped,
    details: Option<Details>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "untyped.details")]
struct Details {
    only: Option<Untyped>,
}

#[derive(ODataContainer)]
#[odata(type = "untyped.Container")]
struct Container {
    #[odata(entity_set)]
    messages: Vec<Message>,
}

fn read(body: &str) -> Message {
    codec::from_slice_with(body.as_bytes(), &ReadOptions::insert()).expect(body)
}

fn written(message: &Message) -> String {
    let json = String::from_utf8(codec::to_vec(message)).expect("UTF-8");
    json.replace(r##""@odata.type":"#untyped.message","##, "")
}

#[test]
fn values_are_kept_as_they_are() {
    for value in [
        "true",
        "1.50",
        "-0",
        "1e999",
        "123456789012345678901234567890",
        "\"a\\u0000ä\"",
        "[]",
        "[[1,[null]],{}]",
        r#"{"b":1,"a":{"c":[1.0]}}"#,
    ] {
        let body = format!(r#"{{"id":1,"content":{value},"parts":[{value},[{value}]],"body":{value},"details":null}}"#);
        let message = read(&body);
        assert_eq!(message.content.as_ref().map(Untyped::json), Some(value));
        assert_eq!(message.parts.len(), 2);
        assert_eq!(written(&message), body);
    }
}

#[test]
fn null_is_no_value() {
    assert_eq!(read(r#"{"id":1,"body":0,"content":null}"#).content, None);
    let error = codec::from_slice::<Message>(br#"{"id":1,"body":null}"#).expect_err("null");
    assert_eq!((error.code(), error.target()), (ErrorCode::NULL_NOT_ALLOWED, Some("body")));
    assert_eq!(Untyped::from_json("null").expect_err("null").code(), ErrorCode::NULL_NOT_ALLOWED);
    assert!(Untyped::from_json("{").is_err() && Untyped::from_json("1 2").is_err());
    assert_eq!(Untyped::from_json(" [1] ").expect("an array").json(), "[1]");
}

#[test]
fn control_information_takes_the_spelling_of_the_version() {
    let message = read(r##"{"id":1,"body":{"@type":"#a.b","n@type":"Int64","n":1}}"##);
    let with = |version| {
        let options = WriteOptions::new().with_version(version);
        String::from_utf8(codec::to_vec_with(&message, &options)).expect("UTF-8")
    };
    assert!(with(ODataVersion::V4_0).contains(r##"{"@odata.type":"#a.b","n@odata.type":"#Int64","n":1}"##));
    assert!(with(ODataVersion::V4_01).contains(r##"{"@type":"#a.b","n@type":"Int64","n":1}"##));
}

#[test]
fn changes_replace_the_whole_value() {
    let old = read(r#"{"id":1,"body":{"a":1,"b":[1]},"content":"x"}"#);
    let same = read(r#"{"id":1,"body":{"b":[1],"a":1},"content":"x"}"#);
    assert!(old.diff(&same).is_empty() && old.same(&same));
    let new = read(r#"{"id":1,"body":{"a":2},"content":[1]}"#);
    let patch = old.diff(&new).to_vec();
    assert_eq!(String::from_utf8_lossy(&patch), r#"{"content":[1],"body":{"a":2}}"#);
    let mut stored = old.clone();
    Delta::<Message>::from_slice(&patch).expect("a patch").apply_to(&mut stored).expect("applied");
    assert_eq!(stored, new);
}

#[test]
fn documents_of_4_0_leave_it_out() {
    let xml = csdl::to_xml(&Model::of::<Container>().expect("no faults"));
    assert!(xml.contains(r#"<Property Name="id""#) && !xml.contains("Untyped"), "{xml}");
    assert!(!xml.contains("content") && xml.contains(r#"<ComplexType Name="details""#), "{xml}");
    let ty = Message::DESCRIPTOR.property(2).expect("parts").ty();
    assert_eq!(ty.name(), "Collection(Edm.Untyped)");
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-zä\"\\\\]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map("[a-c]", inner, 0..3).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    /// The same value comes through our reader and writer, and through serde.
    #[test]
    fn what_is_written_is_read_again(value in json(), items in proptest::collection::vec(json(), 0..3)) {
        let untyped = |value: &serde_json::Value| Untyped::try_from(value.clone()).expect("not null");
        let message = Message {
            id: 1,
            content: Some(untyped(&value)),
            parts: items.iter().map(untyped).collect(),
            body: untyped(&value),
            details: None,
        };
        prop_assert_eq!(&codec::from_slice::<Message>(&codec::to_vec(&message)).expect("written by us"), &message);
        let through = serde_json::to_string(&message).expect("serialized");
        prop_assert_eq!(&serde_json::from_str::<Message>(&through).expect("serialized by us"), &message);
        prop_assert_eq!(message.body.to_value().expect("a value"), value);
    }
}
