//! Values that are equal and written differently, in models.

use odata_core::{
    Delta, Diff, ODataComplex, Slot, codec,
    codec::{ODataVersion, ReadOptions, WriteOptions},
    value::{Date, DateTimeOffset, Decimal, TimeOfDay},
};

#[derive(ODataComplex, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[odata(type = "values.offer")]
struct Offer {
    price: Decimal,
    starts: DateTimeOffset,
    opens: Option<TimeOfDay>,
    day: Date,
    steps: Vec<Decimal>,
}

fn offer(price: &str, starts: &str, opens: &str, step: &str) -> Offer {
    Offer {
        price: price.parse().expect("a literal"),
        starts: starts.parse().expect("a literal"),
        opens: Some(opens.parse().expect("a literal")),
        day: Date::default(),
        steps: vec![step.parse().expect("a literal")],
    }
}

#[test]
fn what_is_written_differently_is_equal_and_still_a_change() {
    let old = offer("1.5", "2024-02-29T10:00Z", "07:30", "10");
    let new = offer("1.50", "2024-02-29T12:00+02:00", "07:30:00", "1e1");
    assert_eq!(old, new);
    assert!(!old.same(&new));
    let changes = old.diff(&new);
    let body = r#"{"price":1.50,"starts":"2024-02-29T12:00+02:00","opens":"07:30:00","steps":[10]}"#;
    assert_eq!(String::from_utf8_lossy(&changes.to_vec()), body);
    let mut applied = old.clone();
    changes.apply_to(&mut applied).expect("changes of this state");
    assert!(applied.same(&new));
    let read = Delta::<Offer>::read_for(&old, body.as_bytes(), &ReadOptions::update()).expect("written by us");
    let mut applied = old.clone();
    read.apply_to(&mut applied).expect("changes of this state");
    assert_eq!(applied.price.as_str(), "1.50");
    assert_eq!(applied.starts.offset_minutes(), 120);
    assert!(old.diff(&old.clone()).is_empty());
}

#[test]
fn new_values_are_the_defaults() {
    #[derive(ODataComplex, Clone)]
    #[odata(type = "values.fresh")]
    struct Fresh {
        price: Decimal,
        at: DateTimeOffset,
        day: Date,
        time: TimeOfDay,
    }
    let fresh: Fresh = odata_core::PropertyValue::blank();
    assert!(fresh.price.same(&Decimal::default()) && fresh.at.same(&DateTimeOffset::default()));
    assert!(fresh.day.same(&Date::default()) && fresh.time.same(&TimeOfDay::default()));
    assert_eq!(fresh.at.to_string(), "1970-01-01T00:00:00Z");
}

#[derive(ODataComplex, Clone, Debug)]
#[odata(type = "values.amount")]
struct Amount {
    value: Decimal,
}

fn written(text: &str, options: &WriteOptions<'_>) -> String {
    let amount = Amount { value: text.parse().expect("a literal") };
    let json = String::from_utf8(codec::to_vec_with(&amount, options)).expect("UTF-8");
    let start = json.find("\"value\":").expect("the member") + 8;
    json[start..json.len() - 1].to_owned()
}

#[test]
fn decimals_have_no_exponents_in_4_0() {
    let plain = WriteOptions::default();
    let strings = plain.with_ieee754_compatible(true);
    for (text, expected) in [("1e3", "1000"), ("1.5e-3", "0.0015"), ("-1.50E+1", "-15.0"), ("1.50", "1.50")] {
        assert_eq!(written(text, &plain), expected);
        assert_eq!(written(text, &strings), format!("\"{expected}\""));
        let exponential = plain.with_exponential_decimals(true);
        assert_eq!(written(text, &exponential), text);
        assert_eq!(written(text, &plain.with_version(ODataVersion::V4_01)), text);
        let read: Amount = codec::from_slice(format!("{{\"value\":{text}}}").as_bytes()).expect("exponents are read");
        assert_eq!(read.value.as_str(), text);
    }
    assert_eq!(written("1e999999999999", &plain), "1e999999999999");
}

#[test]
fn changes_have_no_exponents_in_4_0() {
    let (old, new) = (Amount { value: Decimal::default() }, Amount { value: "2E2".parse().expect("a literal") });
    assert_eq!(old.diff(&new).to_vec(), br#"{"value":200}"#);
    let mut delta = Delta::<Amount>::new();
    delta.set(Amount::PROPERTIES.value, new.value).expect("a property that changes");
    assert_eq!(delta.to_vec(), br#"{"value":200}"#);
    let options = WriteOptions::new().with_exponential_decimals(true);
    assert_eq!(delta.to_vec_with(&options), br#"{"value":2E2}"#);
}

#[test]
fn serde_keeps_exponents() {
    let amount = Amount { value: "1.50E3".parse().expect("a literal") };
    let json = serde_json::to_string(&amount).expect("JSON");
    assert!(json.contains(r#""value":"1.50E3""#), "{json}");
    let read: Amount = serde_json::from_str(&json).expect("written by us");
    assert!(read.same(&amount));
}
