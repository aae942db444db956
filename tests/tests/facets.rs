//! `MaxLength`, `Precision` and `Scale`: checked in requests, and written to `$metadata`.

use odata_core::{
    Delta, Error, ErrorCode, Model, ODataComplex, ODataContainer, ODataEntity, StructuredType as _,
    codec::{self, ReadOptions},
    csdl,
    value::{DateTimeOffset, Decimal, Duration, Stream, TimeOfDay},
};
use proptest::prelude::*;

/// A sale.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "facets.sale")]
struct Sale {
    #[odata(key)]
    id: i32,
    #[odata(precision = 3, scale = 2)]
    fixed: Option<Decimal>,
    #[odata(precision = 3, scale = variable)]
    variable: Option<Decimal>,
    #[odata(precision = 3)]
    precision_alone: Option<Decimal>,
    #[odata(scale = 1)]
    scale_alone: Option<Decimal>,
    #[odata(precision = 2, scale = 2)]
    fraction: Option<Decimal>,
    free: Option<Decimal>,
    #[odata(precision = 4, scale = 2)]
    amounts: Vec<Decimal>,
    #[odata(precision = 3)]
    sold: Option<DateTimeOffset>,
    #[odata(precision = 0)]
    opens: Option<TimeOfDay>,
    #[odata(precision = 6)]
    lasts: Option<Duration>,
    closes: Option<TimeOfDay>,
    #[odata(max_length = 5)]
    text: Option<String>,
    #[odata(unicode = false, max_length = 9, unique)]
    code: Option<String>,
    #[odata(unicode = false, default = "none")]
    codes: String,
    #[odata(unicode = false)]
    lines: Vec<Option<String>>,
    #[odata(indexed, searchable, unicode = true)]
    note: Option<String>,
    #[odata(max_length = 5)]
    photo: Option<Stream>,
    details: Option<Details>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "facets.details")]
struct Details {
    #[odata(precision = 3, scale = 2)]
    weight: Option<Decimal>,
    #[odata(max_length = 5)]
    scan: Option<Stream>,
}

#[derive(ODataContainer)]
#[odata(type = "facets.Container")]
struct Container {
    #[odata(entity_set)]
    sales: Vec<Sale>,
}

/// The faults of one member in the body of an insert, and those of the same member in an update.
fn faults(member: &str) -> Vec<(ErrorCode, Option<String>, String)> {
    let insert = codec::from_slice_with::<Sale>(format!("{{\"id\":1,{member}}}").as_bytes(), &ReadOptions::insert());
    let update = Delta::<Sale>::from_slice(format!("{{{member}}}").as_bytes());
    let of = |error: Option<Error>| -> Vec<_> {
        let error = error.as_ref();
        let all = error.into_iter().flat_map(Error::all);
        all.map(|error| (error.code(), error.target().map(str::to_owned), error.message().to_owned())).collect()
    };
    let (insert, update) = (of(insert.err()), of(update.err()));
    assert_eq!(insert, update, "{member}");
    insert
}

#[track_caller]
fn accepts(member: &str) {
    assert_eq!(faults(member), [], "{member}");
}

#[track_caller]
fn refuses(member: &str, code: ErrorCode, target: &str, message: &str) {
    assert_eq!(faults(member), [(code, Some(target.to_owned()), message.to_owned())], "{member}");
}

