//! A value that is read, a PATCH body that is applied to a blank value and a value that comes through serde are the same, or
//! all are refused: whatever members there are, in whatever order, twice or wrong.

use odata_core::{
    AnyOf, DynamicProperties, ErrorCode, ODataComplex, PropertyValue, RawDelta, Slot, Structured, StructuredType,
    ValueRef,
    codec::{self, Purpose, ReadOptions},
    slot::Input,
    value::{Decimal, Stream, StreamContent, encode_base64url},
};
use odata_tests::arbitrary::{Choices, choices};
use proptest::prelude::*;
use serde::de::DeserializeOwned;

/// An open type, with a property of each kind.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "agree.outer", open)]
struct Outer {
    text: Option<String>,
    count: i32,
    byte: Option<u8>,
    wide: Option<i64>,
    amount: Option<Decimal>,
    photo: Option<Stream>,
    numbers: Vec<i32>,
    inner: Option<AnyOf<Inner>>,
    inners: Vec<AnyOf<Inner>>,
    exact: Option<Exact>,
    #[odata(dynamic)]
    more: DynamicProperties,
}

/// An open type that others derive from.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "agree.inner", open)]
struct Inner {
    name: Option<String>,
    level: i32,
    #[odata(dynamic)]
    more: DynamicProperties,
}

/// What derives from it.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "agree.derived")]
struct Derived {
    #[odata(base)]
    inner: Inner,
    photo: Option<Stream>,
}

/// A closed type.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "agree.exact")]
struct Exact {
    name: Option<String>,
    level: Option<i32>,
}

/// One of the texts; the first one where there are no more choices.
fn one_of<'t>(choices: &mut Choices, texts: &[&'t str]) -> &'t str {
    texts[choices.below(texts.len())]
}

/// A value for a property of a kind: mostly a fitting one.
fn value(choices: &mut Choices, fitting: &[&str]) -> String {
    let any = ["null", "\"x\"", "5", "1.5", "true", "[]", "{}", "300"];
    let texts = if choices.below(16) == 15 { &any[..] } else { fitting };
    one_of(choices, texts).to_owned()
}

