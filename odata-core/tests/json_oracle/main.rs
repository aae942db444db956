//! The token layer against `serde_json`: the same bodies are JSON to both, with the same content.

mod generate;
mod layout;
mod walk;

use generate::{document, finite, mutate, mutation, soup, text};
use layout::{Layout, spaces};
use odata_core::json::{JsonErrorKind, JsonReader, JsonWriter, Limits, path_at, read_value, write_value};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use walk::Walk;

/// `serde_json` refuses the 128th level of nesting.
const LIMITS: Limits = Limits::new().with_depth(127).with_members(u32::MAX);

fn read(body: &[u8]) -> Result<Value, JsonErrorKind> {
    let mut reader = JsonReader::with_limits(body, LIMITS).map_err(|error| error.kind())?;
    let value = read_value(&mut reader).map_err(|error| error.kind())?;
    reader.finish().map_err(|error| error.kind())?;
    Ok(value)
}

fn tokens_are_valid(body: &[u8]) -> bool {
    JsonReader::with_limits(body, LIMITS)
        .and_then(|mut reader| reader.skip_value().and_then(|()| reader.finish()))
        .is_ok()
}

/// Checks that both find `body` valid, with the same content, or neither does, except for two things: duplicate
/// names, of which `serde_json` takes the last, and numbers that are JSON but not an `f64`.
fn assert_same_verdict(body: &[u8]) -> Result<(), TestCaseError> {
    let ours = read(body);
    match serde_json::from_slice::<Value>(body) {
        Ok(theirs) => {
            prop_assert!(tokens_are_valid(body));
            match ours {
                Ok(ours) => prop_assert!(nearly_equal(&ours, &theirs), "{ours} {theirs}"),
                Err(kind) => prop_assert_eq!(kind, JsonErrorKind::DuplicateMember),
            }
        }
        Err(error) if error.to_string().starts_with("number out of range") => {
            // A duplicate can come before the number, broken UTF-8 anywhere.
            let refused = [JsonErrorKind::NumberOutOfRange, JsonErrorKind::DuplicateMember, JsonErrorKind::InvalidUtf8];
            prop_assert!(ours.is_err_and(|kind| refused.contains(&kind)), "{error}");
        }
        Err(error) => {
            prop_assert!(ours.is_err(), "{error}");
            prop_assert!(!tokens_are_valid(body), "{error}");
        }
    }
    Ok(())
}

/// Equal, but for the last bits of floats: `serde_json` does not always find the nearest one.
fn nearly_equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.all(|(one, other)| nearly_equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let same = |(name, one)| other.get(name).is_some_and(|other| nearly_equal(one, other));
            one.len() == other.len() && one.iter().all(same)
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let bits = [one, other].map(|number| number.as_f64().unwrap().to_bits());
            bits[0].abs_diff(bits[1]) <= 8
        }
        _ => one == other,
    }
}

/// A string of nothing but escapes, one for each unit of UTF-16.
fn escaped(units: impl IntoIterator<Item = u16>) -> String {
    let escapes = units.into_iter().map(|unit| format!("\\u{unit:04x}"));
    format!("\"{}\"", escapes.collect::<Vec<_>>().concat())
}

