//! Enumeration types with flags: sets of members in Rust, in JSON, in URLs, as keys, in changes and in `$metadata`.

use std::collections::{BTreeSet, HashSet};

use odata_core::{
    Delta, Diff as _, ErrorCode, Flags, Model, ODataContainer, ODataEntity, ODataEnum, PropertyValue as _, Slot as _,
    StructuredType as _, ValueRef,
    codec::{self, ReadOptions},
    csdl,
    edm::{ModelSnapshot, Registry},
    uri::{EntityKey as _, Key, literal},
    value::UnknownMember,
};
use proptest::prelude::*;

/// Where something is sold.
#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "flags.channel", flags)]
#[repr(u8)]
enum Channel {
    Web = 1,
    Store = 2,
    Phone = 4,
    /// Where people work.
    Staffed = 6,
    All = 7,
}

/// Days, with a member for no day, and those that came later.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "flags.day", flags)]
#[repr(i64)]
enum Day {
    None = 0,
    Monday = 1,
    Tuesday = 2,
    #[odata(unknown)]
    Other(UnknownMember),
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "flags.offer")]
struct Offer {
    #[odata(key)]
    channels: Flags<Channel>,
    #[odata(key)]
    id: i32,
    #[odata(default = "web,store")]
    shown: Flags<Channel>,
    #[odata(default = "0")]
    hidden: Flags<Channel>,
    days: Option<Flags<Day>>,
    past: Vec<Flags<Day>>,
}

#[derive(ODataContainer)]
#[odata(type = "flags.Container")]
struct Container {
    #[odata(entity_set)]
    offers: Vec<Offer>,
}

const STAFFED: Flags<Channel> = Flags::of(&[Channel::Store, Channel::Phone]);

fn unknown(name: &str) -> Day {
    Day::Other(UnknownMember::new(name))
}

fn read<E: odata_core::EnumType>(json: &str) -> Result<Flags<E>, ErrorCode> {
    codec::from_slice(json.as_bytes()).map_err(|error| error.code())
}

/// What is read, as it is written again.
fn rewritten<E: odata_core::EnumType>(json: &str) -> String {
    let flags = read::<E>(json).unwrap_or_else(|code| panic!("{json}: {code:?}"));
    String::from_utf8(codec::to_vec(&flags)).expect("JSON is UTF-8")
}

#[test]
fn sets_have_operations() {
    let mut flags = Flags::from(Channel::Web);
    assert!(flags.contains(Channel::Web) && !flags.contains(Channel::Store) && !flags.is_empty());
    flags.insert(Channel::Phone);
    assert_eq!((flags.bits(), flags.clone() & STAFFED), (5, Flags::from(Channel::Phone)));
    assert_eq!(flags.clone() | STAFFED, Flags::from(Channel::All));
    assert_eq!(flags.clone() | Channel::Store, Flags::from(Channel::All));
    assert_eq!(flags.clone() - STAFFED, Flags::from(Channel::Web));
    assert!(Flags::from(Channel::All).contains_all(&flags) && !flags.contains_all(&STAFFED));
    flags.remove(Channel::Staffed);
    assert_eq!(flags, [Channel::Web].into_iter().collect());
    flags.remove(Channel::Web);
    assert!(flags.is_empty() && flags == Flags::default());
    assert!(STAFFED.iter().eq([Channel::Store, Channel::Phone, Channel::Staffed]));
    assert_eq!("store, phone".parse(), Ok(STAFFED));
    assert_eq!(
        "nowhere".parse::<Flags<Channel>>().unwrap_err().to_string(),
        "the text is not a list of members of `flags.channel`"
    );
    assert_eq!((STAFFED.to_string(), format!("{STAFFED:?}")), ("staffed".to_owned(), "Flags(staffed)".to_owned()));
}

