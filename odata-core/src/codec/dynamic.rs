//! Values of undeclared types, in the spelling of a version (OData JSON 4.01 §4.5, §4.5.3).
//!
//! They are kept in the spelling of 4.0, whatever they were read in, and written in the one that is requested.

use std::borrow::Cow;

use serde_json::Value;

use super::{
    Control, ODataVersion,
    control::{MemberName, respelled},
};
use crate::{
    json::{JsonError, JsonReader, JsonWriter, Token, read_exact_value},
    slot::{DynamicValue, normal_type},
};

/// Reads the value of a dynamic property.
pub(crate) fn read_dynamic(reader: &mut JsonReader<'_>) -> Result<DynamicValue, JsonError> {
    let at = reader.value_offset();
    let (value, exact) = read_exact_value(reader)?;
    let value = DynamicValue::exact(value, exact);
    normal(value).map_err(|error| JsonError::new(error.kind(), at))
}

/// Returns the value in the spelling of 4.0. Fails if that gives an object two members of the same name.
pub(crate) fn normal(value: DynamicValue) -> Result<DynamicValue, JsonError> {
    if !matches!(value.value(), Value::Array(_) | Value::Object(_)) {
        return Ok(value);
    }
    let spelled = match spelled_json(&value.json(), ODataVersion::V4_0) {
        Cow::Borrowed(_) => None,
        Cow::Owned(json) => Some(json),
    };
    match spelled {
        Some(json) => DynamicValue::of_json(&json),
        None => Ok(value),
    }
}

/// Returns a JSON text with control information in the spelling of a version.
pub(crate) fn spelled_json(json: &str, version: ODataVersion) -> Cow<'_, str> {
    // Names of control information have an `@`, which may be escaped.
    if !json.contains(['@', '\\']) {
        return json.into();
    }
    let mut writer = JsonWriter::with_buffer(Vec::with_capacity(json.len() + 16));
    let copied = JsonReader::new(json.as_bytes()).and_then(|mut reader| copy(&mut reader, &mut writer, version));
    match copied.map(|()| String::from_utf8(writer.into_bytes())) {
        Ok(Ok(spelled)) if spelled != json => spelled.into(),
        _ => json.into(),
    }
}

fn copy(reader: &mut JsonReader<'_>, writer: &mut JsonWriter, version: ODataVersion) -> Result<(), JsonError> {
    match reader.peek()? {
        Token::Object => {
            let mut open = b'{';
            reader.begin_object()?;
            while let Some(name) = reader.next_name()? {
                writer.byte(std::mem::replace(&mut open, b','));
                let is_type = matches!(
                    MemberName::of(name),
                    MemberName::Control(Control::Type) | MemberName::PropertyControl(_, Control::Type)
                );
                writer.string(&respelled(name, version));
                writer.byte(b':');
                if is_type && reader.peek()? == Token::String {
                    writer.string(&spelled_type(reader.string()?, version));
                } else {
                    copy(reader, writer, version)?;
                }
            }
            writer.raw(if open == b'{' { "{}" } else { "}" });
        }
        Token::Array => {
            let mut open = b'[';
            reader.begin_array()?;
            while reader.next_item()? {
                writer.byte(std::mem::replace(&mut open, b','));
                copy(reader, writer, version)?;
            }
            writer.raw(if open == b'[' { "[]" } else { "]" });
        }
        _ => writer.raw(reader.raw_value()?),
    }
    Ok(())
}

/// Returns the name of a type as control information of a version has it: built-in types are `#Int64` in 4.0 and
/// `Int64` in 4.01.
pub(crate) fn spelled_type(text: &str, version: ODataVersion) -> Cow<'_, str> {
    let normal = normal_type(text);
    let is_built_in = !normal.contains(['.', '/', ':', '(']);
    match version {
        ODataVersion::V4_01 if is_built_in => normal.trim_start_matches('#').to_owned().into(),
        _ => normal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_control_information_takes_the_spelling_of_the_version() {
        let old = r##"{"@odata.type":"#a.b","n@odata.type":"#Int64","n":1.50,"l":[{"@odata.type":"#a.c"},[]],"@my.term":{},"t":"@type"}"##;
        let new = r##"{"@type":"#a.b","n@type":"Int64","n":1.50,"l":[{"@type":"#a.c"},[]],"@my.term":{},"t":"@type"}"##;
        for json in [old, new] {
            assert_eq!(spelled_json(json, ODataVersion::V4_0), old);
            assert_eq!(spelled_json(json, ODataVersion::V4_01), new);
        }
        assert_eq!(spelled_json(r#"{"\u0040type":"a.b"}"#, ODataVersion::V4_0), r#"{"@odata.type":"a.b"}"#);
        for json in ["1.50", "null", "\"@type\"", "[]", "{}", r#"{ "a" : 1 }"#] {
            assert_eq!(spelled_json(json, ODataVersion::V4_0), json);
        }
    }

    #[test]
    fn names_of_built_in_types_differ_between_versions() {
        for (text, old, new) in [
            ("#Int64", "#Int64", "Int64"),
            ("Int64", "#Int64", "Int64"),
            ("#Edm.Int64", "#Int64", "Int64"),
            ("#Collection(Int64)", "#Collection(Int64)", "#Collection(Int64)"),
            ("Collection(Edm.Int64)", "#Collection(Int64)", "#Collection(Int64)"),
            ("#a.b", "#a.b", "#a.b"),
            ("#Collection(a.b)", "#Collection(a.b)", "#Collection(a.b)"),
            ("https://host/$metadata#a.b", "https://host/$metadata#a.b", "https://host/$metadata#a.b"),
            ("", "", ""),
        ] {
            assert_eq!(spelled_type(text, ODataVersion::V4_0), old);
            assert_eq!(spelled_type(text, ODataVersion::V4_01), new);
        }
    }
}
