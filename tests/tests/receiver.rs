//! A receiver gets the control information and annotations of a body, each with the object that it is about.

use odata_core::{
    AnyOf, PropertySet, PropertyValue, StructuredType,
    codec::{self, Control, ODataVersion, ReadOptions, Receiver, WriteOptions},
};
use odata_tests::{
    arbitrary::{self, Choices, choices},
    depot::Depot,
    reorder::reorder,
    workshop::{Machine, Setting, Truck},
};
use office_config::model::OfficeConfiguration;
use proptest::prelude::*;

/// Notes all that it takes.
#[derive(Default)]
struct Notes {
    lines: Vec<String>,
    objects: Vec<(String, PropertySet)>,
}

impl Notes {
    fn note(&mut self, path: &str, property: Option<&str>, name: &str, json: &str) {
        self.lines.push(format!("{path}:{}{name}={json}", property.unwrap_or_default()));
    }

    fn present(&self, path: &str) -> Option<Vec<String>> {
        self.objects.iter().find(|(found, _)| found == path).map(|(_, present)| present.paths())
    }
}

impl Receiver for Notes {
    fn control(&mut self, path: &str, property: Option<&str>, control: Control, json: &str) {
        self.note(path, property, control.name(ODataVersion::V4_01), json);
    }

    fn annotation(&mut self, path: &str, property: Option<&str>, term: &str, json: &str) {
        self.note(path, property, &format!("@{term}"), json);
    }

    fn operation(&mut self, path: &str, name: &str, json: &str) {
        self.note(path, None, name, json);
    }

    fn object(&mut self, path: &str, present: &PropertySet) {
        self.objects.push((path.to_owned(), present.clone()));
    }
}

fn read<T: PropertyValue>(body: &[u8]) -> (T, Notes) {
    let mut notes = Notes::default();
    let value = codec::from_slice_with_receiver(body, &ReadOptions::client(), &mut notes)
        .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(body)));
    (value, notes)
}

const MACHINE: &str = r##"{"@odata.context":"https://host/$metadata#machines/$entity","@odata.etag":"W/\"1\"","id":"m",
    "parts@odata.count":3,"parts@odata.nextLink":"parts?$skiptoken=2",
    "parts":[{"@odata.type":"#workshop.robot"},{"@etag":"W/\"2\"","id":"a","serialNumber":null,"@type":"#workshop.robot"},{"serialNumber":7,"@odata.type":"#workshop.robot","@odata.id":"things('b')","arms":2}],
    "dimensions":{"@my.term#q":{"a":[1]},"outer":{"height":3}},"displayName@Core.Description":"d","displayName@odata.later":1,
    "packed":null,"#workshop.start":{"target":"x"},"nobody":1,"displayName":"n"}"##;

#[test]
fn control_information_annotations_and_operations_are_handed_out() {
    let (machine, notes) = read::<AnyOf<Machine>>(MACHINE.as_bytes());
    assert_eq!(machine.display_name.as_deref(), Some("n"));
    assert_eq!(
        notes.lines,
        [
            r#":@context="https://host/$metadata#machines/$entity""#,
            r#":@etag="W/\"1\"""#,
            ":parts@count=3",
            r#":parts@nextLink="parts?$skiptoken=2""#,
            r#"parts/1:@etag="W/\"2\"""#,
            r#"parts/2:@id="things('b')""#,
            r#"dimensions:@my.term#q={"a":[1]}"#,
            r#":displayName@Core.Description="d""#,
            ":displayName@odata.later=1",
            r#":#workshop.start={"target":"x"}"#,
        ]
    );
}

#[test]
fn what_was_present_is_told_apart_from_what_is_blank() {
    let (_, notes) = read::<AnyOf<Machine>>(MACHINE.as_bytes());
    let present = notes.present("").expect("an object");
    assert_eq!(present, ["id", "displayName", "dimensions/outer/height", "packed", "parts"]);
    assert_eq!(notes.present("dimensions").expect("an object"), ["outer/height"]);
    assert_eq!(notes.present("parts/1").expect("an object"), ["id", "serialNumber"]);
    assert_eq!(notes.present("parts/2").expect("an object"), ["serialNumber", "arms"]);
    assert_eq!(
        (notes.present("parts"), notes.present("parts/0"), notes.present("packed")),
        (None, Some(Vec::new()), None)
    );
    let paths: Vec<_> = notes.objects.iter().map(|(path, _)| &**path).collect();
    assert_eq!(paths, ["parts/0", "parts/1", "parts/2", "dimensions/outer", "dimensions", ""]);
}

#[test]
fn the_items_of_a_body_have_their_positions() {
    let body = r#"[{"id":"a","@odata.etag":"1"},{"@odata.etag":"2","extra":{"@odata.etag":"3"}}]"#;
    let (trucks, notes) = read::<Vec<Truck>>(body.as_bytes());
    assert_eq!(trucks.len(), 2);
    assert_eq!(notes.lines, [r#"0:@etag="1""#, r#"1:@etag="2""#]);
    assert_eq!(
        (notes.present("0").expect("an item"), notes.present("1").expect("an item")),
        (vec!["id".into()], vec!["extra".into()])
    );
    assert_eq!(notes.present(""), None);
    let body = br##"[null,{"name":"a","@odata.type":"#workshop.numberSetting"},null,{"@odata.type":"#workshop.later","@odata.etag":"2"}]"##;
    let (_, notes) = read::<Vec<Option<Box<AnyOf<Setting>>>>>(body);
    assert_eq!(notes.lines, [r#"3:@etag="2""#]);
    assert_eq!(notes.present("1").expect("an item"), ["name"]);
}

/// What was written of a value is present, in whatever order it comes, and the value is that which is read without a receiver.
fn what_was_selected_is_present<T: StructuredType>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    let value: T = arbitrary::value(&mut choices);
    let mut select = PropertySet::new(T::DESCRIPTOR);
    for index in 0..T::DESCRIPTOR.len() {
        if choices.below(2) == 1 {
            select.insert(index);
        }
    }
    let options = WriteOptions::new().with_select(&select);
    let body = reorder(&codec::to_vec_with(&value, &options), &mut choices);
    let (read, notes) = read::<T>(&body);
    let (_, present) = notes.objects.last().expect("the outermost object ends last");
    for index in 0..T::DESCRIPTOR.len() {
        let is_written = select.contains(index) && !matches!(value.slot(index).view(), odata_core::ValueRef::Absent);
        assert_eq!(present.contains(index), is_written, "{}", String::from_utf8_lossy(&body));
    }
    let alone: T = codec::from_slice_with(&body, &ReadOptions::client()).expect("it was read before");
    assert!(alone.same(&read));
}

proptest! {
    #[test]
    fn present_is_what_was_written(bytes in choices()) {
        what_was_selected_is_present::<Depot>(bytes.clone());
        what_was_selected_is_present::<Truck>(bytes.clone());
        what_was_selected_is_present::<OfficeConfiguration>(bytes);
    }
}
