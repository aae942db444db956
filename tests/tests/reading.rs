//! Reading OData JSON: what is taken, what is refused, and what an error says.

use odata_core::{
    AnyOf, Delta, Error, ErrorCode, PropertyValue,
    codec::{self, ReadOptions},
    edm::SchemaAlias,
    json::Limits,
    slot::DynamicValue,
    value::{Stream, StreamContent},
};
use odata_tests::workshop::{
    Colour, LongTextSetting, Machine, NumberSetting, Setting, Size, TextSetting, Truck, Vehicle,
};

fn fault<T: PropertyValue + std::fmt::Debug>(body: &str, options: &ReadOptions) -> Error {
    codec::from_slice_with::<T>(body.as_bytes(), options).expect_err(body)
}

/// Code, path, line and column of all faults.
fn faults<T: PropertyValue + std::fmt::Debug>(
    body: &str,
    options: &ReadOptions,
) -> Vec<(ErrorCode, String, usize, usize)> {
    let error = fault::<T>(body, options);
    let place = |fault: &Error| {
        let location = fault.location().expect("a fault of JSON has a place");
        (fault.code(), fault.target().unwrap_or_default().to_owned(), location.line, location.column)
    };
    error.all().map(place).collect()
}

#[test]
fn a_type_is_named_in_either_spelling_anywhere() {
    for body in [
        r##"{"@odata.type":"#workshop.longTextSetting","name":"n","text":"t","language":"eo"}"##,
        r#"{"@odata.type":"workshop.longTextSetting","name":"n","text":"t","language":"eo"}"#,
        r##"{"@type":"#workshop.longTextSetting","name":"n","text":"t","language":"eo"}"##,
        r#"{"@odata.type":"http://localhost/$metadata#workshop.longTextSetting","name":"n","text":"t","language":"eo"}"#,
        r##"{"name":"n","text":"t","language":"eo","@odata.type":"#workshop.longTextSetting"}"##,
        r#"{"language":"eo","text":"t","@type":"workshop.longTextSetting","name":"n"}"#,
        r##"{"language":"eo","more@odata.type":"#String","text":"t","@Core.Note":{"@type":"#x"},"@type":"workshop.longTextSetting","name":"n"}"##,
    ] {
        let setting: AnyOf<Setting> = codec::from_slice(body.as_bytes()).expect(body);
        let expected = LongTextSetting {
            text_setting: TextSetting { setting: Setting { name: "n".into() }, text: Some("t".into()) },
            language: "eo".into(),
        };
        assert_eq!(setting.downcast_ref(), Some(&expected), "{body}");
    }
}

#[test]
fn a_type_that_is_named_twice_is_a_duplicate() {
    for body in [
        r##"{"@odata.type":"#workshop.numberSetting","@type":"#workshop.numberSetting","name":"n","number":1}"##,
        r##"{"name":"n","@type":"#workshop.numberSetting","number":1,"@odata.type":"#workshop.numberSetting"}"##,
        r##"{"@odata.type":"#workshop.numberSetting","name":"n","@odata.type":"#workshop.numberSetting","number":1}"##,
    ] {
        assert_eq!(fault::<AnyOf<Setting>>(body, &ReadOptions::client()).code(), ErrorCode::DUPLICATE_MEMBER, "{body}");
    }
}