#[test]
fn bits_are_in_the_range_of_the_underlying_type() {
    assert_eq!(Flags::<Channel>::from_bits(255).map(|flags| flags.bits()), Some(255));
    assert_eq!(Flags::<Channel>::from_bits(256), None);
    assert_eq!(Flags::<Channel>::from_bits(-1), None);
    assert_eq!(Flags::<Day>::from_bits(i64::MAX).map(|flags| flags.bits()), Some(i64::MAX));
}

#[test]
fn members_that_are_not_declared_are_part_of_the_set() {
    let mut days: Flags<Day> =
        [unknown("sunday"), Day::Monday, unknown("friday"), unknown("sunday")].into_iter().collect();
    assert_eq!(days.to_string(), "monday,friday,sunday");
    assert!(days.contains(unknown("friday")) && !days.contains(unknown("saturday")));
    days.remove(unknown("sunday"));
    days.remove(Day::Monday);
    assert_eq!((days.to_string().as_str(), days.bits(), days.is_empty()), ("friday", 0, false));
    let both = days.clone() | unknown("saturday");
    assert_eq!(both.to_string(), "friday,saturday");
    assert_eq!((both.clone() - days.clone()).to_string(), "saturday");
    assert_eq!(both & days.clone(), days);
}

#[test]
fn a_set_is_small() {
    assert!(size_of::<Flags<Channel>>() <= 3 * size_of::<usize>());
    assert_eq!(size_of::<Option<Flags<Channel>>>(), size_of::<Flags<Channel>>());
}