const INTEGERS: &[&str] = &["7", "0", "-0", "12"];
const TEXTS: &[&str] = &["\"t\"", "null", "\"\"", "\"\\u0041\""];
const DYNAMIC: &[&str] = &["1", "null", "\"d\"", "[1,null]", r#"{"a":1,"b":[{}]}"#, r#"{"a":1,"a":2}"#, "-7"];

/// The members of a type.
fn members(choices: &mut Choices, ty: &str, depth: usize) -> Vec<(String, String)> {
    let mut members: Vec<(String, String)> = Vec::new();
    let mut add = |choices: &mut Choices, name: &str, value: String| {
        if choices.below(4) < 3 {
            members.push((name.to_owned(), value));
        }
    };
    match ty {
        "outer" => {
            let text = value(choices, TEXTS);
            add(choices, "text", text);
            for (name, fitting) in [
                ("count", INTEGERS),
                ("byte", &["255", "-0", "null"]),
                ("wide", &["9007199254740993", "-1", "\"5\"", "-0"]),
                ("amount", &["1.5", "-0", "\"10\"", "null"]),
                ("photo", &["\"AQID\"", "\"text\"", "null", "{\"a\":1}"]),
                ("photo@odata.mediaContentType", &["\"image/png\"", "\"text/plain\"", "null", "\"x\""]),
                ("numbers", &["[]", "[1,-0,3]", "[null]"]),
            ] {
                let value = value(choices, fitting);
                add(choices, name, value);
            }
            let inner = if choices.below(3) == 2 { "null".to_owned() } else { object(choices, "inner", depth + 1) };
            add(choices, "inner", inner);
            let items: Vec<_> = (0..choices.below(3)).map(|_| object(choices, "inner", depth + 1)).collect();
            add(choices, "inners", format!("[{}]", items.join(",")));
            let exact = object(choices, "exact", depth + 1);
            add(choices, "exact", exact);
        }
        "inner" => {
            let (name, level) = (value(choices, TEXTS), value(choices, INTEGERS));
            add(choices, "name", name);
            add(choices, "level", level);
            let types = ["\"#agree.derived\"", "\"#agree.inner\"", "\"#agree.later\"", "\"#agree.exact\"", "5"];
            let type_name = if choices.below(8) == 7 { one_of(choices, &types) } else { types[choices.below(2)] };
            let name = one_of(choices, &["@odata.type", "@type"]);
            add(choices, name, type_name.to_owned());
            let photo = value(choices, &["\"AQID\"", "null", "\"text\""]);
            add(choices, "photo", photo);
        }
        _ => {
            let (name, level) = (value(choices, TEXTS), value(choices, INTEGERS));
            add(choices, "name", name);
            add(choices, "level", level);
        }
    }
    members
}

/// An object of a type, with members that are not properties, some of them twice, in any order.
fn object(choices: &mut Choices, ty: &str, depth: usize) -> String {
    let mut members = members(choices, ty, depth);
    for _ in 0..choices.below(4) {
        let (name, value) = match choices.below(15) {
            0 => ("dyn", value(choices, DYNAMIC)),
            1 => ("dyn@odata.type", value(choices, &["\"#Int64\"", "\"Date\"", "null"])),
            2 => ("dyn@type", value(choices, &["\"#Int64\""])),
            3 => ("other", value(choices, DYNAMIC)),
            4 => ("@odata.etag", "\"e\"".into()),
            5 => ("@etag", "\"e\"".into()),
            6 => ("text@odata.type", value(choices, &["\"#String\""])),
            7 => ("photo@mediaContentType", value(choices, &["\"image/png\"", "\"application/json\""])),
            // A request has no links, so that nothing is wrong with them there.
            13 => ("photo@odata.mediaReadLink", one_of(choices, &["\"u\"", "\"\"", "null"]).to_owned()),
            8 => ("@my.term", "{}".into()),
            9 => ("#my.operation", "{}".into()),
            10 => ("dyn@my.term#q", "1".into()),
            11 => ("dyn@odata.bind", "[\"x\"]".into()),
            _ => ("", "1".into()),
        };
        members.push((name.to_owned(), value));
    }
    if choices.below(8) == 7 && !members.is_empty() {
        let twice = members[choices.below(members.len())].clone();
        members.push(twice);
    }
    let mut ordered: Vec<String> = Vec::new();
    let is_shuffled = choices.below(2) == 1;
    for (name, value) in members {
        let at = if is_shuffled { choices.below(ordered.len() + 1) } else { ordered.len() };
        ordered.insert(at, format!("\"{name}\":{value}"));
    }
    format!("{{{}}}", ordered.join(","))
}

/// Leaves of streams what a request says about them: nothing of one that is elsewhere.
fn as_requested(value: &mut dyn Structured) {
    for index in 0..value.descriptor().len() {
        let slot = value.slot_mut(index);
        let items = match slot.view() {
            ValueRef::Stream(stream) => {
                let (media_type, content) = (stream.media_type().to_owned(), stream.content().clone());
                slot.put(Input::Null).expect("all streams here are nullable");
                let mut put = |input: Input<'_>| slot.put(input).expect("what it held");
                match content {
                    StreamContent::Elsewhere => {}
                    StreamContent::Text(text) => {
                        [Input::Text(&text), Input::MediaType(&media_type)].into_iter().for_each(&mut put);
                    }
                    StreamContent::Json(json) => {
                        [Input::MediaType(&media_type), Input::Json(&json)].into_iter().for_each(&mut put);
                    }
                    StreamContent::Bytes(bytes) => {
                        let text = encode_base64url(&bytes);
                        [Input::MediaType(&media_type), Input::Text(&text)].into_iter().for_each(&mut put);
                    }
                }
                continue;
            }
            ValueRef::List(list) => list.len(),
            _ => 0,
        };
        if let Some(nested) = slot.current() {
            as_requested(nested);
        }
        for item in 0..items {
            if let Some(nested) = slot.item_mut(item).and_then(Slot::current) {
                as_requested(nested);
            }
        }
    }
}

fn agree<T: StructuredType + DeserializeOwned>(body: &str) -> bool {
    let options = ReadOptions::client().with_required(true);
    let ours = codec::from_slice_with::<T>(body.as_bytes(), &options);
    match (&ours, serde_json::from_str::<T>(body)) {
        (Ok(ours), Ok(serde)) => assert!(ours.same(&serde), "{body}\n{:?}\n{:?}", ours.view(), serde.view()),
        (Err(_), Err(_)) => {}
        // A member of a type that the program does not know is kept as it is; a value of serde has no name twice.
        (Ok(_), Err(error)) if body.contains("agree.later") && error.to_string().starts_with("duplicate field `a`") => {
        }
        (ours, serde) => panic!("{body}\n{:?}\n{:?}", ours.as_ref().err(), serde.err()),
    }
    let ours = ours.map(|mut ours| {
        as_requested(&mut ours);
        ours
    });
    let options = options.with_purpose(Purpose::Update);
    let mut patched = <T as PropertyValue>::blank();
    let applied = RawDelta::read_detached(T::DESCRIPTOR, body.as_bytes(), &options)
        .and_then(|delta| delta.apply_to(&mut patched));
    match (&ours, applied) {
        (Ok(ours), Ok(())) => assert!(ours.same(&patched), "{body}\n{:?}\n{:?}", ours.view(), patched.view()),
        (Err(_), Err(_)) => {}
        // What is there already has all that it must have.
        (Err(error), Ok(())) => {
            let is_missing = |fault: &odata_core::Error| {
                fault.code() == ErrorCode::MISSING_PROPERTY
                    && fault.target().is_some_and(|target| !target.contains('/'))
            };
            assert!(error.all().all(is_missing), "{body}\n{error:?}");
        }
        (Ok(_), Err(error)) => panic!("{body}\n{error:?}"),
    }
    ours.is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_three_readers_agree(bytes in choices()) {
        let mut choices = Choices::new(bytes);
        agree::<Outer>(&object(&mut choices, "outer", 0));
        agree::<Inner>(&object(&mut choices, "inner", 0));
        agree::<Exact>(&object(&mut choices, "exact", 0));
    }
}

#[test]
fn bodies_of_both_verdicts_are_made() {
    let mut verdicts = [0; 2];
    for seed in 0..2000_u32 {
        let bytes = (0..200_u32)
            .map(|at| (seed.wrapping_mul(2_654_435_761).wrapping_add(at * at * 40_503) >> 11).to_le_bytes()[0]);
        let body = object(&mut Choices::new(bytes.collect()), "outer", 0);
        verdicts[usize::from(agree::<Outer>(&body))] += 1;
    }
    assert!(verdicts.iter().all(|bodies| *bodies > 200), "{verdicts:?}");
}

#[test]
fn what_is_there_twice_is_refused() {
    for body in [
        r#"{"level":1,"level":1}"#,
        r#"{"level":1,"dyn":1,"dyn":2}"#,
        r#"{"level":1,"dyn":null,"dyn":2}"#,
        r#"{"level":1,"dyn":{"a":1,"a":2}}"#,
        r#"{"level":1,"@odata.etag":"a","@etag":"a"}"#,
        r##"{"level":1,"dyn":1,"dyn@odata.type":"#Int64","dyn@type":"#Int64"}"##,
        r#"{"level":1,"name@odata.type":"a","name@odata.type":"a"}"#,
        r##"{"@odata.type":"#agree.inner","level":1,"@type":"#agree.inner"}"##,
    ] {
        assert!(!agree::<Inner>(body), "{body}");
    }
    assert!(agree::<Inner>(r##"{"level":1,"@my.term":1,"@my.term":2,"#my.operation":{},"#my.operation":{}}"##));
}

#[test]
fn negative_zero_is_a_number_of_each_type() {
    let body = r#"{"count":-0,"byte":-0,"wide":-0,"amount":-0,"numbers":[-0]}"#;
    assert!(agree::<Outer>(body));
    let read: Outer = serde_json::from_str(body).expect("zeros");
    assert_eq!((read.count, read.byte, read.wide, &*read.numbers), (0, Some(0), Some(0), &[0][..]));
    assert_eq!(read.amount.as_ref().map(Decimal::as_str), Some("-0"));
}