#[test]
fn a_wrong_type_names_the_property_and_what_is_possible() {
    let number = "`workshop.numberSetting`";
    for (type_name, code, words) in [
        ("#workshop.nothing", ErrorCode::UNKNOWN_TYPE, ["`workshop.nothing`", "`workshop.setting`", number]),
        ("#workshop.setting", ErrorCode::ABSTRACT_TYPE, ["`workshop.setting`", "abstract", number]),
        ("#workshop.size", ErrorCode::TYPE_MISMATCH, ["`workshop.size`", "`workshop.setting`", number]),
    ] {
        let body = format!(r#"{{"owner":"o","mainSetting":{{"name":"n","@odata.type":"{type_name}"}}}}"#);
        let error = fault::<Machine>(&body, &ReadOptions::stored());
        assert_eq!((error.code(), error.target()), (code, Some("mainSetting/@odata.type")), "{error:?}");
        for word in words {
            assert!(error.message().contains(word), "{error} has no {word}");
        }
    }
    let error = fault::<Machine>(r#"{"mainSetting":{"name":"n"}}"#, &ReadOptions::client());
    assert_eq!((error.code(), error.target()), (ErrorCode::TYPE_REQUIRED, Some("mainSetting")));
    assert!(error.message().contains(number), "{error}");
}

#[test]
fn a_derived_type_where_the_type_itself_is_declared_is_told_about_any_of() {
    let body = r##"{"@odata.type":"#workshop.truck","owner":"o"}"##;
    let error = fault::<Vehicle>(body, &ReadOptions::client());
    assert_eq!(error.code(), ErrorCode::TYPE_MISMATCH);
    assert!(error.message().contains("AnyOf<Vehicle>"), "{error}");
}

#[test]
fn aliases_stand_for_namespaces() {
    const ALIASES: &[SchemaAlias] = &[SchemaAlias::new("w", "workshop")];
    let options = ReadOptions::client().with_aliases(ALIASES);
    let body = br##"{"@odata.type":"#w.numberSetting","name":"n","number":1}"##;
    let setting: AnyOf<Setting> = codec::from_slice_with(body, &options).expect("the alias is known");
    assert!(setting.is::<NumberSetting>());
    let size: Size =
        codec::from_slice_with(br##"{"@odata.type":"#w.size","width":1}"##, &options).expect("the alias is known");
    assert_eq!(size, Size { width: 1, height: 100 });
    assert!(codec::from_slice_with::<AnyOf<Setting>>(body, &ReadOptions::strict()).is_err());
}

#[test]
fn all_faults_are_told_with_their_places() {
    let body = r#"{
  "displayName": 5,
  "priority": "Integer",
  "enabled": null,
  "dimensions": {"outer": {"width": 1.5, "depth": 2}, "remarks": null},
  "settings": [{"@odata.type": "workshop.numberSetting", "number": 99999999999999999999}],
  "owner": "o", "owner": "p"
}"#;
    assert_eq!(
        faults::<Machine>(body, &ReadOptions::insert()),
        [
            (ErrorCode::WRONG_TYPE, "displayName".into(), 2, 18),
            (ErrorCode::WRONG_TYPE, "priority".into(), 3, 15),
            (ErrorCode::WRONG_TYPE, "dimensions/outer/width".into(), 5, 37),
            (ErrorCode::UNDECLARED_PROPERTY, "dimensions/outer/depth".into(), 5, 42),
            (ErrorCode::NULL_NOT_ALLOWED, "dimensions/remarks".into(), 5, 66),
            (ErrorCode::OUT_OF_RANGE, "settings/0/number".into(), 6, 68),
            (ErrorCode::MISSING_PROPERTY, "settings/0/name".into(), 6, 16),
            (ErrorCode::DUPLICATE_MEMBER, "owner".into(), 7, 17),
        ]
    );
}

#[test]
fn each_kind_of_fault_has_its_code() {
    let many = format!("[{}]", "0,".repeat(20) + "0");
    let deep = format!(r#"{{"x":{}1{}}}"#, "[".repeat(40), "]".repeat(40));
    for (body, code) in [
        (r#"{"owner":"o""#, ErrorCode::INVALID_JSON),
        (r#"{"owner":"o"} x"#, ErrorCode::INVALID_JSON),
        (r#"{"owner":}"#, ErrorCode::INVALID_JSON),
        ("[]", ErrorCode::WRONG_TYPE),
        ("null", ErrorCode::NULL_NOT_ALLOWED),
        (r#"{"byte":256}"#, ErrorCode::OUT_OF_RANGE),
        (r#"{"byte":-1}"#, ErrorCode::OUT_OF_RANGE),
        (r#"{"byte":1.0}"#, ErrorCode::WRONG_TYPE),
        (r#"{"long":"1"}"#, ErrorCode::WRONG_TYPE),
        (r#"{"double":1e999}"#, ErrorCode::OUT_OF_RANGE),
        (r#"{"double":"Infinity"}"#, ErrorCode::WRONG_TYPE),
        (r#"{"single":1e39}"#, ErrorCode::OUT_OF_RANGE),
        (r#"{"photo":"a"}"#, ErrorCode::INVALID_LITERAL),
        (r#"{"correlation":"{87d349ed-44d7-43e1-9a83-5f2406dee5bd}"}"#, ErrorCode::INVALID_LITERAL),
        (r#"{"built":"2023-02-29"}"#, ErrorCode::INVALID_LITERAL),
        (r#"{"seen":"2023-02-28T00:00:00"}"#, ErrorCode::INVALID_LITERAL),
        (r#"{"worked":"P1Y"}"#, ErrorCode::INVALID_LITERAL),
        (r#"{"colour":1.5}"#, ErrorCode::WRONG_TYPE),
        (r#"{"tags":{}}"#, ErrorCode::WRONG_TYPE),
        (r#"{"tags":[null]}"#, ErrorCode::NULL_NOT_ALLOWED),
        (r#"{"dimensions":[]}"#, ErrorCode::WRONG_TYPE),
        (r#"{"dimensions":null}"#, ErrorCode::NULL_NOT_ALLOWED),
        (&*many, ErrorCode::TOO_MANY_MEMBERS),
        (&*deep, ErrorCode::TOO_DEEP),
    ] {
        let limits = Limits::new().with_depth(10).with_members(20);
        let error = fault::<Vehicle>(body, &ReadOptions::client().with_limits(limits).with_ieee754_compatible(false));
        assert_eq!(error.code(), code, "{body}: {error:?}");
        assert!(error.location().is_some(), "{body}");
    }
}

#[test]
fn annotations_and_control_information_are_passed_over() {
    let body = br##"{"@odata.context":"$metadata#x","@odata.etag":"W/\"1\"","@Core.Description":{"a":[1]},"owner":"o",
        "owner@Core.Description":"who","owner@odata.unheardOf":1,"parts@odata.count":3,"parts@odata.navigationLink":"x",
        "#workshop.start":{},"@future":1,"@future":2,"dimensions":{"outer":{"width":1}}}"##;
    let machine: Machine = codec::from_slice_with(body, &ReadOptions::insert()).expect("nothing but annotations");
    assert_eq!((machine.owner.as_str(), machine.dimensions.outer.height), ("o", 100));
}

#[test]
fn known_control_information_does_not_stand_twice() {
    for body in [
        r#"{"@odata.etag":"1","@odata.etag":"2"}"#,
        r#"{"@odata.etag":"1","@etag":"2"}"#,
        r#"{"@context":"1","owner":"o","@odata.context":"1"}"#,
        r#"{"manual@odata.mediaContentType":"text/a","manual@mediaContentType":"text/b","manual":"x"}"#,
    ] {
        assert_eq!(fault::<Vehicle>(body, &ReadOptions::client()).code(), ErrorCode::DUPLICATE_MEMBER, "{body}");
    }
}

#[test]
fn an_insert_ignores_what_the_service_makes() {
    let body = br#"{"id":"mine","changed":null,"serialNumber":7,"owner":"o","dimensions":{"outer":{"width":1}}}"#;
    let machine: Machine = codec::from_slice_with(body, &ReadOptions::insert()).expect("computed members are ignored");
    assert_eq!((machine.id.as_str(), machine.serial_number, machine.changed), ("", Some(7), None));
}

#[test]
fn related_entities_are_refused_by_name() {
    for (body, member) in
        [(r#"{"owner":"o","parts":[]}"#, "parts"), (r#"{"parts@odata.bind":["x"],"owner":"o"}"#, "parts@odata.bind")]
    {
        let error = fault::<Machine>(body, &ReadOptions::insert().with_required(false));
        assert_eq!((error.code(), error.target()), (ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, Some(member)));
        assert!(error.message().contains("`parts`"), "{error}");
    }
}

#[test]
fn links_and_deltas_of_related_entities_are_refused() {
    let insert = ReadOptions::insert().with_required(false);
    for (member, code) in [
        ("parts@odata.delta", ErrorCode::DEEP_OPERATION_NOT_SUPPORTED),
        ("parts@delta", ErrorCode::DEEP_OPERATION_NOT_SUPPORTED),
        ("parts@bind", ErrorCode::DEEP_OPERATION_NOT_SUPPORTED),
        ("partz@odata.bind", ErrorCode::UNDECLARED_PROPERTY),
        ("owner@odata.bind", ErrorCode::WRONG_TYPE),
    ] {
        let body = format!(r#"{{"{member}":[]}}"#);
        let created = fault::<Machine>(&body, &insert);
        assert_eq!((created.code(), created.target()), (code, Some(member)));
        let changed = Delta::<Machine>::from_slice(body.as_bytes()).expect_err(&body);
        assert_eq!((changed.code(), changed.target()), (code, Some(member)));
        codec::from_slice_with::<Machine>(body.as_bytes(), &ReadOptions::client()).expect("clients skip it");
    }
}

#[test]
fn control_information_that_asks_for_something_is_refused_on_an_object() {
    let insert = ReadOptions::insert().with_required(false);
    for name in ["@odata.bind", "@bind", "@odata.delta", "@delta", "@odata.removed", "@removed"] {
        for (body, target) in [
            (format!(r#"{{"{name}":{{"reason":"deleted"}},"owner":"o"}}"#), name.to_owned()),
            (format!(r#"{{"owner":"o","{name}":[]}}"#), name.to_owned()),
            (format!(r#"{{"dimensions":{{"outer":{{"width":1}},"{name}":"x"}}}}"#), format!("dimensions/{name}")),
            (
                format!(r##"{{"settings":[{{"@odata.type":"#workshop.textSetting","name":"n","{name}":{{}}}}]}}"##),
                format!("settings/0/{name}"),
            ),
        ] {
            for options in [&insert, &ReadOptions::strict().with_required(false)] {
                let created = fault::<Machine>(&body, options);
                assert_eq!((created.code(), created.target()), (ErrorCode::BAD_REQUEST, Some(&*target)), "{body}");
                assert!(created.message().contains(&format!("`{name}`")), "{created}");
            }
            let changed = Delta::<Machine>::from_slice(body.as_bytes()).expect_err(&body);
            assert_eq!((changed.code(), changed.target()), (ErrorCode::BAD_REQUEST, Some(&*target)), "{body}");
            codec::from_slice_with::<Machine>(body.as_bytes(), &ReadOptions::client()).expect("clients skip it");
        }
    }
}

#[test]
fn a_fault_of_an_item_names_the_type_of_items() {
    let options = ReadOptions::strict().with_required(false);
    for (body, target, message) in [
        (r#"{"tags":[null]}"#, "tags/0", "null where `Edm.String` is declared, which is not nullable"),
        (r#"{"tags":null}"#, "tags", "null where `Collection(Edm.String)` is declared; an empty collection is `[]`"),
        (r#"{"tags":["a",5]}"#, "tags/1", "a number where `Edm.String` is declared"),
        (r#"{"tags":[[]]}"#, "tags/0", "an array where `Edm.String` is declared"),
        (r#"{"tags":5}"#, "tags", "a number where `Collection(Edm.String)` is declared"),
        (r#"{"boxes":[null]}"#, "boxes/0", "null where `workshop.dimensions` is declared, which is not nullable"),
        (r#"{"long":1.0}"#, "long", "a number with a fraction or an exponent where `Edm.Int64` is declared"),
    ] {
        let fault = fault::<Vehicle>(body, &options);
        assert_eq!((fault.target(), fault.message()), (Some(target), message), "{body}");
    }
}

#[test]
fn json_of_another_kind_is_well_formed() {
    for body in ["[]", "5", r#"{"mainSetting":{"@odata.type":5}}"#] {
        assert_eq!(fault::<Machine>(body, &ReadOptions::strict()).code(), ErrorCode::WRONG_TYPE, "{body}");
        assert_eq!(
            Delta::<Machine>::from_slice(body.as_bytes()).expect_err(body).code(),
            ErrorCode::WRONG_TYPE,
            "{body}"
        );
    }
}

#[test]
fn a_fault_of_the_text_is_told_before_one_of_a_late_type() {
    for (setting, column) in [
        (r##"{"name":"n" "@odata.type":"#workshop.none"}"##, 28),
        (r##"{"name":nul,"@odata.type":"#workshop.none"}"##, 27),
        (r##"{"name":nul,"@odata.type":"#workshop.\q"}"##, 27),
    ] {
        let body = format!(r#"{{"mainSetting":{setting}}}"#);
        let first = faults::<Machine>(&body, &ReadOptions::strict()).remove(0);
        assert_eq!((first.0, first.3), (ErrorCode::INVALID_JSON, column), "{body}");
    }
}

#[test]
fn a_client_reads_expanded_entities() {
    let body = br##"{"owner":"o","parts":[{"@odata.type":"#workshop.machine","owner":"p"}]}"##;
    let machine: Machine = codec::from_slice_with(body, &ReadOptions::client()).expect("an expanded response");
    let parts = machine.parts.get().expect("expanded");
    assert_eq!(parts[0].downcast_ref::<Machine>().map(|part| part.owner.as_str()), Some("p"));
    let machine: Machine =
        codec::from_slice_with(br#"{"owner":"o","parts":[]}"#, &ReadOptions::client()).expect("empty");
    assert_eq!(machine.parts.get().map(Vec::len), Some(0));
    let machine: Machine = codec::from_slice_with(br#"{"owner":"o"}"#, &ReadOptions::client()).expect("not expanded");
    assert!(machine.parts.is_absent());
}

#[test]
fn wide_numbers_are_strings_under_ieee754_compatible() {
    let body = br#"{"long":"9223372036854775807","price":"0.10"}"#;
    let vehicle: Vehicle = codec::from_slice_with(body, &ReadOptions::client()).expect("compatible");
    assert_eq!(vehicle.long, i64::MAX);
    assert_eq!(vehicle.price.map(|price| price.to_string()), Some("0.10".into()));
}

#[test]
fn members_of_enumeration_types_are_names_or_numbers_in_strings() {
    let colours = |json: &str| -> Vec<Colour> { codec::from_slice::<Vec<Colour>>(json.as_bytes()).expect(json) };
    assert_eq!(colours(r#"["red","1"]"#), [Colour::Red, Colour::Green]);
    assert!(matches!(&colours(r#"["cyan"]"#)[0], Colour::Other(member) if member.as_str() == "cyan"));
}

#[test]
fn a_stream_has_the_media_type_that_stands_before_or_behind() {
    for body in [
        r#"{"manual@odata.mediaContentType":"application/json","manual":{"a": 1.50}}"#,
        r#"{"manual":{"a": 1.50},"manual@odata.mediaContentType":"application/json"}"#,
    ] {
        let vehicle: Vehicle = codec::from_slice_with(body.as_bytes(), &ReadOptions::client()).expect(body);
        let stream = vehicle.manual.expect("it has a value");
        assert_eq!(stream.content(), &StreamContent::Json(r#"{"a": 1.50}"#.into()));
    }
    let body = br#"{"manual":"plain"}"#;
    let vehicle: Vehicle = codec::from_slice_with(body, &ReadOptions::client()).expect("text");
    assert_eq!(vehicle.manual, Some(Stream::from_text("plain")));
    for body in [
        r#"{"manual":null,"manual@odata.mediaContentType":"image/png"}"#,
        r#"{"manual@odata.mediaContentType":"image/png","manual":null}"#,
    ] {
        let vehicle: Vehicle = codec::from_slice_with(body.as_bytes(), &ReadOptions::client()).expect(body);
        assert_eq!(vehicle.manual, None, "{body}");
    }
}

#[test]
fn a_stream_is_read_as_it_was_written() {
    for (media_type, bytes) in [
        ("image/png", &b"abc"[..]),
        ("text/html", b"<p>"),
        ("application/json", b"\"text\""),
        ("application/json", b"5"),
        ("application/json", b"-2.5"),
        ("application/json", b"true"),
        ("application/geo+json", b"[1]"),
    ] {
        let manual = Stream::from_bytes(media_type, bytes.to_vec()).expect(media_type);
        let vehicle = Vehicle { manual: Some(manual.clone()), ..Vehicle::blank() };
        let written = codec::to_vec(&vehicle);
        let read: Vehicle = codec::from_slice_with(&written, &ReadOptions::stored()).expect(media_type);
        assert_eq!(read.manual, Some(manual.clone()), "{}", String::from_utf8_lossy(&written));
        let text = serde_json::to_string(&vehicle).expect("it can be written");
        let read: Vehicle = serde_json::from_str(&text).expect(media_type);
        assert_eq!(read.manual, Some(manual), "{text}");
    }
}

#[test]
fn what_is_no_media_type_or_does_not_fit_it_is_a_fault() {
    let insert = ReadOptions::insert().with_required(false);
    for (body, code, target) in [
        (r#"{"manual":"x","manual@odata.mediaContentType":5}"#, ErrorCode::WRONG_TYPE, "manual@odata.mediaContentType"),
        (r#"{"manual@odata.mediaContentType":"image/png","manual":"***"}"#, ErrorCode::INVALID_LITERAL, "manual"),
        (r#"{"manual@odata.mediaContentType":"image/png","manual":5}"#, ErrorCode::INVALID_LITERAL, "manual"),
    ] {
        let fault = fault::<Vehicle>(body, &insert);
        assert_eq!((fault.code(), fault.target()), (code, Some(target)), "{body}");
    }
}

#[test]
fn dynamic_properties_keep_values_and_types_but_no_null() {
    let body = br##"{"owner":"o","extra":[1,{"a":null}],"big@odata.type":"#Int64","big":1,"none":null,
        "note@odata.type":"#Date","note":"2024-02-29"}"##;
    let truck: Truck = codec::from_slice_with(body, &ReadOptions::client()).expect("an open type");
    assert_eq!(truck.more.get("extra"), Some(&serde_json::json!([1, {"a": null}])));
    let types = ["big", "note"].map(|name| truck.more.find(name).and_then(DynamicValue::type_name));
    assert_eq!(types, [Some("#Int64"), Some("#Date")]);
    assert_eq!(truck.more.len(), 3);
    let twice = r#"{"extra":1,"extra":2}"#;
    assert_eq!(fault::<Truck>(twice, &ReadOptions::client()).code(), ErrorCode::DUPLICATE_MEMBER);
}

#[test]
fn many_faults_are_told_in_time_that_grows_with_the_body() {
    let body = format!(r#"{{"readings":[{}"x"]}}"#, r#""x","#.repeat(100_000));
    let error = fault::<Vehicle>(&body, &ReadOptions::strict().with_required(false));
    let last = error.all().last().expect("a fault");
    assert_eq!((error.all().count(), last.target()), (100_001, Some("readings/100000")));
    assert_eq!(last.location().map(|location| location.column), Some(body.len() - 4));
}

#[test]
fn the_number_of_faults_that_are_told_has_a_limit() {
    let body = format!(r#"{{"readings":[{}"x"]}}"#, r#""x","#.repeat(99));
    let reported = |options: &ReadOptions| fault::<Vehicle>(&body, &options.clone().with_required(false)).all().count();
    assert_eq!((reported(&ReadOptions::insert()), reported(&ReadOptions::strict())), (32, 100));
}

#[test]
fn a_body_of_very_many_members_takes_no_time() {
    let members: Vec<_> = (0..100_000).map(|n| format!(r#""d{n}":0,"x{n}@odata.type":"\u0023Int64""#)).collect();
    let body = format!("{{{}}}", members.join(","));
    let started = std::time::Instant::now();
    let truck: Truck = codec::from_slice_with(body.as_bytes(), &ReadOptions::client()).expect("an open type");
    assert_eq!(truck.more.len(), 100_000);
    assert!(started.elapsed() < std::time::Duration::from_secs(10), "{:?}", started.elapsed());
}

#[test]
fn items_of_derived_types_may_be_null_or_boxed() {
    let json = br##"[null,{"name":"a","@odata.type":"#workshop.numberSetting","number":1},null]"##;
    let settings: Vec<Option<Box<AnyOf<Setting>>>> = codec::from_slice(json).expect("null items");
    assert!(settings[0].is_none() && settings[1].as_ref().is_some_and(|setting| setting.is::<NumberSetting>()));
    assert_eq!(fault::<Vec<AnyOf<Setting>>>("[5]", &ReadOptions::client()).code(), ErrorCode::WRONG_TYPE);
    assert_eq!(fault::<Vec<AnyOf<Setting>>>("[{}]", &ReadOptions::client()).code(), ErrorCode::TYPE_REQUIRED);
}