#[test]
fn json_has_names_in_the_order_of_declaration() {
    for (json, written) in [
        (r#""web""#, r#""web""#),
        (r#""store,web""#, r#""web,store""#),
        (r#""store, web""#, r#""web,store""#),
        (r#"" web ,phone ""#, r#""web,phone""#),
        // One member has exactly these bits.
        (r#""phone,store""#, r#""staffed""#),
        (r#""web,staffed""#, r#""all""#),
        (r#""web,web""#, r#""web""#),
        // Numbers are taken, and written as names where there are some.
        (r#""5""#, r#""web,phone""#),
        (r#""4,web""#, r#""web,phone""#),
        (r#""+7""#, r#""all""#),
        // Bits without a member are kept.
        (r#""8""#, r#""8""#),
        (r#""web,24""#, r#""web,24""#),
        (r#""14""#, r#""staffed,8""#),
        (r#""255""#, r#""all,248""#),
        // No member has the value zero.
        (r#""0""#, r#""0""#),
    ] {
        assert_eq!(rewritten::<Channel>(json), written, "{json}");
    }
    for (json, written) in [
        (r#""0""#, r#""none""#),
        (r#""none,monday""#, r#""monday""#),
        (r#""holiday""#, r#""holiday""#),
        (r#""weekend,monday,8,holiday""#, r#""monday,8,holiday,weekend""#),
        (r#""none,holiday""#, r#""holiday""#),
        (r#""9223372036854775807""#, r#""monday,tuesday,9223372036854775804""#),
    ] {
        assert_eq!(rewritten::<Day>(json), written, "{json}");
    }
}

#[test]
fn what_is_no_value_is_refused() {
    for (json, code) in [
        (r#""nowhere""#, ErrorCode::UNKNOWN_MEMBER),
        (r#""web,nowhere""#, ErrorCode::UNKNOWN_MEMBER),
        (r#""""#, ErrorCode::UNKNOWN_MEMBER),
        (r#""web,""#, ErrorCode::UNKNOWN_MEMBER),
        (r#""Web""#, ErrorCode::UNKNOWN_MEMBER),
        (r#""web store""#, ErrorCode::UNKNOWN_MEMBER),
        (r#""256""#, ErrorCode::OUT_OF_RANGE),
        (r#""-1""#, ErrorCode::OUT_OF_RANGE),
        (r#""99999999999999999999""#, ErrorCode::OUT_OF_RANGE),
        ("3", ErrorCode::WRONG_TYPE),
        (r#"["web"]"#, ErrorCode::WRONG_TYPE),
        ("null", ErrorCode::NULL_NOT_ALLOWED),
    ] {
        assert_eq!(read::<Channel>(json), Err(code), "{json}");
    }
    // An empty name is not one, even where names that are not declared are kept.
    assert_eq!(read::<Day>(r#""monday,,tuesday""#), Err(ErrorCode::UNKNOWN_MEMBER));
    let error = codec::from_slice::<Flags<Channel>>(br#""nowhere""#).unwrap_err();
    assert_eq!(
        error.message(),
        "the value is not a member of `flags.channel`: `web`, `store`, `phone`, `staffed`, `all`"
    );
}

#[test]
fn literals_of_urls_have_the_same_names() {
    let mut flags = Flags::<Channel>::EMPTY;
    let edm = Flags::<Channel>::TYPE.edm_type();
    for text in ["flags.channel'store,web'", "'web,store'", "'3'"] {
        literal::read(&mut flags, edm, text).expect(text);
        let mut written = String::new();
        assert!(literal::write(flags.view(), &mut written));
        assert_eq!(written, "flags.channel'web,store'");
    }
    let error = literal::read(&mut flags, edm, "flags.channel'web,nowhere'").unwrap_err();
    assert_eq!((error.code(), flags.bits()), (ErrorCode::UNKNOWN_MEMBER, 3));
    let ValueRef::Enum(value) = flags.view() else { panic!("it is an enumeration") };
    assert_eq!((&*value.name(), value.value()), ("web,store", Some(3)));
}

fn offer() -> Offer {
    let shown = [Channel::Web, Channel::Store].into_iter().collect();
    Offer { channels: STAFFED, id: 1, shown, hidden: Flags::EMPTY, days: None, past: Vec::new() }
}

#[test]
fn a_key_is_the_same_for_the_same_set() {
    let key = offer().key();
    assert_eq!(key.to_string(), "(channels=flags.channel'staffed',id=1)");
    assert_eq!(Key::from_predicate(Offer::DESCRIPTOR, "(channels=flags.channel'phone,store',id=1)").ok(), Some(key));
}

#[test]
fn defaults_are_sets() {
    let read: Offer =
        codec::from_slice(br#"{"channels":"store,phone","id":1,"past":[]}"#).expect("the rest has defaults");
    assert_eq!(read, offer());
}

#[test]
fn changes_are_whole_values() {
    let (old, mut new) = (offer(), offer());
    assert!(old.diff(&new).is_empty());
    new.shown.remove(Channel::Store);
    new.days = Some([Day::Monday, unknown("friday")].into_iter().collect());
    new.past.push(Flags::EMPTY);
    let patch = old.diff(&new).to_vec();
    assert_eq!(String::from_utf8_lossy(&patch), r#"{"shown":"web","days":"monday,friday","past":["none"]}"#);
    let mut patched = old;
    let delta = Delta::<Offer>::read_for(&patched, &patch, &ReadOptions::update()).expect("it fits");
    delta.apply_to(&mut patched).expect("it applies");
    assert_eq!(patched, new);
}

#[test]
fn serde_has_the_same_form() {
    let json = serde_json::to_string(&offer()).expect("it is written");
    assert_eq!(
        json,
        r##"{"@odata.type":"#flags.offer","channels":"staffed","id":1,"shown":"web,store","hidden":"0","days":null,"past":[]}"##
    );
    assert_eq!(serde_json::from_str::<Offer>(&json).expect("it is read"), offer());
    assert_eq!(serde_json::from_str::<Flags<Channel>>(r#""all""#).expect("it is read"), Channel::All.into());
    assert!(serde_json::from_str::<Flags<Channel>>(r#""nowhere""#).is_err());
}

#[test]
fn metadata_names_flags() {
    let model = Model::of::<Container>().expect("the model has no faults");
    let xml = csdl::to_xml(&model);
    for part in [
        r#"<EnumType Name="channel" UnderlyingType="Edm.Byte" IsFlags="true">"#,
        r#"<Property Name="shown" Type="flags.channel" Nullable="false" DefaultValue="web,store"/>"#,
        r#"<Property Name="past" Type="Collection(flags.day)" Nullable="false"/>"#,
    ] {
        assert!(xml.contains(part), "{part}: {xml}");
    }
}

#[test]
fn enumeration_types_register() {
    let found = Registry::global().enums().iter().filter(|found| found.name() == "flags.channel");
    assert!(found.map(|found| found.is_flags()).eq([true]));
}

#[test]
fn changes_of_flags_matter_to_stored_values() {
    let snapshot = ModelSnapshot::new(&Model::of::<Container>().expect("the model has no faults"));
    let json = snapshot.to_json();
    assert_eq!(ModelSnapshot::from_json(&json).expect("it is a snapshot"), snapshot);
    let changes = |from: &str, to: &str| -> Vec<String> {
        let old = ModelSnapshot::from_json(&json.replace(from, to)).expect("it is a snapshot");
        let both = [(&old, &snapshot), (&snapshot, &old)];
        both.iter().flat_map(|(old, new)| old.differences(new)).map(|found| found.to_string()).collect()
    };
    assert_eq!(
        changes(r#""$UnderlyingType":"Edm.Byte","$IsFlags":true"#, r#""$UnderlyingType":"Edm.Byte""#),
        [
            "flags.channel: now has flags: a value can have several members; nothing is lost, stored values are rewritten",
            "flags.channel: no longer has flags: a value has one member; values that are not exactly one member are lost",
        ]
    );
    assert_eq!(
        changes(r#""all":7"#, r#""all":15"#),
        [
            "flags.channel: `all` is now 7; nothing is lost, stored values are rewritten",
            "flags.channel: `all` is now 15; nothing is lost, stored values are rewritten",
        ]
    );
    assert_eq!(
        changes(r#""phone":4"#, r#""letter":4"#),
        [
            "flags.channel: no longer has `letter`; values `letter` are lost",
            "flags.channel: now has `phone`; nothing is lost, stored values are rewritten",
            "flags.channel: no longer has `phone`; values `phone` are lost",
            "flags.channel: now has `letter`; nothing is lost, stored values are rewritten",
        ]
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(bits in 0_i64..=255) {
        let flags = Flags::<Channel>::from_bits(bits).unwrap();
        let text = flags.to_string();
        prop_assert_eq!(text.parse::<Flags<Channel>>(), Ok(flags.clone()));
        prop_assert_eq!(codec::from_slice::<Flags<Channel>>(&codec::to_vec(&flags)).unwrap().bits(), bits);
    }

    #[test]
    fn sets_are_like_sets_of_bits(a in 0_i64..=255, b in 0_i64..=255) {
        let [one, other] = [a, b].map(|bits| Flags::<Channel>::from_bits(bits).unwrap());
        prop_assert_eq!((one.clone() | other.clone()).bits(), a | b);
        prop_assert_eq!((one.clone() & other.clone()).bits(), a & b);
        prop_assert_eq!((one.clone() - other.clone()).bits(), a & !b);
        prop_assert_eq!(one.contains_all(&other), a & b == b);
        prop_assert_eq!(one.cmp(&other), a.cmp(&b));
        prop_assert_eq!(one == other, a == b);
    }

    #[test]
    fn equal_sets_are_written_alike(names in proptest::collection::vec("monday|tuesday|friday|saturday|sunday|[0-9]", 1..6)) {
        let in_order: Flags<Day> = names.join(",").parse().unwrap();
        let backwards: Flags<Day> = names.iter().rev().cloned().collect::<Vec<_>>().join(", ").parse().unwrap();
        prop_assert_eq!(in_order.to_string(), backwards.to_string());
        prop_assert_eq!(HashSet::from([in_order.clone(), backwards.clone()]).len(), 1);
        prop_assert_eq!(BTreeSet::from([in_order, backwards]).len(), 1);
    }
}