#[test]
fn digits_of_decimal_numbers() {
    // With a scale, the rest of the precision is for the digits before the point (OData CSDL 4.01 §7.2.4).
    for number in ["1.23", "0.23", "-3.140", "9.99e0", "123e-2", "0.00e7"] {
        accepts(&format!("\"fixed\":{number}"));
    }
    for (number, message) in [
        ("12.3", "`fixed` can have at most 1 digit before the decimal point"),
        ("123", "`fixed` can have at most 1 digit before the decimal point"),
        ("0.123", "`fixed` can have at most 2 digits after the decimal point"),
        ("1e-3", "`fixed` can have at most 2 digits after the decimal point"),
        ("1e1", "`fixed` can have at most 1 digit before the decimal point"),
    ] {
        refuses(&format!("\"fixed\":{number}"), ErrorCode::OUT_OF_RANGE, "fixed", message);
    }
    for name in ["variable", "precisionAlone"] {
        for number in ["0.123", "1.23", "0.23", "0.7", "123", "12.3", "12.300", "1.23e2"] {
            accepts(&format!("\"{name}\":{number}"));
        }
        for number in ["12.34", "1234", "123.4", "0.0012", "1e3", "1e-4", "1e999999999999"] {
            let message = format!("`{name}` can have at most 3 digits");
            refuses(&format!("\"{name}\":{number}"), ErrorCode::OUT_OF_RANGE, name, &message);
        }
    }
    accepts("\"scaleAlone\":123456789012345678901234567890.5");
    refuses(
        "\"scaleAlone\":0.05",
        ErrorCode::OUT_OF_RANGE,
        "scaleAlone",
        "`scaleAlone` can have at most 1 digit after the decimal point",
    );
    accepts("\"fraction\":0.23");
    refuses(
        "\"fraction\":1.2",
        ErrorCode::OUT_OF_RANGE,
        "fraction",
        "`fraction` can have at most 0 digits before the decimal point",
    );
    accepts("\"free\":123456789012345678901234567890.123456789012345678901234567890");
    accepts("\"amounts\":[99.99,0.1]");
    refuses(
        "\"amounts\":[99.99,0.125]",
        ErrorCode::OUT_OF_RANGE,
        "amounts",
        "`amounts` can have at most 2 digits after the decimal point",
    );
}

