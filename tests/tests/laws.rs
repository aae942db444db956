//! Laws that hold for all values: reading returns what was written, and changes turn one state into the other.

use odata_core::{
    AnyOf, Delta, Diff, ErrorCode, PropertyValue, RawDelta, Structured, StructuredType, ValueRef,
    codec::{self, ODataVersion, ReadOptions, UnknownTypes, WriteOptions},
    edm::TypeDescriptor,
    slot::{RawValue, Unknown},
};
use odata_tests::{
    arbitrary::{self, Choices, choices},
    depot::Depot,
    reorder::reorder,
    workshop::{Machine, Setting, Truck, Vehicle},
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
        booleans.map(|(ieee754_compatible, exponential_decimals)| {
            WriteOptions::new()
                .with_version(version)
                .with_ieee754_compatible(ieee754_compatible)
                .with_exponential_decimals(exponential_decimals)
        })
    });
    all.filter(move |options| plain_decimals || options.exponential_decimals || options.version == ODataVersion::V4_01)
}

/// Whether a body that turns one value into the other says nothing. A value that is `kept` keeps what no update changes; one
/// that is new as a whole takes all but computed properties and related entities.
fn alike(one: ValueRef<'_>, other: ValueRef<'_>, kept: bool) -> bool {
    match (one, other) {
        (ValueRef::Structured(one), ValueRef::Structured(other)) => {
            one.type_name() == other.type_name()
                && one.dynamic() == other.dynamic()
                && unknown_members(one) == unknown_members(other)
                && one.descriptor().properties().all(|(index, property)| {
                    let ignored = if kept { !property.is_updatable() } else { property.is_computed() };
                    property.ty().is_navigation()
                        || ignored
                        || alike(one.slot(index).view(), other.slot(index).view(), kept)
                })
        }
        (ValueRef::List(one), ValueRef::List(other)) => {
            one.len() == other.len() && one.items().zip(other.items()).all(|(one, other)| alike(one, other, false))
        }
        (one, other) => one.same(&other),
    }
}

/// The members of a type that the model does not know. One that is null is the same as one that is absent.
fn unknown_members(value: &dyn Structured) -> Vec<(&str, &RawValue)> {
    let members = value.unknown().into_iter().flat_map(Unknown::members);
    members.filter(|(_, value)| value.json() != "null").collect()
}

/// The same with some of the derived types renamed, so that no model knows them.
fn with_unknown_types(json: &[u8], mut renames: impl FnMut() -> bool) -> Vec<u8> {
    const DERIVED: [&str; 10] = [
        "depot.shelf",
        "depot.yard",
        "depot.glass",
        "depot.sign",
        "workshop.machine",
        "workshop.vehicle",
        "workshop.truck",
        "workshop.numberSetting",
        "workshop.textSetting",
        "workshop.longTextSetting",
    ];
    let mut json = text(json).into_owned();
    for name in DERIVED {
        let mut from = 0;
        let named = format!("\"#{name}\"");
        while let Some(at) = json[from..].find(&named) {
            from += at + named.len();
            if renames() {
                json.replace_range(from - 1..from, "2\"");
                from += 1;
            }
        }
    }
    json.into_bytes()
}

/// Reads a value whose derived types the model does not know.
fn read_unknown<T: PropertyValue>(value: &T, renames: impl FnMut() -> bool) -> T {
    let json = with_unknown_types(&codec::to_vec(value), renames);
    codec::from_slice_with(&json, &ReadOptions::client()).unwrap_or_else(|error| panic!("{error:?}\n{}", text(&json)))
}

/// What a model that knows all types has written is written again by one that does not know some of them.
fn what_is_not_known_is_kept<T: PropertyValue>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_decimals = choices.below(2) == 0;
    let value: T = arbitrary::value(&mut choices);
    for options in write_options(choices.plain_decimals) {
        let json = with_unknown_types(&codec::to_vec_with(&value, &options), || choices.below(2) == 0);
        let shuffled = reorder(&json, &mut choices);
        let read = |json: &[u8]| {
            codec::from_slice_with::<T>(json, &ReadOptions::client())
                .unwrap_or_else(|error| panic!("{error:?}\n{}", text(json)))
        };
        let (first, second) = (read(&json), read(&shuffled));
        assert!(first.same(&second), "{}\n{:?}\n{:?}", text(&shuffled), first.view(), second.view());
        let again = codec::to_vec_with(&second, &options);
        assert_eq!(json_of(&again), json_of(&json), "{}", text(&shuffled));
        assert_eq!(codec::from_slice::<T>(&json).is_ok(), first.same(&value), "strict reading knows all types or none");
    }
}

/// The same through serde.
fn serde_keeps_what_is_not_known<T: PropertyValue + Serialize + DeserializeOwned>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_floats = true;
    let value: T = arbitrary::value(&mut choices);
    let json = serde_json::to_vec(&value).expect("values are JSON");
    let json = with_unknown_types(&json, || choices.below(2) == 0);
    let read: T = serde_json::from_slice(&reorder(&json, &mut choices)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(serde_json::to_value(&read).expect("values are JSON"), json_of(&json));
}