proptest! {
    #[test]
    fn documents_are_read_as_they_were_written(document in document()) {
        prop_assert_eq!(read(&serde_json::to_vec(&document)?), Ok(document.clone()));
        prop_assert_eq!(read(&serde_json::to_vec_pretty(&document)?), Ok(document));
    }

    #[test]
    fn documents_are_written_as_they_are_read(document in document()) {
        let mut writer = JsonWriter::new();
        write_value(&mut writer, &document);
        prop_assert_eq!(writer.into_bytes(), serde_json::to_vec(&document)?);
    }

    #[test]
    fn mutated_documents_have_the_same_verdict(
        document in document(),
        mutations in vec(mutation(), 1..4),
    ) {
        assert_same_verdict(&mutate(document.to_string().into_bytes(), mutations))?;
    }

    #[test]
    fn soup_has_the_same_verdict(body in soup()) {
        assert_same_verdict(&body)?;
        assert_same_verdict(&[b"[", &body[..], b"]"].concat())?;
        assert_same_verdict(&[b"\"", &body[..], b"\""].concat())?;
        assert_same_verdict(&[b"{\"a\":", &body[..], b"}"].concat())?;
    }

    #[test]
    fn numbers_have_the_same_verdict(number in "-?[0-9]{0,3}[.]?[0-9]{0,2}([eE][-+]?[0-9]{0,3})?") {
        assert_same_verdict(number.as_bytes())?;
    }

    #[test]
    fn escaped_strings_are_decoded(text in text()) {
        let body = escaped(text.encode_utf16());
        let mut reader = JsonReader::new(body.as_bytes()).unwrap();
        prop_assert_eq!(reader.string(), Ok(text.as_str()));
    }

    #[test]
    fn surrogates_have_the_same_verdict(units in vec(0xD700u16..0xE100, 0..4)) {
        assert_same_verdict(escaped(units).as_bytes())?;
    }

    #[test]
    fn written_strings_are_read_back(text in text()) {
        let mut writer = JsonWriter::new();
        writer.string(&text);
        prop_assert_eq!(serde_json::from_slice::<String>(writer.as_bytes())?, text);
    }

    #[test]
    fn written_numbers_are_read_back(integer: i64, double in finite(), bits: u32) {
        let mut writer = JsonWriter::new();
        writer.integer(integer);
        prop_assert_eq!(serde_json::from_slice::<i64>(writer.as_bytes())?, integer);

        let mut writer = JsonWriter::new();
        writer.double(double);
        prop_assert!(serde_json::from_slice::<Value>(writer.as_bytes())?.is_number());
        let text = String::from_utf8(writer.into_bytes())?;
        prop_assert_eq!(text.parse::<f64>()?.to_bits(), double.to_bits());

        let single = f32::from_bits(bits);
        let mut writer = JsonWriter::new();
        writer.single(single);
        let is_number = serde_json::from_slice::<Value>(writer.as_bytes())?.is_number();
        prop_assert_eq!(is_number, single.is_finite());
        if is_number {
            let text = String::from_utf8(writer.into_bytes())?;
            prop_assert_eq!(text.parse::<f32>()?.to_bits(), bits);
        }
    }

    #[test]
    fn skipping_ends_where_reading_does(document in document(), spaces in spaces()) {
        let body = format!("[{},0]", Layout::of(&document, &spaces).body);
        let mut reader = JsonReader::new(body.as_bytes()).unwrap();
        reader.begin_array().unwrap();
        reader.next_item().unwrap();
        let start = reader.mark();
        prop_assert_eq!(read_value(&mut reader), Ok(document.clone()));
        let end = reader.offset();
        reader.rewind(start);
        let raw = reader.raw_value().unwrap();
        prop_assert_eq!(reader.offset(), end);
        prop_assert_eq!(read(raw.as_bytes()), Ok(document));
        prop_assert_eq!(raw.trim(), raw);
        prop_assert_eq!(reader.next_item(), Ok(true));
        prop_assert_eq!(reader.number(), Ok("0"));
    }

    #[test]
    fn rewinding_gives_the_same_tokens_again(document in document(), prefix in 0usize..40) {
        let body = document.to_string();
        let mut reader = JsonReader::new(body.as_bytes()).unwrap();
        let mut walk = Walk::default();
        for _ in 0..prefix {
            walk.next(&mut reader);
        }
        let mark = reader.mark();
        let first = walk.clone().rest(&mut reader);
        prop_assert_eq!(reader.finish(), Ok(()));
        reader.rewind(mark);
        prop_assert_eq!(walk.rest(&mut reader), first);
        prop_assert_eq!(reader.finish(), Ok(()));
    }

    #[test]
    fn every_token_has_its_path(document in document(), spaces in spaces()) {
        let Layout { body, tokens, .. } = Layout::of(&document, &spaces);
        prop_assert_eq!(read(body.as_bytes()), Ok(document));
        for (range, path) in tokens {
            for offset in range.clone() {
                prop_assert_eq!(&path_at(body.as_bytes(), offset), &path, "{} {}", body, offset);
            }
            // What follows the token does not matter.
            let broken = [&body.as_bytes()[..range.end], b"\xFF\"]"].concat();
            prop_assert_eq!(&path_at(&broken, range.start), &path);
        }
    }

    #[test]
    fn any_offset_of_any_bytes_has_a_path(body in soup(), offset in 0usize..80) {
        // A body is at most as deep as it is long, and has no names but its own.
        let names = path_at(&body, offset).split('/').filter(|name| !name.is_empty()).count();
        prop_assert!(names <= body.len());
    }
}
