//! Each fault has its kind and its offset, and leaves the reader at the documented position.

use super::{JsonError, JsonErrorKind, JsonReader, Limits, Token, read_value};
use serde_json::Value;

/// Reads the whole body, and fails with its fault.
fn check(body: &[u8]) -> Result<(), JsonError> {
    let mut reader = JsonReader::new(body)?;
    reader.skip_value()?;
    reader.finish()
}

#[track_caller]
fn assert_faults(kind: JsonErrorKind, faults: &[(&[u8], usize)]) {
    for &(body, offset) in faults {
        let expected = Err(JsonError::new(kind, offset));
        assert_eq!(check(body), expected, "{}", String::from_utf8_lossy(body));
    }
}

#[test]
fn invalid_utf8() {
    assert_faults(
        JsonErrorKind::InvalidUtf8,
        &[(b"\xFF", 0), (b"\"\xC3\"", 1), ("{\"ä\":\"\u{0}".as_bytes().split_at(3).0, 2)],
    );
}

#[test]
fn byte_order_mark() {
    assert_faults(JsonErrorKind::ByteOrderMark, &[(b"\xEF\xBB\xBF1", 0), (b"\xEF\xBB\xBF\xFF", 0)]);
}

#[test]
fn unexpected_end() {
    assert_faults(
        JsonErrorKind::UnexpectedEnd,
        &[
            (b"", 0),
            (b" \n", 2),
            (b"tru", 3),
            (b"[", 1),
            (b"[1", 2),
            (b"[1,", 3),
            (b"{", 1),
            (br#"{"a"#, 3),
            (br#"{"a""#, 4),
            (br#"{"a":"#, 5),
            (br#"{"a":1"#, 6),
            (br#"{"a":1,"#, 7),
            (br#"""#, 1),
            (br#""a\"#, 3),
            (br#""a\u00"#, 6),
            (br#""\ud83d\ude"#, 11),
            (b"-", 1),
            (b"1.", 2),
            (b"1e", 2),
            (b"1e+", 3),
        ],
    );
}

#[test]
fn unexpected_character() {
    assert_faults(
        JsonErrorKind::UnexpectedCharacter,
        &[
            (b"x", 0),
            (b"\0", 0),
            (b"+1", 0),
            (b".1", 0),
            (b"'a'", 0),
            (b"trUe", 2),
            (b"nul ", 3),
            (b"[,", 1),
            (b"[1,]", 3),
            (b"[1,,2]", 3),
            (b"[1 2]", 3),
            (b"[1}", 2),
            (b"{,", 1),
            (b"{]", 1),
            (br#"{"a":1,}"#, 7),
            (br#"{"a":1,,"b":2}"#, 7),
            (br#"{"a":1 "b":2}"#, 7),
            (br#"{"a" 1}"#, 5),
            (br#"{"a":}"#, 5),
            (br"{a:1}", 1),
            (b"\x0c1", 0),
            (b"\xC2\xA01", 0),
        ],
    );
}

#[test]
fn invalid_escape() {
    assert_faults(
        JsonErrorKind::InvalidEscape,
        &[
            (br#""a\x""#, 2),
            (br#""\'""#, 1),
            (br#""\U0041""#, 1),
            (br#""\u00g0""#, 1),
            (br#""\u+123""#, 1),
            (br#"{"\u123":1}"#, 2),
            (br#""\ud83d\u12""#, 7),
        ],
    );
}

#[test]
fn lone_surrogate() {
    assert_faults(
        JsonErrorKind::LoneSurrogate,
        &[
            (br#""a\ud83d""#, 2),
            (br#""\ude00""#, 1),
            (br#""\ud83d\n""#, 1),
            (br#""\ud83d\ud83d""#, 1),
            (br#""\ud83d\u0041""#, 1),
            (br#""\ude00\ud83d""#, 1),
        ],
    );
}

#[test]
fn control_character() {
    assert_faults(
        JsonErrorKind::ControlCharacter,
        &[(b"\"a\nb\"", 2), (b"\"\\n\0\"", 3), (b"\"\x1f\"", 1), (b"{\"12345678901234567890\t\":1}", 22)],
    );
}

#[test]
fn invalid_number() {
    assert_faults(
        JsonErrorKind::InvalidNumber,
        &[
            (b"[01]", 1),
            (b"00", 0),
            (b"-01", 0),
            (b"[-]", 1),
            (b"-x", 0),
            (b"1.e1", 0),
            (b"1.x", 0),
            (b" 1ex", 1),
            (b"1e+-1", 0),
        ],
    );
}

#[test]
fn trailing_characters() {
    assert_faults(
        JsonErrorKind::TrailingCharacters,
        &[(b"1 2", 2), (b"{}}", 2), (b"null,", 4), (b"nulll", 4), (b"1.2.3", 3), (b"\"\"\0", 2)],
    );
}

#[test]
fn too_deep() {
    let limits = Limits::new().with_depth(2);
    let skip = |body: &'static str| JsonReader::with_limits(body.as_bytes(), limits)?.skip_value();
    assert_eq!(skip(r#"[{"a":1},[],{}]"#), Ok(()));
    assert_eq!(skip("[1,[2,[3]]]"), Err(JsonError::new(JsonErrorKind::TooDeep, 6)));
    assert_eq!(skip(r#"[{"a": {}}]"#), Err(JsonError::new(JsonErrorKind::TooDeep, 7)));
}

#[test]
fn the_default_depth_is_64() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(check(nested(64).as_bytes()), Ok(()));
    assert_eq!(check(nested(65).as_bytes()), Err(JsonError::new(JsonErrorKind::TooDeep, 64)));
}

#[test]
fn nesting_may_be_as_deep_as_the_limit_says() {
    let limits = Limits::new().with_depth(u16::MAX);
    for depth in [63, 64, 65, 127, 128, 129, 65_534] {
        let odd = depth % 2 == 1;
        let open = r#"[{"a":"#.repeat(depth / 2) + if odd { "[" } else { "" };
        let close = if odd { "]" } else { "" }.to_owned() + &"},[]]".repeat(depth / 2);
        let middle = if odd { "" } else { "1" };
        let body = format!("{open}{middle}{close}");
        let mut reader = JsonReader::with_limits(body.as_bytes(), limits).unwrap();
        assert_eq!(reader.raw_value(), Ok(body.as_str()));
        assert_eq!(reader.finish(), Ok(()));
    }
}

#[test]
fn too_many_members() {
    let limits = Limits::new().with_members(3);
    let skip = |body: &'static str| JsonReader::with_limits(body.as_bytes(), limits)?.skip_value();
    assert_eq!(skip(r#"{"a":[1, 2]}"#), Ok(()));
    assert_eq!(skip("[1, 2,3, 4]"), Err(JsonError::new(JsonErrorKind::TooManyMembers, 9)));
    assert_eq!(skip(r#"[{"a":1, "b":2,"#), Err(JsonError::new(JsonErrorKind::UnexpectedEnd, 15)));
    assert_eq!(skip(r#"[{"a":1, "b":2, "c":3}]"#), Err(JsonError::new(JsonErrorKind::TooManyMembers, 16)));
}

#[test]
fn what_is_read_again_counts_once() {
    let limits = Limits::new().with_depth(1).with_members(2);
    let mut reader = JsonReader::with_limits(b"[1,2]", limits).unwrap();
    let mark = reader.mark();
    for _ in 0..3 {
        reader.rewind(mark);
        assert_eq!(reader.begin_array(), Ok(()));
        reader.rewind(mark);
        assert_eq!(reader.skip_value(), Ok(()));
    }
}

fn read(body: &str) -> Result<Value, JsonError> {
    read_value(&mut JsonReader::new(body.as_bytes())?)
}

#[test]
fn duplicate_member() {
    let duplicate = |offset| Err(JsonError::new(JsonErrorKind::DuplicateMember, offset));
    assert_eq!(read(r#"{"a":1, "b":2, "a":3}"#), duplicate(15));
    assert_eq!(read(r#"[{"a":{"a":1},"\u0061":3}]"#), duplicate(14));
}

#[test]
fn number_out_of_range() {
    let out_of_range = |offset| Err(JsonError::new(JsonErrorKind::NumberOutOfRange, offset));
    assert_eq!(read("[1, 1e309]"), out_of_range(4));
    assert_eq!(read("-1e309"), out_of_range(0));
    assert_eq!(check(b"1e309"), Ok(()));
}

#[test]
fn numbers_become_the_integer_they_are() {
    let read = |text| read(text).unwrap();
    assert_eq!(read("-9223372036854775808"), i64::MIN);
    assert_eq!(read("18446744073709551615"), u64::MAX);
    assert_eq!(read("18446744073709551616"), 18_446_744_073_709_551_616.0);
    assert_eq!(read("1.0"), 1.0);
    assert!(read("-0").as_f64().is_some_and(f64::is_sign_negative));
}

/// Returns all methods that read a value of one kind, by the kind.
fn read_as(reader: &mut JsonReader, token: Token) -> Result<(), JsonError> {
    match token {
        Token::Null => reader.null(),
        Token::Boolean => reader.boolean().map(drop),
        Token::Number => reader.number().map(drop),
        Token::String => reader.string().map(drop),
        Token::Object => reader.begin_object(),
        Token::Array => reader.begin_array(),
    }
}

#[test]
fn a_value_of_another_kind_is_left_to_be_read() {
    let values = [
        (Token::Null, "  null"),
        (Token::Boolean, "  false"),
        (Token::Number, "  -1.5e3"),
        (Token::String, "  \"x\""),
        (Token::Object, "  {}"),
        (Token::Array, "  []"),
    ];
    for (found, body) in values {
        for (wanted, _) in values {
            let mut reader = JsonReader::new(body.as_bytes()).unwrap();
            if wanted == found {
                assert_eq!(read_as(&mut reader, wanted), Ok(()));
            } else {
                let error = JsonError::new(JsonErrorKind::Expected(wanted), 2);
                assert_eq!(read_as(&mut reader, wanted), Err(error));
                assert_eq!(reader.peek(), Ok(found));
                assert_eq!(reader.raw_value(), Ok(body.trim_start()));
                assert_eq!(reader.finish(), Ok(()));
            }
        }
    }
}

#[test]
fn a_missing_value_is_an_error_for_every_kind() {
    for token in [Token::Null, Token::Boolean, Token::Number, Token::String, Token::Object, Token::Array] {
        for (body, kind) in [("", JsonErrorKind::UnexpectedEnd), ("]", JsonErrorKind::UnexpectedCharacter)] {
            let mut reader = JsonReader::new(body.as_bytes()).unwrap();
            assert_eq!(read_as(&mut reader, token), Err(JsonError::new(kind, 0)));
        }
    }
}

#[test]
fn offsets_follow_the_cursor() {
    let mut reader = JsonReader::new(br#"{ "a" : 1, "b": 2}"#).unwrap();
    reader.begin_object().unwrap();
    assert_eq!(reader.offset(), 1);
    assert_eq!(reader.next_name(), Ok(Some("a")));
    assert_eq!((reader.name_offset(), reader.offset()), (2, 7));
    assert_eq!(reader.value_offset(), 8);
    let mark = reader.mark();
    assert_eq!(reader.number(), Ok("1"));
    assert_eq!(reader.next_name(), Ok(Some("b")));
    assert_eq!(reader.name_offset(), 11);
    reader.rewind(mark);
    assert_eq!((reader.name_offset(), reader.offset()), (2, 8));
}

#[test]
fn a_mark_knows_whether_a_member_came_before() {
    let mut reader = JsonReader::new(br#"[{"a":[]}]"#).unwrap();
    reader.begin_array().unwrap();
    let first_item = reader.mark();
    assert_eq!(reader.next_item(), Ok(true));
    reader.begin_object().unwrap();
    let first_member = reader.mark();
    assert_eq!(reader.next_name(), Ok(Some("a")));
    reader.skip_value().unwrap();
    reader.rewind(first_member);
    assert_eq!(reader.next_name(), Ok(Some("a")));
    reader.rewind(first_item);
    assert_eq!(reader.next_item(), Ok(true));
}

#[test]
fn errors_are_small_and_clear() {
    assert_eq!(size_of::<Result<&str, JsonError>>(), size_of::<&str>());
    let error = JsonError::new(JsonErrorKind::Expected(Token::Object), 7);
    assert_eq!(error.to_string(), "an object was expected (at byte 7)");
    assert_eq!((error.kind(), error.offset()), (JsonErrorKind::Expected(Token::Object), 7));
}

#[test]
fn a_name_is_taken_as_written_or_not_at_all() {
    let mut reader = JsonReader::new(b" {\n\"a\": 1 , \"b\":2,\"c\" :3,\"\\u0064\":4, \"e\":5}").expect("UTF-8");
    reader.begin_object().expect("an object");
    assert_eq!(reader.take_name("\"b\":"), Ok(false));
    assert_eq!(reader.take_name("\"a\":"), Ok(true));
    assert_eq!(reader.name_offset(), 3);
    assert_eq!(reader.number(), Ok("1"));
    assert_eq!(reader.take_name("\"b\":"), Ok(true));
    assert_eq!(reader.number(), Ok("2"));
    // White space before the colon, and escapes, are for `next_name`.
    for (written, name, value) in [("\"c\":", "c", "3"), ("\"d\":", "d", "4")] {
        assert_eq!(reader.take_name(written), Ok(false));
        assert_eq!(reader.next_name(), Ok(Some(name)));
        assert_eq!(reader.number(), Ok(value));
    }
    assert_eq!(reader.take_name("\"e\":"), Ok(true));
    assert_eq!(reader.number(), Ok("5"));
    assert_eq!(reader.take_name("\"e\":"), Ok(false));
    assert_eq!(reader.next_name(), Ok(None));
}

#[test]
fn a_name_that_is_taken_counts_as_a_member() {
    let limits = Limits::new().with_members(1);
    let mut reader = JsonReader::with_limits(br#"{"a":1,"b":2}"#, limits).expect("UTF-8");
    reader.begin_object().expect("an object");
    assert_eq!(reader.take_name("\"a\":"), Ok(true));
    reader.skip_value().expect("a value");
    assert!(matches!(reader.take_name("\"b\":"), Err(error) if error.kind() == JsonErrorKind::TooManyMembers));
}
