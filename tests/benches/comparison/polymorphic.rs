//! Reading and writing a list of 100 items of several types.

use std::hint::black_box;

use odata_core::{
    AnyOf,
    codec::{from_slice, to_vec},
};
use serde_json::{Value, from_slice as serde_from_slice, to_value, to_vec as serde_to_vec};

use super::{Comparison, Topic};
use crate::model::{
    bodies::{Tag, list},
    items, ours,
};

type Ours = Vec<AnyOf<ours::Item>>;
type Objects = Vec<Box<dyn items::Object>>;
type Enums = Vec<items::Item>;

/// Three times as fast.
const THIRD: f64 = 1.0 / 3.0;

pub(super) fn comparisons() -> Vec<Comparison> {
    vec![read("a list, type first", Tag::First), read("a list, type last", Tag::Last), write()]
}

fn read(name: &'static str, tag: Tag) -> Comparison {
    let body: &'static [u8] = list(tag).into_bytes().leak();
    let expected: Value = serde_from_slice(body).expect("JSON");
    let parsed = |list: &Ours| serde_from_slice::<Value>(&to_vec(list)).expect("JSON");
    assert_eq!(parsed(&from_slice(body).expect("items")), expected);
    assert_eq!(parsed(&serde_from_slice(body).expect("items")), expected);
    assert_eq!(to_value(serde_from_slice::<Objects>(body).expect("items")).expect("JSON"), expected);
    assert_eq!(to_value(serde_from_slice::<Enums>(body).expect("items")).expect("JSON"), expected);

    Comparison::new(Topic::Polymorphic, name)
        .ours("odata-core", || from_slice::<Ours>(black_box(body)).expect("items"))
        .ours("odata-core through serde_json", || serde_from_slice::<Ours>(black_box(body)).expect("items"))
        .goal(THIRD, "typetag", || serde_from_slice::<Objects>(black_box(body)).expect("items"))
        .peer("serde(tag) enum", || serde_from_slice::<Enums>(black_box(body)).expect("items"))
}

fn write() -> Comparison {
    let body = list(Tag::First).into_bytes();
    let ours: Ours = from_slice(&body).expect("items");
    let objects: Objects = serde_from_slice(&body).expect("items");
    let enums: Enums = serde_from_slice(&body).expect("items");
    let expected: Value = serde_from_slice(&body).expect("JSON");
    assert_eq!(serde_from_slice::<Value>(&to_vec(&ours)).expect("JSON"), expected);
    assert_eq!(to_value(&ours).expect("JSON"), expected);

    let through_serde = ours.clone();
    Comparison::new(Topic::Polymorphic, "a list, written")
        .ours("odata-core", move || to_vec(black_box(&ours)))
        .ours("odata-core through serde_json", move || serde_to_vec(black_box(&through_serde)).expect("JSON"))
        .peer("typetag", move || serde_to_vec(black_box(&objects)).expect("JSON"))
        .goal(0.75, "serde(tag) enum", move || serde_to_vec(black_box(&enums)).expect("JSON"))
}
