//! Laws that hold for all values: reading gives back what was written, and changes turn one state into the other.

use odata_core::{
    AnyOf, Delta, Diff, PropertyValue, StructuredType, ValueRef,
    codec::{self, ODataVersion, ReadOptions, WriteOptions},
    edm::TypeDescriptor,
};
use odata_tests::{
    arbitrary::{self, Choices, choices},
    depot::Depot,
    reorder::reorder,
    workshop::{Machine, Truck, Vehicle},
};
use office_config::model::{
    OfficeClientConfiguration, OfficeClientConfigurationAssignment, OfficeConfiguration,
    WindowsOfficeClientSecurityConfiguration,
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

const VERSIONS: [ODataVersion; 2] = [ODataVersion::V4_0, ODataVersion::V4_01];

/// All options; where decimals have exponents, those that keep them.
fn write_options(plain_decimals: bool) -> impl Iterator<Item = WriteOptions<'static>> {
    let booleans = [(false, false), (false, true), (true, false), (true, true)];
    let all = VERSIONS.into_iter().flat_map(move |version| {
        booleans.map(|(ieee754_compatible, exponential_decimals)| WriteOptions {
            version,
            ieee754_compatible,
            exponential_decimals,
            ..WriteOptions::default()
        })
    });
    all.filter(move |options| plain_decimals || options.exponential_decimals || options.version == ODataVersion::V4_01)
}

/// Whether both are the same in all that an update may change.
fn updated(one: ValueRef<'_>, other: ValueRef<'_>) -> bool {
    match (one, other) {
        (ValueRef::Structured(one), ValueRef::Structured(other)) => {
            one.descriptor() == other.descriptor()
                && one.dynamic() == other.dynamic()
                && one.descriptor().properties().all(|(index, property)| {
                    !property.is_updatable() || updated(one.slot(index).view(), other.slot(index).view())
                })
        }
        (ValueRef::List(one), ValueRef::List(other)) => {
            one.len() == other.len() && one.items().zip(other.items()).all(|(one, other)| updated(one, other))
        }
        (one, other) => one.same(&other),
    }
}

/// Whether `applied` is what the changes from `old` to `new` make of `old`: what the old value had keeps its immutable
/// properties, what is new has all that it was given.
fn turned(old: Option<ValueRef<'_>>, applied: ValueRef<'_>, new: ValueRef<'_>) -> bool {
    let (ValueRef::Structured(applied), ValueRef::Structured(new)) = (applied, new) else {
        return applied.same(&new);
    };
    let (old, ty) = (old.and_then(ValueRef::structured), new.descriptor());
    let common =
        old.and_then(|old| old.descriptor().chain().find(|level| ty.derives_from(level)).map(TypeDescriptor::len));
    applied.descriptor() == ty
        && applied.dynamic() == new.dynamic()
        && ty.properties().all(|(index, property)| {
            let old = old.filter(|_| common.is_some_and(|common| index < common)).map(|old| old.slot(index).view());
            let (applied, new) = (applied.slot(index).view(), new.slot(index).view());
            match old {
                Some(old) if !property.is_updatable() => applied.same(&old),
                None if property.flags.is_computed() => true,
                old => turned(old, applied, new),
            }
        })
}

fn reading_gives_back_what_was_written<T: PropertyValue>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_decimals = choices.below(2) == 0;
    let value: T = arbitrary::value(&mut choices);
    for options in write_options(choices.plain_decimals) {
        let json = codec::to_vec_with(&value, &options);
        let shuffled = reorder(&json, &mut choices);
        for json in [&json, &shuffled] {
            let read: T = codec::from_slice(json).unwrap_or_else(|error| panic!("{error:?}\n{}", text(json)));
            assert!(read.same(&value), "{}\n{:?}\n{:?}", text(json), read.view(), value.view());
        }
    }
}

fn serde_agrees<T: PropertyValue + Serialize + DeserializeOwned>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_floats = true;
    let value: T = arbitrary::value(&mut choices);
    let json = serde_json::to_vec(&value).expect("values are JSON");
    let shuffled = reorder(&json, &mut choices);
    for json in [&json, &shuffled] {
        let read: T = serde_json::from_slice(json).unwrap_or_else(|error| panic!("{error}\n{}", text(json)));
        assert!(read.same(&value), "{}\n{:?}\n{:?}", text(json), read.view(), value.view());
    }
    let ours: T = codec::from_slice_with(&json, &ReadOptions::strict()).expect("one form for both");
    assert!(ours.same(&value));
}