fn json_of(json: &[u8]) -> serde_json::Value {
    serde_json::from_slice(json).expect("JSON")
}

/// Whether `applied` is what the changes from `old` to `new` make of `old`: what the old value had keeps its immutable and
/// computed properties and its related entities, what is new has all that a request can give it.
fn turned(old: Option<ValueRef<'_>>, applied: ValueRef<'_>, new: ValueRef<'_>) -> bool {
    let (applied, new) = match (applied, new) {
        (ValueRef::Structured(applied), ValueRef::Structured(new)) => (applied, new),
        // A collection that no body could distinguish from the old one stays.
        (ValueRef::List(_), ValueRef::List(_)) if old.is_some_and(|old| alike(old, new, false)) => {
            return old.is_some_and(|old| applied.same(&old));
        }
        (ValueRef::List(applied), ValueRef::List(new)) => {
            return applied.len() == new.len()
                && applied.items().zip(new.items()).all(|(applied, new)| turned(None, applied, new));
        }
        _ => return applied.same(&new),
    };
    let (old, ty) = (old.and_then(ValueRef::structured), new.descriptor());
    let common =
        old.and_then(|old| old.descriptor().chain().find(|level| ty.derives_from(level)).map(TypeDescriptor::len));
    let blank = ty.blank();
    applied.descriptor() == ty
        && applied.type_name() == new.type_name()
        && applied.dynamic() == new.dynamic()
        && unknown_members(applied) == unknown_members(new)
        && ty.properties().all(|(index, property)| {
            let old = old.filter(|_| common.is_some_and(|common| index < common)).map(|old| old.slot(index).view());
            let (applied, new) = (applied.slot(index).view(), new.slot(index).view());
            match old {
                Some(old) if property.ty().is_navigation() || !property.is_updatable() => applied.same(&old),
                None if property.ty().is_navigation() || property.is_computed() => {
                    applied.same(&blank.slot(index).view())
                }
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

fn changes_turn_one_state_into_the_other<T: Diff + Clone>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_decimals = choices.below(2) == 0;
    let old: T = arbitrary::value(&mut choices);
    let mut new = old.clone();
    arbitrary::change(new.as_structured_mut(), &mut choices);
    changes_turn(&old, &new, &mut choices, &ReadOptions::update());
}

/// The same where the states hold values of types that the model does not know.
fn changes_of_what_is_not_known_apply<T: Diff + Clone>(bytes: Vec<u8>, is_always: bool) {
    let mut choices = Choices::new(bytes);
    let old: T = arbitrary::value(&mut choices);
    let mut new = old.clone();
    arbitrary::change(new.as_structured_mut(), &mut choices);
    let [old, new] = [old, new].map(|state| read_unknown(&state, || is_always || choices.below(2) == 0));
    let options = ReadOptions::update().with_unknown_types(UnknownTypes::Keep);
    changes_turn(&old, &new, &mut choices, &options);
}

fn changes_turn<T: Diff + Clone>(old: &T, new: &T, choices: &mut Choices, options: &ReadOptions) {
    let read_options = options.clone().with_ieee754_compatible(true);
    let diff = |from: &T, to| from.try_diff(to).expect("both are of one type");
    let changes = old.try_diff(new).expect("both are of one type");
    assert!(diff(old, old).is_empty() && diff(new, new).is_empty());
    assert_eq!(changes.is_empty(), alike(old.view(), new.view(), true));

    let mut applied = old.clone();
    changes.apply_to(applied.as_structured_mut()).expect("changes fit the state that they start from");
    assert!(turned(Some(old.view()), applied.view(), new.view()), "{:?}\n{:?}", applied.view(), new.view());

    for options in write_options(choices.plain_decimals) {
        let mut body = Vec::new();
        changes.write(&options, &mut body);
        let shuffled = reorder(&body, choices);
        let delta = Delta::<T>::read_for(old, &body, &read_options)
            .unwrap_or_else(|error| panic!("{error:?}\n{}", text(&body)));
        assert!(delta.changed().iter().eq(changes.changed().iter()), "{}", text(&body));
        let again = |body: &[u8]| Delta::<T>::read_for(old, body, &read_options).expect("it was read before");
        assert_eq!(delta, again(&shuffled), "{}", text(&shuffled));
        assert_eq!(delta, again(&delta.to_vec_with(&options)));
        let mut applied = old.clone();
        delta.apply_to(&mut applied).expect("changes fit the state that they start from");
        assert!(
            turned(Some(old.view()), applied.view(), new.view()),
            "{}\n{:?}\n{:?}",
            text(&body),
            applied.view(),
            new.view()
        );
        let (applied, old) = (applied.as_structured(), old.as_structured());
        for (index, property) in old.descriptor().properties().filter(|(_, property)| !property.is_updatable()) {
            assert!(applied.slot(index).same(old.slot(index)), "{} has changed", property.name());
        }
    }
}

/// A body that was made for one state is read and applied for another one, or it is refused and changes nothing.
fn changes_of_one_state_do_no_harm_to_another<T: Diff + Clone>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    choices.plain_decimals = true;
    let other: T = arbitrary::value(&mut choices);
    let old: T = arbitrary::value(&mut choices);
    match old.try_diff(&other) {
        Ok(_) => assert_eq!(old.as_structured().descriptor(), other.as_structured().descriptor()),
        Err(error) => assert_eq!(error.code(), ErrorCode::TYPE_MISMATCH),
    }
    let mut new = old.clone();
    arbitrary::change(new.as_structured_mut(), &mut choices);
    let body = old.try_diff(&new).expect("both are of one type").to_vec();
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

/// Whatever a program sets does the same as the body that says it.
fn set_values_mean_what_their_body_means<T: StructuredType + Clone>(bytes: Vec<u8>) {
    let mut choices = Choices::new(bytes);
    let stored: T = arbitrary::value(&mut choices);
    let mut delta = RawDelta::new(T::DESCRIPTOR);
    for _ in 0..choices.below(6) {
        let path = arbitrary::path(T::DESCRIPTOR, &mut choices);
        let before = delta.clone();
        if let Err(error) = delta.set(&path, arbitrary::value_at(&path, &mut choices)) {
            assert_eq!(error.target(), Some(&*path.to_string()));
            assert_eq!(delta, before, "{error}");
            continue;
        }
        assert!(delta.changes(&path) && delta.value(&path).is_some(), "{path}");
        let mut undone = delta.clone();
        assert!(undone.unset(&path) && !undone.changes(&path), "{path}");
    }
    let mut body = Vec::new();
    delta.write(&WriteOptions::new().with_exponential_decimals(true), &mut body);
    let options = ReadOptions::update();
    let read = [RawDelta::read(&stored, &body, &options), RawDelta::read_detached(T::DESCRIPTOR, &body, &options)];
    let apply = |delta: RawDelta| {
        let mut state = stored.clone();
        let applied = delta.apply_to(&mut state);
        assert!(applied.is_ok() || state.same(&stored), "{applied:?}");
        applied.map(|()| state)
    };
    let set = apply(delta);
    for read in read {
        match (&set, read.and_then(apply)) {
            (Ok(set), Ok(read)) => assert!(set.same(&read), "{}\n{:?}\n{:?}", text(&body), set.view(), read.view()),
            // A body is read to its end, so it has further faults.
            (Err(set), Err(read)) => {
                let place = (set.code(), set.target());
                assert!(read.all().any(|fault| (fault.code(), fault.target()) == place), "{set:?}\n{read:?}");
            }
            (set, read) => panic!("{}\n{:?}\n{:?}", text(&body), set.as_ref().err(), read.err()),
        }
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
        changes_turn_one_state_into_the_other::<AnyOf<OfficeClientConfiguration>>(bytes.clone());
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
    fn set_values_do_what_their_body_does(bytes in choices()) {
        set_values_mean_what_their_body_means::<Depot>(bytes.clone());
        set_values_mean_what_their_body_means::<Truck>(bytes.clone());
        set_values_mean_what_their_body_means::<WindowsOfficeClientSecurityConfiguration>(bytes);
    }

    #[test]
    fn changes_do_no_harm(bytes in choices()) {
        changes_of_one_state_do_no_harm_to_another::<Depot>(bytes.clone());
        changes_of_one_state_do_no_harm_to_another::<Truck>(bytes.clone());
        changes_of_one_state_do_no_harm_to_another::<AnyOf<Machine>>(bytes.clone());
        changes_of_one_state_do_no_harm_to_another::<OfficeClientConfigurationAssignment>(bytes);
    }

    #[test]
    fn values_of_unknown_types_are_written_as_read(bytes in choices()) {
        what_is_not_known_is_kept::<AnyOf<Machine>>(bytes.clone());
        what_is_not_known_is_kept::<Vec<AnyOf<Machine>>>(bytes.clone());
        what_is_not_known_is_kept::<Depot>(bytes.clone());
        serde_keeps_what_is_not_known::<AnyOf<Setting>>(bytes.clone());
        serde_keeps_what_is_not_known::<Depot>(bytes);
    }

    #[test]
    fn changes_of_unknown_types_apply(bytes in choices()) {
        changes_of_what_is_not_known_apply::<AnyOf<Machine>>(bytes.clone(), true);
        changes_of_what_is_not_known_apply::<Depot>(bytes.clone(), true);
        changes_of_what_is_not_known_apply::<Depot>(bytes, false);
    }

    #[test]
    fn workshop_values_are_the_same_through_serde(bytes in choices()) {
        serde_agrees::<Truck>(bytes.clone());
        serde_agrees::<AnyOf<Machine>>(bytes);
    }

    #[test]
    fn workshop_changes_apply(bytes in choices()) {
        changes_turn_one_state_into_the_other::<Truck>(bytes.clone());
        changes_turn_one_state_into_the_other::<Vehicle>(bytes.clone());
        changes_turn_one_state_into_the_other::<AnyOf<Machine>>(bytes);
    }
}
