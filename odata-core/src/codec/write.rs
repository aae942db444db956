//! The writer: one loop over the properties of a value.

use super::{ODataVersion, WriteOptions, written_alone};
use crate::{
    PropertySet,
    edm::{PropertyDescriptor, TypeDescriptor},
    json::{JsonWriter, write_value},
    slot::{DynamicValue, PropertyValue, Structured, ValueRef},
    value::{Stream, StreamContent, encode_base64url},
};

/// Writes a value in the spelling of OData 4.0.
pub fn to_vec<T: PropertyValue>(value: &T) -> Vec<u8> {
    to_vec_with(value, &WriteOptions::default())
}

/// Writes a value.
pub fn to_vec_with<T: PropertyValue>(value: &T, options: &WriteOptions<'_>) -> Vec<u8> {
    write_view(value.view(), options)
}

// Not generic, so that a type that is written adds next to no code.
fn write_view(value: ValueRef<'_>, options: &WriteOptions<'_>) -> Vec<u8> {
    let mut encoder = Encoder::new(options, Vec::with_capacity(1024));
    encoder.value(value, None, options.select);
    encoder.json.into_bytes()
}

/// Writes an entity or complex value behind what `out` holds already: its type first, then all properties in declared
/// order, null as null, without navigation properties that are absent, then the dynamic properties.
pub fn write_structured(value: &dyn Structured, options: &WriteOptions<'_>, out: &mut Vec<u8>) {
    let mut encoder = Encoder::new(options, std::mem::take(out));
    encoder.structured(value, None, options.select);
    *out = encoder.json.into_bytes();
}

/// Writes values.
pub(crate) struct Encoder<'o> {
    pub(crate) json: JsonWriter,
    options: &'o WriteOptions<'o>,
}

impl<'o> Encoder<'o> {
    /// Goes on behind `out`.
    pub(crate) fn new(options: &'o WriteOptions<'o>, out: Vec<u8>) -> Self {
        Self { json: JsonWriter::with_buffer(out), options }
    }

    /// Writes a value. `declared` is the structured type that is declared for it; none where it stands alone.
    pub(crate) fn value(
        &mut self,
        value: ValueRef<'_>,
        declared: Option<&'static TypeDescriptor>,
        select: Option<&PropertySet>,
    ) {
        match value {
            ValueRef::Structured(value) => self.structured(value, declared, select),
            ValueRef::List(list) => {
                self.json.byte(b'[');
                for index in 0..list.len() {
                    if index > 0 {
                        self.json.byte(b',');
                    }
                    self.value(list.item(index), declared, select);
                }
                self.json.byte(b']');
            }
            value => self.scalar(value),
        }
    }

    /// Writes a value that is neither structured nor a collection.
    fn scalar(&mut self, value: ValueRef<'_>) {
        let json = &mut self.json;
        match value {
            ValueRef::Text(text) => json.string(text),
            ValueRef::Null | ValueRef::Absent => json.null(),
            ValueRef::Boolean(value) => json.boolean(value),
            ValueRef::Int64(value) if self.options.ieee754_compatible => {
                json.byte(b'"');
                json.integer(value);
                json.byte(b'"');
            }
            ValueRef::Integer(value) | ValueRef::Int64(value) => json.integer(value),
            ValueRef::Single(value) => json.single(value),
            ValueRef::Double(value) => json.double(value),
            ValueRef::Decimal(value) if self.options.ieee754_compatible => json.string(value.as_str()),
            ValueRef::Decimal(value) => json.raw(value.as_str()),
            ValueRef::Enum(value) => json.string(value.name()),
            value => self.literal(value),
        }
    }

    /// Writes what stands in quotes but has nothing to escape.
    fn literal(&mut self, value: ValueRef<'_>) {
        if let ValueRef::Stream(stream) = value {
            return self.stream_content(stream);
        }
        self.json.byte(b'"');
        match value {
            ValueRef::Guid(guid) => self.json.raw(guid.hyphenated().encode_lower(&mut [0; 36])),
            ValueRef::Date(date) => self.json.append(|out| date.write_to(out)),
            ValueRef::TimeOfDay(time) => self.json.append(|out| time.write_to(out)),
            ValueRef::DateTimeOffset(instant) => self.json.append(|out| instant.write_to(out)),
            ValueRef::Duration(duration) => self.json.append(|out| duration.write_to(out)),
            ValueRef::Binary(bytes) => self.json.raw(&encode_base64url(bytes)),
            _ => {}
        }
        self.json.byte(b'"');
    }

