//! Serializing with serde.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use crate::{
    codec::{Control, ODataVersion, WriteOptions, spelled_json, written_alone},
    edm::TypeDescriptor,
    geo,
    slot::{Slot, Structured, Unknown, ValueRef},
    value::{StreamContent, encode_base64url},
};

/// Implements `Serialize` of a derived type.
pub fn serialize<S: Serializer>(value: &dyn Slot, serializer: S) -> Result<S::Ok, S::Error> {
    View { value: value.view(), declared: None }.serialize(serializer)
}

/// A value, and the structured type that is declared for it; `None` if it is the whole document.
struct View<'a> {
    value: ValueRef<'a>,
    declared: Option<&'static TypeDescriptor>,
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            ValueRef::Absent | ValueRef::Null => serializer.serialize_unit(),
            ValueRef::Boolean(value) => serializer.serialize_bool(value),
            ValueRef::Integer(value) | ValueRef::Int64(value) => serializer.serialize_i64(value),
            ValueRef::Single(value) if value.is_finite() => serializer.serialize_f32(value),
            ValueRef::Single(value) => serializer.serialize_str(not_a_number(value.into())),
            ValueRef::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            ValueRef::Double(value) => serializer.serialize_str(not_a_number(value)),
            ValueRef::Decimal(value) => value.get().serialize(serializer),
            ValueRef::Text(text) => serializer.serialize_str(text),
            ValueRef::Binary(bytes) => serializer.serialize_str(&encode_base64url(bytes)),
            ValueRef::Guid(value) => serializer.collect_str(value),
            ValueRef::Date(value) => serializer.collect_str(&value),
            ValueRef::TimeOfDay(value) => serializer.collect_str(&value),
            ValueRef::DateTimeOffset(value) => serializer.collect_str(&value),
            ValueRef::Duration(value) => serializer.collect_str(&value),
            ValueRef::Stream(stream) => match stream.content() {
                StreamContent::Text(text) => serializer.serialize_str(text),
                StreamContent::Bytes(bytes) => serializer.serialize_str(&encode_base64url(bytes)),
                StreamContent::Json(json) => json_value::<S>(json)?.serialize(serializer),
            },
            ValueRef::Geo(value) => geo::serialize(value, serializer),
            ValueRef::Untyped(value) => {
                json_value::<S>(&spelled_json(value.json(), ODataVersion::V4_0))?.serialize(serializer)
            }
            ValueRef::Enum(value) => serializer.serialize_str(value.name()),
            ValueRef::Structured(value) => structured(value, self.declared, serializer),
            ValueRef::List(list) => {
                serializer.collect_seq(list.items().map(|value| View { value, declared: self.declared }))
            }
        }
    }
}

/// Converts a JSON text to a value of any format.
fn json_value<S: Serializer>(json: &str) -> Result<serde_json::Value, S::Error> {
    serde_json::from_str(json).map_err(serde::ser::Error::custom)
}

fn not_a_number(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "INF"
    } else {
        "-INF"
    }
}

/// Returns the name in the one spelling that serde writes.
fn name_of(control: Control) -> &'static str {
    control.name(ODataVersion::V4_0)
}

fn structured<S: Serializer>(
    value: &dyn Structured,
    declared: Option<&'static TypeDescriptor>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let descriptor = value.descriptor();
    let mut map = serializer.serialize_map(None)?;
    let unknown = value.unknown();
    if let Some(unknown) = unknown {
        map.serialize_entry(name_of(Control::Type), &format_args!("#{}", unknown.type_name()))?;
    } else if written_alone(descriptor, declared, &WriteOptions::default()) {
        map.serialize_entry(name_of(Control::Type), &format_args!("#{}", descriptor.name))?;
    }
    level(value, descriptor, &mut map)?;
    if descriptor.is_open
        && let Some(dynamic) = value.dynamic()
    {
        for (name, value) in dynamic.iter() {
            // No object has two members of the same name.
            if descriptor.find(name).is_some() {
                continue;
            }
            if let Some(type_name) = value.type_name() {
                map.serialize_entry(&(name.to_owned() + name_of(Control::Type)), type_name)?;
            }
            match value.value() {
                Value::Array(_) | Value::Object(_) => {
                    map.serialize_entry(name, &json_value::<S>(&spelled_json(&value.json(), ODataVersion::V4_0))?)?;
                }
                scalar => map.serialize_entry(name, scalar)?,
            }
        }
    }
    for (name, member) in unknown.into_iter().flat_map(Unknown::members) {
        if value.dynamic().is_some_and(|dynamic| dynamic.find(name).is_some()) {
            continue;
        }
        for (control, text) in [(Control::Type, member.type_name()), (Control::MediaContentType, member.media_type())] {
            if let Some(text) = text {
                map.serialize_entry(&(name.to_owned() + name_of(control)), text)?;
            }
        }
        let json = if member.media_type().is_some() {
            member.json().into()
        } else {
            spelled_json(member.json(), ODataVersion::V4_0)
        };
        map.serialize_entry(name, &json_value::<S>(&json)?)?;
    }
    map.end()
}

fn level<M: SerializeMap>(
    value: &dyn Structured,
    level_: &'static TypeDescriptor,
    map: &mut M,
) -> Result<(), M::Error> {
    if let Some(base) = level_.base {
        level(value, base, map)?;
    }
    for (own, property) in level_.own.iter().enumerate() {
        let view = value.slot(level_.start as usize + own).view();
        if matches!(view, ValueRef::Absent) {
            continue;
        }
        if let ValueRef::Stream(stream) = view {
            map.serialize_entry(&(property.name.to_owned() + name_of(Control::MediaContentType)), stream.media_type())?;
        }
        let declared = if property.ty.edm.is_primitive() { None } else { property.ty.edm.structured() };
        map.serialize_entry(property.name, &View { value: view, declared })?;
    }
    Ok(())
}
