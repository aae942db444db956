//! Reading the entity.

use std::hint::black_box;

use odata_core::codec::{from_slice, to_vec};
use serde_json::{Value, from_slice as serde_from_slice, to_value};

use super::{Comparison, Topic};
use crate::model::{
    bodies::{ENTITY, shuffled},
    flat::Flat,
    ours::Config,
};

pub(super) fn comparisons() -> Vec<Comparison> {
    vec![
        comparison("members in declared order", Some(0.85), ENTITY.as_bytes().to_vec()),
        comparison("members shuffled", None, shuffled(ENTITY).into_bytes()),
    ]
}

fn comparison(name: &'static str, goal: Option<f64>, body: Vec<u8>) -> Comparison {
    // For as long as the process lives, so that every way reads the very same bytes.
    let body: &'static [u8] = body.leak();
    let ours: Config = from_slice(body).expect("a config");
    let flat: Flat = serde_from_slice(body).expect("a config");
    let through_serde: Config = serde_from_slice(body).expect("a config");
    assert_eq!(ours, through_serde);
    let written: Value = serde_from_slice(&to_vec(&ours)).expect("JSON");
    assert_eq!(written, to_value(flat).expect("JSON"), "both have read the same");

    let comparison = Comparison::new(Topic::Read, name)
        .ours("odata-core", || from_slice::<Config>(black_box(body)).expect("a config"))
        .ours("odata-core through serde_json", || serde_from_slice::<Config>(black_box(body)).expect("a config"));
    let flat = || serde_from_slice::<Flat>(black_box(body)).expect("a config");
    match goal {
        Some(most) => comparison.goal(most, "serde_json, flat struct", flat),
        None => comparison.peer("serde_json, flat struct", flat),
    }
}
