//! Numbers, where `serde_json` keeps their digits. It writes exponents in one form, `e+5`.

use odata_core::{
    AnyOf, DynamicProperties, ODataComplex, Slot, codec,
    value::{Decimal, Stream, StreamContent},
};

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "numbers.base")]
struct Base {
    byte: Option<u8>,
    long: Option<i64>,
    single: Option<f32>,
    double: Option<f64>,
    decimal: Option<Decimal>,
    decimals: Vec<Decimal>,
    text: Option<String>,
    inner: Option<Inner>,
    stream: Option<Stream>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "numbers.derived", open)]
struct Derived {
    #[odata(base)]
    base: Base,
    #[odata(dynamic)]
    more: DynamicProperties,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "numbers.inner", open)]
struct Inner {
    #[odata(dynamic)]
    more: DynamicProperties,
}

const BODY: &str = concat!(
    r##"{"byte":255,"long":-9223372036854775808,"single":0.1,"double":-0.0,"##,
    r#""decimal":12345678901234567890.10,"decimals":[1e+5,1.50,-0,340282366920938463463374607431768211455],"#,
    r##""inner":{"exact":0.10,"list":[1.0,1e+400,{"deep":0}]},"##,
    r#""stream@odata.mediaContentType":"application/json","stream":2.50}"#
);

#[test]
fn all_types_of_numbers_are_read() {
    let value: Base = serde_json::from_str(BODY).expect("a value");
    assert_eq!((value.byte, value.long, value.single), (Some(255), Some(i64::MIN), Some(0.1)));
    assert_eq!(value.double.map(f64::to_bits), Some((-0.0_f64).to_bits()));
    let decimals: Vec<_> = value.decimal.iter().chain(&value.decimals).map(Decimal::as_str).collect();
    let expected = ["12345678901234567890.10", "1e+5", "1.50", "-0", "340282366920938463463374607431768211455"];
    assert_eq!(decimals, expected);
    assert_eq!(value.stream.as_ref().map(Stream::content), Some(&StreamContent::Json("2.50".into())));
    let ours: Base = codec::from_slice(BODY.as_bytes()).expect("a value");
    assert!(ours.same(&value), "{:?}\n{:?}", ours.view(), value.view());
}

#[test]
fn numbers_before_the_type_name_are_read() {
    let body = BODY.replace(r#""stream@odata"#, r##""@odata.type":"#numbers.derived","stream@odata"##);
    let value: AnyOf<Base> = serde_json::from_str(&body).expect("a value");
    assert!(value.downcast_ref::<Derived>().is_some());
    let plain: Base = serde_json::from_str(BODY).expect("a value");
    // What is buffered comes as an `f64` where that has the same digits, and is the same number.
    assert_eq!(value.decimals, plain.decimals);
    assert_eq!(
        (value.byte, value.long, value.single, value.double),
        (plain.byte, plain.long, plain.single, plain.double)
    );
    assert_eq!(value.inner, plain.inner);
}

#[test]
fn a_decimal_alone_is_read_exactly() {
    for text in ["12345678901234567890.10", "1e-5", "-0", "5"] {
        let value: Decimal = serde_json::from_str(text).expect(text);
        assert_eq!(value.as_str(), text);
    }
    assert!(serde_json::from_str::<Decimal>("{}").is_err());
    assert!(serde_json::from_str::<Decimal>(r#"{"a":"1"}"#).is_err());
    let value = serde_json::from_str::<serde_json::Value>("0.10").expect("a number");
    assert_eq!(serde_json::from_value::<Decimal>(value).expect("a decimal").as_str(), "0.10");
}

#[test]
fn a_number_is_no_object_and_no_text() {
    for (body, path) in [(r#"{"inner":1.5}"#, "inner"), (r#"{"inner":7}"#, "inner"), (r#"{"text":7}"#, "text")] {
        let mut body = body.to_owned();
        body.insert_str(body.len() - 1, r#","decimals":[]"#);
        let error = serde_json::from_str::<Base>(&body).expect_err(path);
        assert!(error.to_string().contains("is not a value of"), "{error}");
    }
    assert!(serde_json::from_str::<Inner>("1.5").is_err());
    assert!(serde_json::from_str::<AnyOf<Base>>("1.5").is_err());
    assert!(serde_json::from_str::<Base>(r#"{"byte":256,"decimals":[]}"#).is_err());
    assert!(serde_json::from_str::<Base>(r#"{"byte":1.0,"decimals":[]}"#).is_err());
    assert!(serde_json::from_str::<Base>(r#"{"double":1e400,"decimals":[]}"#).is_err());
    assert!(serde_json::from_str::<Base>(r#"{"decimals":1}"#).is_err());
}

#[test]
fn dynamic_numbers_keep_their_digits() {
    let json =
        r##"{"@odata.type":"#numbers.inner","exact":0.10,"list":[1.0,1e+400,{"z":-0,"a":12345678901234567890123}]}"##;
    for read in [codec::from_slice::<Inner>(json.as_bytes()).expect("ours"), serde_json::from_str(json).expect("serde")]
    {
        assert_eq!(String::from_utf8(codec::to_vec(&read)).expect("UTF-8"), json);
        assert_eq!(serde_json::to_string(&read).expect("JSON"), json);
    }
}