fn changes_turn_one_state_into_the_other<T: StructuredType + Clone>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_decimals = choices.below(2) == 0;
    let old: T = arbitrary::value(&mut choices);
    let mut new = old.clone();
    arbitrary::change(&mut new, &mut choices);
    let changes = old.diff(&new);
    assert!(old.diff(&old).is_empty() && new.diff(&new).is_empty());
    assert_eq!(changes.is_empty(), updated(old.view(), new.view()));

    let mut applied = old.clone();
    changes.apply_to(&mut applied).expect("changes fit the state that they start from");
    assert!(updated(applied.view(), new.view()), "{:?}\n{:?}", applied.view(), new.view());

    for options in write_options(choices.plain_decimals) {
        let mut body = Vec::new();
        changes.write(&options, &mut body);
        let shuffled = reorder(&body, &mut choices);
        let read_options = ReadOptions { ieee754_compatible: true, ..ReadOptions::update() };
        let delta = Delta::<T>::read_for(&old, &body, &read_options)
            .unwrap_or_else(|error| panic!("{error:?}\n{}", text(&body)));
        assert!(delta.changed().iter().eq(changes.changed().iter()), "{}", text(&body));
        assert_eq!(delta, Delta::read_for(&old, &shuffled, &read_options).expect("any order"), "{}", text(&shuffled));
        assert_eq!(delta, Delta::read_for(&old, &delta.to_vec_with(&options), &read_options).expect("written by us"));
        let mut applied = old.clone();
        delta.apply_to(&mut applied).expect("changes fit the state that they start from");
        assert!(
            turned(Some(old.view()), applied.view(), new.view()),
            "{}\n{:?}\n{:?}",
            text(&body),
            applied.view(),
            new.view()
        );
        let kept = T::DESCRIPTOR.properties().filter(|(_, property)| !property.is_updatable());
        for (index, property) in kept {
            assert!(applied.slot(index).same(old.slot(index)), "{} has changed", property.name);
        }
    }
}

/// A body that was made for one state is read and applied for another one, or it is refused and changes nothing.
fn changes_of_one_state_do_no_harm_to_another<T: StructuredType + Clone>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_decimals = true;
    let other: T = arbitrary::value(&mut choices);
    let old: T = arbitrary::value(&mut choices);
    let mut new = old.clone();
    arbitrary::change(&mut new, &mut choices);
    let body = old.diff(&new).to_vec();
    let options = ReadOptions::update();
    let deltas = [Delta::<T>::read_for(&other, &body, &options), Delta::from_slice_with(&body, &options)];
    for delta in deltas.into_iter().filter_map(Result::ok) {
        let mut applied = other.clone();
        if delta.apply_to(&mut applied).is_err() {
            assert!(applied.same(&other), "{}", text(&body));
        }
        let written = codec::to_vec(&applied);
        let read: T = codec::from_slice_with(&written, &ReadOptions::stored()).expect("a whole value");
        assert!(read.same(&applied), "{}\n{}", text(&body), text(&written));
    }
}

fn text(json: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(json)
}

proptest! {
    #[test]
    fn office_values_are_read_as_written(bytes in choices()) {
        reading_gives_back_what_was_written::<AnyOf<OfficeClientConfiguration>>(bytes.clone());
        reading_gives_back_what_was_written::<OfficeClientConfigurationAssignment>(bytes.clone());
        reading_gives_back_what_was_written::<OfficeConfiguration>(bytes);
    }

    #[test]
    fn office_values_are_the_same_through_serde(bytes in choices()) {
        serde_agrees::<AnyOf<OfficeClientConfiguration>>(bytes.clone());
        serde_agrees::<OfficeConfiguration>(bytes);
    }

    #[test]
    fn office_changes_apply(bytes in choices()) {
        changes_turn_one_state_into_the_other::<WindowsOfficeClientSecurityConfiguration>(bytes.clone());
        changes_turn_one_state_into_the_other::<OfficeClientConfigurationAssignment>(bytes.clone());
        changes_turn_one_state_into_the_other::<OfficeConfiguration>(bytes);
    }

    #[test]
    fn workshop_values_are_read_as_written(bytes in choices()) {
        reading_gives_back_what_was_written::<Truck>(bytes.clone());
        reading_gives_back_what_was_written::<Vec<AnyOf<Machine>>>(bytes);
    }

    #[test]
    fn values_that_change_their_type_are_read_as_written(bytes in choices()) {
        reading_gives_back_what_was_written::<Depot>(bytes.clone());
        serde_agrees::<Depot>(bytes);
    }

    #[test]
    fn changes_of_types_apply(bytes in choices()) {
        changes_turn_one_state_into_the_other::<Depot>(bytes);
    }

    #[test]
    fn changes_do_no_harm(bytes in choices()) {
        changes_of_one_state_do_no_harm_to_another::<Depot>(bytes.clone());
        changes_of_one_state_do_no_harm_to_another::<Truck>(bytes.clone());
        changes_of_one_state_do_no_harm_to_another::<OfficeClientConfigurationAssignment>(bytes);
    }

    #[test]
    fn workshop_values_are_the_same_through_serde(bytes in choices()) {
        serde_agrees::<Truck>(bytes.clone());
        serde_agrees::<AnyOf<Machine>>(bytes);
    }

    #[test]
    fn workshop_changes_apply(bytes in choices()) {
        changes_turn_one_state_into_the_other::<Truck>(bytes.clone());
        changes_turn_one_state_into_the_other::<Vehicle>(bytes);
    }
}
