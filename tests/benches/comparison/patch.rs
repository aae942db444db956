//! The difference of two states as a PATCH body, and a PATCH body applied to a state.

use std::hint::black_box;

use odata_core::{
    Delta, Diff,
    codec::{ReadOptions, from_slice, to_vec},
};
use serde_json::{Value, from_slice as serde_from_slice, to_value, to_vec as serde_to_vec};
use struct_patch::Patch;

use super::{Comparison, Topic};
use crate::model::{
    bodies::ENTITY,
    flat::{Flat, FlatPatch},
    ours::Config,
};

/// A body that all peers understand: struct-patch takes null for no change.
const SCALARS: &[u8] = br#"{"displayName":"Adele V.","priority":9}"#;
/// The five changes that the states differ in.
const NESTED: &[u8] = br#"{"city":"Seattle","displayName":"Adele V.","priority":9,"mail":null,"totals":{"failed":31}}"#;

/// Two states, as each of the peers holds them.
#[derive(Clone)]
struct States {
    old: Config,
    new: Config,
    old_flat: Flat,
    new_flat: Flat,
}

pub(super) fn comparisons() -> Vec<Comparison> {
    let states = States::new();
    vec![diff(&states), diff_and_body(&states), apply_scalars(&states), apply_nested(&states)]
}

impl States {
    fn new() -> Self {
        let old: Config = from_slice(ENTITY.as_bytes()).expect("a config");
        let mut new = old.clone();
        new.directory_object.city = Some("Seattle".into());
        new.directory_object.display_name = Some("Adele V.".into());
        new.priority = 9;
        new.mail = None;
        new.totals.failed = 31;
        let old_flat: Flat = serde_from_slice(ENTITY.as_bytes()).expect("a config");
        let mut new_flat = old_flat.clone();
        new_flat.city = Some("Seattle".into());
        new_flat.display_name = Some("Adele V.".into());
        new_flat.priority = 9;
        new_flat.mail = None;
        new_flat.totals.failed = 31;
        let written: Value = serde_from_slice(&to_vec(&new)).expect("JSON");
        assert_eq!(written, to_value(&new_flat).expect("JSON"), "both have the same new state");
        Self { old, new, old_flat, new_flat }
    }
}

fn diff(states: &States) -> Comparison {
    let [ours, owned, clones] = [(); 3].map(|()| states.clone());
    Comparison::new(Topic::Patch, "two states compared, not written")
        .ours("odata-core", move || black_box(&ours.old).diff(black_box(&ours.new)).changed().is_empty())
        .peer("struct-patch, with the clones it takes", move || struct_patch_diff(&owned))
        .peer("these two clones alone", move || (clones.new_flat.clone(), clones.old_flat.clone()))
}

/// struct-patch consumes both states, so who wants to keep them clones them.
fn struct_patch_diff(states: &States) -> FlatPatch {
    black_box(&states.new_flat).clone().into_patch_by_diff(black_box(&states.old_flat).clone())
}

fn json_patch_diff(states: &States) -> json_patch::Patch {
    let old = to_value(black_box(&states.old_flat)).expect("JSON");
    let new = to_value(black_box(&states.new_flat)).expect("JSON");
    json_patch::diff(&old, &new)
}

fn diff_and_body(states: &States) -> Comparison {
    assert_eq!(states.old.diff(&states.new).to_vec(), NESTED);
    let mut patched = states.old.clone();
    states.old.diff(&states.new).apply_to(&mut patched).expect("the changes fit");
    assert_eq!(patched, states.new);
    let mut patched = states.old_flat.clone();
    patched.apply(struct_patch_diff(states));
    assert_eq!(patched, states.new_flat);
    let mut patched = to_value(&states.old_flat).expect("JSON");
    json_patch::patch(&mut patched, &json_patch_diff(states)).expect("the changes fit");
    assert_eq!(patched, to_value(&states.new_flat).expect("JSON"));

    let [ours, owned, values] = [(); 3].map(|()| states.clone());
    Comparison::new(Topic::Patch, "two states compared, PATCH body written")
        .ours("odata-core", move || black_box(&ours.old).diff(black_box(&ours.new)).to_vec())
        .goal(0.7, "struct-patch and serde_json", move || serde_to_vec(&struct_patch_diff(&owned)).expect("JSON"))
        .goal(1.0 / 12.0, "two values and json-patch", move || serde_to_vec(&json_patch_diff(&values)).expect("JSON"))
}

fn apply_ours(target: &mut Config, body: &[u8]) {
    let delta = Delta::<Config>::from_slice(black_box(body)).expect("changes");
    delta.apply_to(target).expect("the changes fit");
}

fn apply_ours_to_stored(target: &mut Config, body: &[u8]) {
    let delta = Delta::<Config>::read_for(&*target, black_box(body), &ReadOptions::update()).expect("changes");
    delta.apply_to(target).expect("the changes fit");
}

fn apply_struct_patch(target: &mut Flat, body: &[u8]) {
    target.apply(serde_from_slice::<FlatPatch>(black_box(body)).expect("changes"));
}

fn apply_merge(target: &mut Value, body: &[u8]) {
    let patch: Value = serde_from_slice(black_box(body)).expect("changes");
    json_patch::merge(target, &patch);
}

fn apply_scalars(states: &States) -> Comparison {
    let States { old: mut ours, old_flat: mut flat, .. } = states.clone();
    let mut value = to_value(&flat).expect("JSON");
    apply_ours(&mut ours, SCALARS);
    apply_struct_patch(&mut flat, SCALARS);
    apply_merge(&mut value, SCALARS);
    assert_eq!(to_value(&flat).expect("JSON"), value);
    assert_eq!(serde_from_slice::<Value>(&to_vec(&ours)).expect("JSON"), value);

    Comparison::new(Topic::Patch, "a body of two scalars, read and applied")
        .ours("odata-core", move || apply_ours(&mut ours, SCALARS))
        .goal(0.7, "struct-patch and serde_json", move || apply_struct_patch(&mut flat, SCALARS))
        .peer("json-patch, merged into a value", move || apply_merge(&mut value, SCALARS))
}

fn apply_nested(states: &States) -> Comparison {
    let mut ours = states.old.clone();
    let mut value = to_value(&states.old_flat).expect("JSON");
    apply_ours_to_stored(&mut ours, NESTED);
    apply_merge(&mut value, NESTED);
    assert_eq!(ours, states.new);
    // A merge patch takes out what is null, where a PATCH of OData sets it to null.
    value["mail"] = Value::Null;
    assert_eq!(value, to_value(&states.new_flat).expect("JSON"));

    Comparison::new(Topic::Patch, "a body with a nested change, read and applied")
        .ours("odata-core", move || apply_ours_to_stored(&mut ours, NESTED))
        .peer("json-patch, merged into a value", move || apply_merge(&mut value, NESTED))
}