#[test]
fn digits_of_seconds() {
    accepts(r#""sold":"2024-02-29T12:00:00.123Z""#);
    accepts(r#""sold":"2024-02-29T12:00:00.123000+01:00""#);
    refuses(
        r#""sold":"2024-02-29T12:00:00.1234Z""#,
        ErrorCode::OUT_OF_RANGE,
        "sold",
        "`sold` can have at most 3 digits of a fraction of a second",
    );
    accepts(r#""opens":"07:59:59""#);
    accepts(r#""opens":"07:59:59.000""#);
    refuses(
        r#""opens":"07:59:59.5""#,
        ErrorCode::OUT_OF_RANGE,
        "opens",
        "`opens` can have at most 0 digits of a fraction of a second",
    );
    accepts(r#""lasts":"PT1.000001S""#);
    refuses(
        r#""lasts":"PT1.0000001S""#,
        ErrorCode::OUT_OF_RANGE,
        "lasts",
        "`lasts` can have at most 6 digits of a fraction of a second",
    );
    accepts(r#""closes":"07:59:59.123456789012""#);
}

#[test]
fn lengths_of_streams_are_bytes() {
    let refused = |member| refuses(member, ErrorCode::TOO_LONG, "photo", "`photo` can be at most 5 long");
    accepts(r#""photo":"aäö""#);
    refused(r#""photo":"äöü""#);
    accepts(r#""photo":[1,2]"#);
    refused(r#""photo":{"a":1}"#);
    // Seven characters of base64 are five bytes. The media type may come before the value or after it.
    accepts(r#""photo@odata.mediaContentType":"image/png","photo":"AAECAwQ""#);
    accepts(r#""photo":"AAECAwQ","photo@odata.mediaContentType":"image/png""#);
    refused(r#""photo":"AAECAwQF","photo@odata.mediaContentType":"image/png""#);
    refused(r#""photo@odata.mediaContentType":"image/png","photo":"AAECAwQF""#);
    accepts(r#""photo":null"#);
    accepts("\"text\":\"äöüäö\"");
    refuses("\"text\":\"äöüäöu\"", ErrorCode::TOO_LONG, "text", "`text` can be at most 5 long");
}

#[test]
fn characters_beyond_ascii() {
    accepts(r#""code":"a-Z 0~\u0001""#);
    accepts(r#""code":null"#);
    accepts(r#""note":"Käse""#);
    let refused = |member: &str, name: &str| {
        refuses(member, ErrorCode::INVALID_LITERAL, name, &format!("`{name}` can have ASCII characters only"));
    };
    refused(r#""code":"Käse""#, "code");
    refused(r#""codes":"\u00e4""#, "codes");
    refused(r#""lines":["a",null,"ß"]"#, "lines");
    // One fault for one value.
    refused(r#""code":"much longer than nine, and ä""#, "code");
    refuses(r#""code":"much longer""#, ErrorCode::TOO_LONG, "code", "`code` can be at most 9 long");
    let body = "{\"id\": 1,\n  \"codes\": \"größer\"}";
    let error = codec::from_slice_with::<Sale>(body.as_bytes(), &ReadOptions::insert()).expect_err("ö");
    assert_eq!(error.location().map(|at| (at.line, at.column)), Some((2, 3)));
    let stored = codec::from_slice_with::<Sale>(body.as_bytes(), &ReadOptions::stored());
    assert_eq!(stored.expect("taken as it is").codes, "größer");
    let set = Delta::<Sale>::new().set(Sale::PROPERTIES.codes, "ö".to_owned()).map(drop);
    assert_eq!(set.expect_err("ö").code(), ErrorCode::INVALID_LITERAL);
}

#[test]
fn words_for_stores() {
    let words = |name| {
        let (_, property) =
            Sale::DESCRIPTOR.properties().find(|(_, property)| property.name() == name).expect("it is there");
        (property.is_unicode(), property.is_unique(), property.is_indexed(), property.is_searchable())
    };
    assert_eq!(words("code"), (false, true, false, false));
    assert_eq!(words("codes"), (false, false, false, false));
    assert_eq!(words("note"), (true, false, true, true));
    assert_eq!(words("text"), (true, false, false, false));
}

#[test]
fn facets_of_nested_values() {
    accepts(r#""details":{"weight":1.25,"scan":"12345"}"#);
    let body = r#""details":{"weight":1.255,"scan":{"long":true}}"#;
    let found: Vec<_> = faults(body).into_iter().map(|(code, target, _)| (code, target)).collect();
    let expected = [(ErrorCode::OUT_OF_RANGE, "details/weight"), (ErrorCode::TOO_LONG, "details/scan")];
    assert_eq!(found, expected.map(|(code, target)| (code, Some(target.to_owned()))));
}

#[test]
fn faults_have_their_place() {
    let body = b"{\"id\": 1,\n  \"photo\": [\"long enough\"],\n  \"fixed\": 12.3}";
    let error = codec::from_slice_with::<Sale>(body, &ReadOptions::insert()).expect_err("two faults");
    let mut places: Vec<_> =
        error.all().map(|error| (error.target(), error.location().map(|at| (at.line, at.column)))).collect();
    places.sort_unstable();
    assert_eq!(places, [(Some("fixed"), Some((3, 3))), (Some("photo"), Some((2, 3)))]);
}

#[test]
fn what_a_service_has_stored_is_taken_as_it_is() {
    let body = r#"{"id":1,"fixed":12345.678,"sold":"2024-02-29T12:00:00.123456Z","photo":"longer","text":"longer"}"#;
    for options in [ReadOptions::stored(), ReadOptions::client()] {
        assert!(codec::from_slice_with::<Sale>(body.as_bytes(), &options).is_ok());
    }
}

#[test]
fn metadata_says_what_is_allowed() {
    let xml = csdl::to_xml(&Model::of::<Container>().expect("no faults"));
    for line in [
        r#"Name="fixed" Type="Edm.Decimal" Precision="3" Scale="2"/>"#,
        r#"Name="variable" Type="Edm.Decimal" Precision="3" Scale="variable"/>"#,
        r#"Name="precisionAlone" Type="Edm.Decimal" Precision="3" Scale="variable"/>"#,
        r#"Name="scaleAlone" Type="Edm.Decimal" Scale="1"/>"#,
        r#"Name="free" Type="Edm.Decimal" Scale="variable"/>"#,
        r#"Name="amounts" Type="Collection(Edm.Decimal)" Nullable="false" Precision="4" Scale="2"/>"#,
        r#"Name="sold" Type="Edm.DateTimeOffset" Precision="3"/>"#,
        r#"Name="opens" Type="Edm.TimeOfDay" Precision="0"/>"#,
        r#"Name="lasts" Type="Edm.Duration" Precision="6"/>"#,
        r#"Name="closes" Type="Edm.TimeOfDay" Precision="12"/>"#,
        r#"Name="text" Type="Edm.String" MaxLength="5"/>"#,
        r#"Name="photo" Type="Edm.Stream" MaxLength="5"/>"#,
        r#"Name="code" Type="Edm.String" MaxLength="9" Unicode="false">"#,
        r#"Name="codes" Type="Edm.String" Nullable="false" Unicode="false" DefaultValue="none"/>"#,
        r#"Name="lines" Type="Collection(Edm.String)" Unicode="false"/>"#,
        r#"<edmx:Include Namespace="org.odata_rs.store.v1"/>"#,
        r#"<Annotation Term="org.odata_rs.store.v1.Unique" Bool="true"/>"#,
        r#"<Annotation Term="org.odata_rs.store.v1.Indexed" Bool="true"/>"#,
        r#"<Annotation Term="org.odata_rs.store.v1.Searchable" Bool="true"/>"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
}

#[test]
fn descriptors_give_the_declared_facets_back() {
    let facets = |name| {
        let (_, property) =
            Sale::DESCRIPTOR.properties().find(|(_, property)| property.name() == name).expect("it is there");
        (property.max_length(), property.precision(), property.scale())
    };
    assert_eq!(facets("fixed"), (None, Some(3), Some(2)));
    assert_eq!(facets("variable"), (None, Some(3), None));
    assert_eq!(facets("scaleAlone"), (None, None, Some(1)));
    assert_eq!(facets("free"), (None, None, None));
    assert_eq!(facets("opens"), (None, Some(0), None));
    assert_eq!(facets("closes"), (None, None, None));
    assert_eq!(facets("photo"), (Some(5), None, None));
    assert_eq!(facets("id"), (None, None, None));
}

proptest! {
    /// A number fits a scale and precision if it is a whole number of units of the scale, and not too many of them.
    #[test]
    fn a_number_fits_if_it_is_a_small_number_of_units(units in 0..200_000_i64, places in 0..6_usize) {
        let text = format!("{units:0>7}");
        let (whole, fraction) = text.split_at(text.len() - places);
        let number = if places == 0 { units.to_string() } else { format!("{}.{fraction}", whole.parse::<u64>().unwrap()) };
        let body = format!("{{\"fixed\":{number}}}");
        // In hundred-thousandths: at most 9.99, in steps of 0.01.
        let value = units * 10_i64.pow(5 - u32::try_from(places).unwrap());
        let fits = value % 1_000 == 0 && value <= 999_000;
        prop_assert_eq!(Delta::<Sale>::from_slice(body.as_bytes()).is_ok(), fits, "{}", number);
    }
}

#[test]
fn what_a_body_could_not_hold_cannot_be_set() {
    let mut delta = Delta::<Sale>::new();
    let mut refused = |set: fn(&mut Delta<Sale>) -> Option<Error>| {
        let error = set(&mut delta).expect("it has too much");
        assert!(delta.is_empty());
        (error.code(), error.target().map(str::to_owned))
    };
    let too_long = refused(|delta| delta.set(Sale::PROPERTIES.text, Some("longer".into())).err());
    assert_eq!(too_long, (ErrorCode::TOO_LONG, Some("text".into())));
    let digits = refused(|delta| {
        let details = Details { weight: "1.234".parse().ok(), scan: None };
        delta.set(Sale::PROPERTIES.details, Some(details)).err()
    });
    assert_eq!(digits, (ErrorCode::OUT_OF_RANGE, Some("details/weight".into())));
    let item = refused(|delta| delta.set(Sale::PROPERTIES.amounts, vec![Decimal::from(1), Decimal::from(100)]).err());
    assert_eq!(item, (ErrorCode::OUT_OF_RANGE, Some("amounts".into())));
    delta.set(Sale::PROPERTIES.text, Some("short".into())).expect("five characters");
}
