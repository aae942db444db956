//! Values without a declared type, as `serde_json` represents them.

use std::sync::LazyLock;

use super::{JsonError, JsonErrorKind, JsonReader, JsonWriter, Token};
use serde_json::{Map, Number, Value};

/// Reads the next value, whatever it is.
///
/// A number that is an `i64` or `u64` stays an integer, any other becomes an `f64`; negative zero is an `f64`, which
/// keeps its sign. Numbers beyond the range of `f64` and duplicate names in an object are refused. Where `serde_json`
/// is built with `arbitrary_precision`, all numbers keep their digits, and have no limit.
pub fn read_value(reader: &mut JsonReader) -> Result<Value, JsonError> {
    read(reader, &mut true)
}

/// Reads the next value, and its text if a number in it lost digits.
pub(crate) fn read_exact_value<'j>(reader: &mut JsonReader<'j>) -> Result<(Value, Option<&'j str>), JsonError> {
    let start = reader.value_offset();
    let mut is_exact = true;
    let value = read(reader, &mut is_exact)?;
    Ok((value, if is_exact { None } else { Some(reader.text_from(start)) }))
}

fn read(reader: &mut JsonReader, is_exact: &mut bool) -> Result<Value, JsonError> {
    Ok(match reader.peek()? {
        Token::Null => {
            reader.null()?;
            Value::Null
        }
        Token::Boolean => Value::Bool(reader.boolean()?),
        Token::Number => Value::Number(read_number(reader, is_exact)?),
        Token::String => Value::String(reader.string()?.to_owned()),
        Token::Object => Value::Object(read_object(reader, is_exact)?),
        Token::Array => Value::Array(read_array(reader, is_exact)?),
    })
}

/// Whether `serde_json` is built to keep numbers as text.
static KEEPS_DIGITS: LazyLock<bool> =
    LazyLock::new(|| "0.10".parse::<Number>().is_ok_and(|number| number.to_string() == "0.10"));

fn read_number(reader: &mut JsonReader, is_exact: &mut bool) -> Result<Number, JsonError> {
    let offset = reader.value_offset();
    let text = reader.number()?;
    if *KEEPS_DIGITS && let Ok(number) = text.parse() {
        *is_exact &= is_written_so(&number, text);
        return Ok(number);
    }
    if text != "-0" {
        if let Ok(integer) = text.parse::<i64>() {
            return Ok(integer.into());
        }
        if let Ok(integer) = text.parse::<u64>() {
            return Ok(integer.into());
        }
    }
    let float = text.parse().ok().and_then(Number::from_f64);
    let float = float.ok_or_else(|| JsonError::new(JsonErrorKind::NumberOutOfRange, offset))?;
    *is_exact &= is_written_so(&float, text);
    Ok(float)
}

fn is_written_so(number: &Number, text: &str) -> bool {
    number.to_string() == text
}

fn read_object(reader: &mut JsonReader, is_exact: &mut bool) -> Result<Map<String, Value>, JsonError> {
    let mut members = Map::new();
    reader.begin_object()?;
    while let Some(name) = reader.next_name()? {
        let name = name.to_owned();
        if members.contains_key(&name) {
            return Err(JsonError::new(JsonErrorKind::DuplicateMember, reader.name_offset()));
        }
        members.insert(name, read(reader, is_exact)?);
    }
    Ok(members)
}

fn read_array(reader: &mut JsonReader, is_exact: &mut bool) -> Result<Vec<Value>, JsonError> {
    let mut items = Vec::new();
    reader.begin_array()?;
    while reader.next_item()? {
        items.push(read(reader, is_exact)?);
    }
    Ok(items)
}

/// Writes `value` without white space.
pub fn write_value(writer: &mut JsonWriter, value: &Value) {
    match value {
        Value::Null => writer.null(),
        Value::Bool(value) => writer.boolean(*value),
        Value::Number(number) => write_number(writer, number),
        Value::String(text) => writer.string(text),
        Value::Array(items) => {
            writer.byte(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    writer.byte(b',');
                }
                write_value(writer, item);
            }
            writer.byte(b']');
        }
        Value::Object(members) => {
            writer.byte(b'{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    writer.byte(b',');
                }
                writer.string(name);
                writer.byte(b':');
                write_value(writer, value);
            }
            writer.byte(b'}');
        }
    }
}

fn write_number(writer: &mut JsonWriter, number: &Number) {
    // Zero as text can have a sign.
    if let Some(integer) = number.as_i64().filter(|integer| *integer != 0) {
        writer.integer(integer);
    } else if let Some(integer) = number.as_u64() {
        writer.unsigned(integer);
    } else {
        // Its own text, which keeps all digits even where serde_json is built to hold more than an
        // `f64`.
        writer.raw(&number.to_string());
    }
}
