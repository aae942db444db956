//! Streams: what the media type makes of a member.

use super::*;
use proptest::prelude::*;

fn content(media_type: &str, raw: &str) -> Result<StreamContent, InvalidLiteral> {
    let mut stream = Stream::default();
    stream.set_media_type(media_type)?;
    stream.set_json(raw)?;
    Ok(stream.content)
}

#[test]
fn the_media_type_decides_the_form() {
    let text = |text: &str| Ok(StreamContent::Text(text.into()));
    let json = |json: &str| Ok(StreamContent::Json(json.into()));
    let bytes = |bytes: &[u8]| Ok(StreamContent::Bytes(bytes.into()));
    for (media_type, raw, expected) in [
        ("text/plain", r#""a\u00e9""#, text("aé")),
        ("Text/HTML; charset=utf-8", r#""<p>""#, text("<p>")),
        ("text/plain", "1", Err(NOT_TEXT)),
        ("application/json", r#" {"a": [1, 2]} "#, json(r#"{"a": [1, 2]}"#)),
        ("application/json;odata.metadata=none", "null", json("null")),
        ("APPLICATION/geo+JSON", r#""\u0061\n""#, json(r#""a\n""#)),
        ("application/json", "{", Err(NOT_JSON)),
        ("application/json", "1 2", Err(NOT_JSON)),
        ("application/jsonl", r#""-_8=""#, bytes(&[0xfb, 0xff])),
        ("image/png", r#""+/8""#, bytes(&[0xfb, 0xff])),
        ("image/png", r#""a""#, Err(NOT_BASE64)),
        ("image/png", "{}", Err(NOT_BASE64)),
        ("image", "\"\"", Err(NOT_A_MEDIA_TYPE)),
        ("/png", "\"\"", Err(NOT_A_MEDIA_TYPE)),
        ("image/", "\"\"", Err(NOT_A_MEDIA_TYPE)),
        ("image/a b", "\"\"", Err(NOT_A_MEDIA_TYPE)),
        ("image/png;a=\r\n", "\"\"", Err(NOT_A_MEDIA_TYPE)),
    ] {
        assert_eq!(content(media_type, raw), expected, "{media_type} {raw}");
    }
}

#[test]
fn constructors_agree_with_what_is_read() {
    let read = |raw: &str| {
        let mut stream = Stream::default();
        stream.set_json(raw).map(|()| stream)
    };
    assert_eq!(Stream::from_text("a"), read(r#""a""#).unwrap());
    assert_eq!(Stream::from_json("[1]").unwrap(), read("[1]").unwrap());
    assert_ne!(Stream::from_json(r#""a""#).unwrap(), Stream::from_text("a"));
    assert_eq!(Stream::default(), Stream::from_text(""));
    assert_eq!(Stream::from_text("a").media_type(), "text/plain");
    assert_eq!(Stream::from_json("[1]").unwrap().media_type(), "application/json");
    assert!(Stream::from_json("[1").is_err());
}

#[test]
fn bytes_become_what_their_type_says() {
    let html = Stream::from_bytes("text/html", b"<p>".to_vec()).unwrap();
    assert_eq!(html.content(), &StreamContent::Text("<p>".into()));
    assert_eq!(html.media_type(), "text/html");
    let json = Stream::from_bytes("application/json", b" \"a\" ".to_vec()).unwrap();
    assert_eq!(json, Stream::from_json("\"a\"").unwrap());
    let png = Stream::from_bytes("image/png", vec![0xff]).unwrap();
    assert_eq!(png.content(), &StreamContent::Bytes(vec![0xff]));
    assert!(Stream::from_bytes("text/html", vec![0xff]).is_err());
    assert!(Stream::from_bytes("application/json", vec![0xff]).is_err());
    assert!(Stream::from_bytes("application/json", b"{".to_vec()).is_err());
    assert!(Stream::from_bytes("png", Vec::new()).is_err());
}

#[test]
fn an_error_changes_nothing() {
    let mut stream = Stream::from_text("no base64");
    assert_eq!(stream.set_media_type("image/png"), Err(NOT_BASE64));
    assert_eq!(stream, Stream::from_text("no base64"));
    stream.set_media_type("text/html").unwrap();
    assert_eq!(stream.set_json("1"), Err(NOT_TEXT));
    assert_eq!(stream.content(), &StreamContent::Text("no base64".into()));
}

fn any_media_type() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "text/plain",
        "text/html;charset=utf-8",
        "application/json",
        "application/problem+json",
        "application/octet-stream",
        "image/png",
        "nonsense",
    ])
}

fn any_raw() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_map(|text| serde_json::Value::from(text).to_string()),
        any::<Vec<u8>>().prop_map(|bytes| format!("\"{}\"", encode_base64url(&bytes))),
        any::<i64>().prop_map(|number| format!(" {{\"a\": [{number}]}}")),
        prop::sample::select(vec!["null", "\"\\u0061\"", "", "{", "\"", "\"\\ud800\""]).prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn the_order_of_value_and_media_type_is_indifferent(
        media_type in any_media_type(), raw in any_raw(),
    ) {
        let mut type_first = Stream::default();
        let type_first = type_first
            .set_media_type(media_type)
            .and_then(|()| type_first.set_json(&raw))
            .map(|()| type_first);
        let mut value_first = Stream::default();
        let value_first = value_first
            .set_json(&raw)
            .and_then(|()| value_first.set_media_type(media_type))
            .map(|()| value_first);
        prop_assert_eq!(type_first.is_ok(), value_first.is_ok());
        if let (Ok(type_first), Ok(value_first)) = (type_first, value_first) {
            prop_assert_eq!(type_first, value_first);
        }
    }

    #[test]
    fn strings_are_the_same_decoded_or_raw(media_type in any_media_type(), text: String) {
        let raw = serde_json::Value::from(text.as_str()).to_string();
        let mut stream = Stream::default();
        let decoded = stream
            .set_media_type(media_type)
            .and_then(|()| stream.set_text(&text))
            .map(|()| stream.content);
        prop_assert_eq!(decoded, content(media_type, &raw));
    }
}
