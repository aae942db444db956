//! Writing the entity.

use std::hint::black_box;

use odata_core::codec::{from_slice, to_vec};
use serde_json::{Value, from_slice as serde_from_slice, to_vec as serde_to_vec};

use super::{Comparison, Topic};
use crate::model::{bodies::ENTITY, flat::Flat, ours::Config};

pub(super) fn comparisons() -> Vec<Comparison> {
    let ours: Config = from_slice(ENTITY.as_bytes()).expect("a config");
    let flat: Flat = serde_from_slice(ENTITY.as_bytes()).expect("a config");
    let parsed = |bytes: Vec<u8>| serde_from_slice::<Value>(&bytes).expect("JSON");
    let expected = parsed(serde_to_vec(&flat).expect("JSON"));
    assert_eq!(parsed(to_vec(&ours)), expected, "both write the same");
    assert_eq!(parsed(sonic_rs::to_vec(&flat).expect("JSON")), expected, "both write the same");
    assert_eq!(parsed(simd_json::serde::to_vec(&flat).expect("JSON")), expected, "both write the same");
    // serde_json writes decimals in quotes, so this is compared by what it reads.
    let through_serde = serde_to_vec(&ours).expect("JSON");
    assert_eq!(serde_from_slice::<Config>(&through_serde).expect("a config"), ours, "serde writes the same");

    let through_serde = ours.clone();
    let [by_serde_json, by_sonic_rs, by_simd_json] = [(); 3].map(|()| flat.clone());
    vec![
        Comparison::new(Topic::Write, "an entity")
            .ours("odata-core", move || to_vec(black_box(&ours)))
            .ours("odata-core through serde_json", move || serde_to_vec(black_box(&through_serde)).expect("JSON"))
            .goal(0.7, "serde_json, flat struct", move || serde_to_vec(black_box(&by_serde_json)).expect("JSON"))
            .peer("sonic-rs, flat struct", move || sonic_rs::to_vec(black_box(&by_sonic_rs)).expect("JSON"))
            .peer("simd-json, flat struct", move || simd_json::serde::to_vec(black_box(&by_simd_json)).expect("JSON")),
    ]
}
