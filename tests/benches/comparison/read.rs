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
        comparison("members in declared order", 0.6, ENTITY.as_bytes().to_vec()),
        comparison("members shuffled", 0.75, shuffled(ENTITY).into_bytes()),
    ]
}

fn comparison(name: &'static str, goal: f64, body: Vec<u8>) -> Comparison {
    // For as long as the process lives, so that every way reads the very same bytes.
    let body: &'static [u8] = body.leak();
    let ours: Config = from_slice(body).expect("a config");
    let flat: Flat = serde_from_slice(body).expect("a config");
    let through_serde: Config = serde_from_slice(body).expect("a config");
    assert_eq!(ours, through_serde);
    let written: Value = serde_from_slice(&to_vec(&ours)).expect("JSON");
    assert_eq!(written, to_value(&flat).expect("JSON"), "both have read the same");
    assert_eq!(sonic_rs::from_slice::<Flat>(body).expect("a config"), flat);
    let mut simd_json = SimdJson::default();
    assert_eq!(simd_json.read(body), flat);
    assert_eq!(simd_json.read(body), flat, "the buffers can be used again");

    Comparison::new(Topic::Read, name)
        .ours("odata-core", || from_slice::<Config>(black_box(body)).expect("a config"))
        .ours("odata-core through serde_json", || serde_from_slice::<Config>(black_box(body)).expect("a config"))
        .goal(goal, "serde_json, flat struct", || serde_from_slice::<Flat>(black_box(body)).expect("a config"))
        .peer("sonic-rs, flat struct", || sonic_rs::from_slice::<Flat>(black_box(body)).expect("a config"))
        .peer("simd-json, flat struct", move || simd_json.read(black_box(body)))
}

/// simd-json, with the buffers that it can use again.
#[derive(Default)]
struct SimdJson {
    body: Vec<u8>,
    buffers: simd_json::Buffers,
}

impl SimdJson {
    /// Reads a copy of the body, because reading overwrites it.
    fn read(&mut self, body: &[u8]) -> Flat {
        self.body.clear();
        self.body.extend_from_slice(body);
        simd_json::serde::from_slice_with_buffers(&mut self.body, &mut self.buffers).expect("a config")
    }
}