    fn stream_content(&mut self, stream: &Stream) {
        match stream.content() {
            StreamContent::Text(text) => self.json.string(text),
            StreamContent::Json(json) => self.json.raw(json),
            StreamContent::Bytes(bytes) => self.json.string(&encode_base64url(bytes)),
        }
    }

    /// Writes an entity or a complex value: all of it, or the properties that are selected.
    pub(crate) fn structured(
        &mut self,
        value: &dyn Structured,
        declared: Option<&'static TypeDescriptor>,
        select: Option<&PropertySet>,
    ) {
        let descriptor = value.descriptor();
        self.json.byte(b'{');
        let mut members = Members::new();
        if written_alone(descriptor, declared) {
            members.next(&mut self.json);
            self.type_name(descriptor);
        }
        self.level(value, descriptor, select, &mut members);
        if descriptor.is_open {
            self.dynamic(value, select, &mut members);
        }
        self.json.byte(b'}');
    }

    fn level(
        &mut self,
        value: &dyn Structured,
        level: &'static TypeDescriptor,
        select: Option<&PropertySet>,
        members: &mut Members,
    ) {
        if let Some(base) = level.base {
            // The base's own accessors are nearer than those of the whole.
            self.level(value.base().unwrap_or(value), base, select, members);
        }
        for (index, property) in (usize::from(level.start)..).zip(level.own) {
            let child = match select {
                Some(select) if !select.contains(index) => continue,
                Some(select) => select.child(index),
                None => None,
            };
            match value.slot(index).view() {
                ValueRef::Text(text) => self.json.string_member(members.comma(), property.json, text),
                value => self.member(property, value, child, members),
            }
        }
    }

    /// Writes a property with its value.
    pub(crate) fn member(
        &mut self,
        property: &PropertyDescriptor,
        value: ValueRef<'_>,
        select: Option<&PropertySet>,
        members: &mut Members,
    ) {
        if matches!(value, ValueRef::Absent) {
            return;
        }
        members.next(&mut self.json);
        if let ValueRef::Stream(stream) = value {
            self.property_control(property.name, "mediaContentType");
            self.json.string(stream.media_type());
            self.json.byte(b',');
        }
        self.json.raw(property.json);
        match value {
            ValueRef::Structured(_) | ValueRef::List(_) => self.value(value, property.ty.edm.structured(), select),
            value => self.scalar(value),
        }
    }

    fn dynamic(&mut self, value: &dyn Structured, select: Option<&PropertySet>, members: &mut Members) {
        let Some(dynamic) = value.dynamic() else { return };
        for (name, value) in dynamic.iter() {
            if select.is_none_or(|select| select.contains_dynamic(name)) {
                self.dynamic_member(name, value, members);
            }
        }
    }

    /// Writes a dynamic property, and its type where it has one.
    pub(crate) fn dynamic_member(&mut self, name: &str, value: &DynamicValue, members: &mut Members) {
        members.next(&mut self.json);
        if let Some(type_name) = &value.type_name {
            self.property_control(name, "type");
            self.json.string(type_name);
            self.json.byte(b',');
        }
        self.json.string(name);
        self.json.byte(b':');
        write_value(&mut self.json, &value.value);
    }

    /// Writes the member `@odata.type`.
    pub(crate) fn type_name(&mut self, descriptor: &TypeDescriptor) {
        self.json.raw(match self.options.version {
            ODataVersion::V4_0 => "\"@odata.type\":\"#",
            ODataVersion::V4_01 => "\"@type\":\"#",
        });
        self.json.raw(descriptor.name);
        self.json.byte(b'"');
    }

    /// Writes the name of control information about a property, with the colon.
    fn property_control(&mut self, property: &str, control: &str) {
        let prefix = match self.options.version {
            ODataVersion::V4_0 => "odata.",
            ODataVersion::V4_01 => "",
        };
        self.json.string(&format!("{property}@{prefix}{control}"));
        self.json.byte(b':');
    }
}

/// Puts commas between members.
pub(crate) struct Members {
    any: bool,
}

impl Members {
    /// At the first member.
    pub(crate) const fn new() -> Self {
        Self { any: false }
    }

    /// Before a member.
    #[inline]
    pub(crate) fn next(&mut self, json: &mut JsonWriter) {
        if self.comma() {
            json.byte(b',');
        }
    }

    /// Whether a comma comes before the next member.
    #[inline]
    const fn comma(&mut self) -> bool {
        std::mem::replace(&mut self.any, true)
    }
}
