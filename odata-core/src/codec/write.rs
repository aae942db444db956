//! The writer: one loop over the properties of a value.

use serde_json::Value;

use super::{
    Control, WriteOptions,
    commas::Commas,
    dynamic::{spelled_json, spelled_type},
    stream::information,
    written_alone,
};
use crate::{
    PropertySet,
    edm::{PropertyDescriptor, TypeDescriptor},
    json::{JsonWriter, write_value},
    slot::{DynamicValue, EntityValue, PropertyValue, RawValue, Structured, Unknown, ValueRef},
    value::{Decimal, Stream, StreamContent, encode_base64url},
};

/// Writes a value in the spelling of OData 4.0.
pub fn to_vec<T: PropertyValue>(value: &T) -> Vec<u8> {
    to_vec_with(value, &WriteOptions::default())
}

/// Writes a value in the spelling and with the properties that the options name.
pub fn to_vec_with<T: PropertyValue>(value: &T, options: &WriteOptions<'_>) -> Vec<u8> {
    write_view(value.view(), options)
}

// Not generic, so that each type adds next to no code.
fn write_view(value: ValueRef<'_>, options: &WriteOptions<'_>) -> Vec<u8> {
    let mut encoder = Encoder::new(options, Vec::with_capacity(1024));
    encoder.value(value, None, options.select);
    encoder.json.into_bytes()
}

/// Writes the body of a request that creates an entity: no computed properties, and the type unless it derives from
/// none, so that it can only be the declared one (OData JSON 4.01 §4.5.3).
///
/// Related entities that are set are written with it, without their computed properties: a deep insert (OData Protocol
/// 4.01 §11.4.2.2).
///
/// ```
/// use odata_core::{Nav, ODataEntity, codec};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// struct Vehicle {
///     #[odata(key, computed)]
///     id: String,
///     seats: i32,
///     trips: Nav<Vec<Vehicle>>,
/// }
///
/// let vehicle = Vehicle { id: String::new(), seats: 2, trips: Nav::absent() };
/// assert_eq!(codec::to_insert_body(&vehicle), br#"{"seats":2}"#);
/// ```
pub fn to_insert_body<T: EntityValue>(value: &T) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    write_insert_body(value.as_structured(), &WriteOptions::default(), &mut out);
    out
}

/// Writes the body of a request that creates an entity, as [`to_insert_body`] does, after the content of `out`.
pub fn write_insert_body(value: &dyn Structured, options: &WriteOptions<'_>, out: &mut Vec<u8>) {
    let mut encoder = Encoder { form: Form::Creation, ..Encoder::new(options, std::mem::take(out)) };
    let descriptor = value.descriptor();
    let declared = if descriptor.base.is_some() { None } else { Some(descriptor) };
    encoder.structured(value, declared, options.select);
    *out = encoder.json.into_bytes();
}

/// Writes an entity or complex value after the content of `out`: its type first, then all properties in declared
/// order, null as null, without navigation properties that are absent, then the dynamic properties.
pub fn write_structured(value: &dyn Structured, options: &WriteOptions<'_>, out: &mut Vec<u8>) {
    let mut encoder = Encoder::new(options, std::mem::take(out));
    encoder.structured(value, None, options.select);
    *out = encoder.json.into_bytes();
}

/// The purpose for which values are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// To represent all of them.
    Representation,
    /// To create an entity: without computed properties (OData Protocol 4.01 §11.4.2).
    Creation,
    /// To update an entity: nested values are new as a whole, and related entities have requests of their own
    /// (OData Protocol 4.01 §11.4.3).
    Change,
}

pub(crate) struct Encoder<'o> {
    pub(crate) json: JsonWriter,
    options: &'o WriteOptions<'o>,
    form: Form,
}

impl<'o> Encoder<'o> {
    /// Creates an encoder that writes representations after the content of `out`.
    pub(crate) fn new(options: &'o WriteOptions<'o>, out: Vec<u8>) -> Self {
        Self { json: JsonWriter::with_buffer(out), options, form: Form::Representation }
    }

    /// Creates an encoder that writes the body of an update after the content of `out`.
    pub(crate) fn of_change(options: &'o WriteOptions<'o>, out: Vec<u8>) -> Self {
        Self { form: Form::Change, ..Self::new(options, out) }
    }

    /// Returns whether the property is left out of a value that is written as a whole.
    #[inline]
    fn omits(&self, property: &PropertyDescriptor) -> bool {
        match self.form {
            Form::Representation => false,
            Form::Creation => property.flags.is_computed(),
            Form::Change => !property.is_insertable(),
        }
    }

    /// Writes a value. `declared` is the structured type that is declared for it; `None` if it is the whole body.
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
            ValueRef::Decimal(value) => value.with(|value| self.decimal(value)),
            ValueRef::Enum(value) => json.string(&value.name()),
            value => self.literal(value),
        }
    }

    fn decimal(&mut self, value: &Decimal) {
        let keeps_exponents = self.options.keeps_exponents();
        let text = if keeps_exponents { value.as_str().into() } else { value.without_exponent() };
        if self.options.ieee754_compatible {
            self.json.string(&text);
        } else {
            self.json.raw(&text);
        }
    }

    /// Writes a value that has quotes but nothing to escape, or that is JSON already.
    fn literal(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Stream(stream) => return self.stream_content(stream),
            ValueRef::Geo(value) => return self.json.raw(&value.json()),
            ValueRef::Untyped(value) => return self.json.raw(&spelled_json(value.json(), self.options.version)),
            _ => {}
        }
        self.json.byte(b'"');
        match value {
            ValueRef::Guid(guid) => self.json.raw(guid.hyphenated().encode_lower(&mut [0; 36])),
            ValueRef::Date(date) => date.with(|date| self.json.append(|out| date.write_to(out))),
            ValueRef::TimeOfDay(time) => time.with(|time| self.json.append(|out| time.write_to(out))),
            ValueRef::DateTimeOffset(instant) => instant.with(|instant| self.json.append(|out| instant.write_to(out))),
            ValueRef::Duration(duration) => duration.with(|duration| self.json.append(|out| duration.write_to(out))),
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
            StreamContent::Elsewhere => self.json.null(),
        }
    }

    /// Writes an entity or a complex value: all of it, or the selected properties.
    pub(crate) fn structured(
        &mut self,
        value: &dyn Structured,
        declared: Option<&'static TypeDescriptor>,
        select: Option<&PropertySet>,
    ) {
        let descriptor = value.descriptor();
        self.json.byte(b'{');
        let mut members = Commas::new();
        let unknown = value.unknown();
        if unknown.is_some() || written_alone(descriptor, declared, self.options) {
            members.next(&mut self.json);
            match unknown {
                Some(unknown) => self.unknown_type(unknown.type_name()),
                None => self.type_name(descriptor),
            }
        }
        self.level(value, descriptor, select, &mut members);
        if descriptor.is_open {
            self.dynamic(value, select, &mut members);
        }
        if let Some(unknown) = unknown {
            self.unknown(unknown, select, &mut members);
        }
        self.json.byte(b'}');
    }

    fn level(
        &mut self,
        value: &dyn Structured,
        level: &'static TypeDescriptor,
        select: Option<&PropertySet>,
        members: &mut Commas,
    ) {
        if let Some(base) = level.base {
            // The accessors of the base take fewer steps than those of the whole.
            self.level(value.base().unwrap_or(value), base, select, members);
        }
        // A position means something else in a type that is not a base of the selected one.
        if select.is_some_and(|select| !select.descriptor().derives_from(level)) {
            return;
        }
        for (index, property) in (usize::from(level.start)..).zip(level.own) {
            if self.omits(property) {
                continue;
            }
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
        members: &mut Commas,
    ) {
        if matches!(value, ValueRef::Absent) {
            return;
        }
        if let ValueRef::Stream(stream) = value {
            return self.stream(property, stream, members);
        }
        members.next(&mut self.json);
        self.json.raw(property.json);
        match value {
            ValueRef::Structured(_) | ValueRef::List(_) => {
                // Without a type name, a single value would keep the type of the value that it changes.
                let is_exact = self.form == Form::Change && property.ty.polymorphic && !property.ty.collection;
                let declared = if is_exact { None } else { property.ty.edm.structured() };
                self.value(value, declared, select);
            }
            value => self.scalar(value),
        }
    }

    /// Writes a stream with what belongs to it. A request has the media type of a stream that is inline, and nothing of
    /// one that is elsewhere.
    fn stream(&mut self, property: &PropertyDescriptor, stream: &Stream, members: &mut Commas) {
        let is_request = self.form != Form::Representation;
        if is_request && !stream.is_inline() {
            return;
        }
        for (control, text) in information(stream) {
            if !is_request || control == Control::MediaContentType {
                members.next(&mut self.json);
                self.property_control(property.name, control);
                self.json.string(text);
            }
        }
        if stream.is_inline() {
            members.next(&mut self.json);
            self.json.raw(property.json);
            self.stream_content(stream);
        }
    }

    fn dynamic(&mut self, value: &dyn Structured, select: Option<&PropertySet>, members: &mut Commas) {
        let Some(dynamic) = value.dynamic() else { return };
        let value_type = value.descriptor();
        let is_related = |set: &PropertySet| value_type.chain().any(|level| set.descriptor().derives_from(level));
        if select.is_some_and(|select| !is_related(select)) {
            return;
        }
        for (name, value) in dynamic.iter() {
            let is_selected = select.is_none_or(|select| select.contains_dynamic(name));
            // No object has two members of the same name.
            if is_selected && value_type.find(name).is_none() {
                self.dynamic_member(name, value, members);
            }
        }
    }

    /// Writes a dynamic property, and its type where it has one.
    pub(crate) fn dynamic_member(&mut self, name: &str, value: &DynamicValue, members: &mut Commas) {
        members.next(&mut self.json);
        if let Some(type_name) = value.type_name() {
            self.property_control(name, Control::Type);
            self.json.string(&spelled_type(type_name, self.options.version));
            self.json.byte(b',');
        }
        self.json.string(name);
        self.json.byte(b':');
        if value.is_exact() && !matches!(value.value(), Value::Array(_) | Value::Object(_)) {
            write_value(&mut self.json, value.value());
        } else {
            self.json.raw(&spelled_json(&value.json(), self.options.version));
        }
    }

    /// Writes the member `@odata.type`.
    pub(crate) fn type_name(&mut self, descriptor: &TypeDescriptor) {
        self.json.raw(Control::Type.key(self.options.version));
        self.json.raw("\"#");
        self.json.raw(descriptor.name);
        self.json.byte(b'"');
    }

    /// Writes the member `@odata.type` of a value whose type the program does not know.
    #[cold]
    pub(crate) fn unknown_type(&mut self, type_name: &str) {
        self.json.raw(Control::Type.key(self.options.version));
        self.json.string(&format!("#{type_name}"));
    }

    #[cold]
    fn unknown(&mut self, value: &Unknown, select: Option<&PropertySet>, members: &mut Commas) {
        for (name, member) in value.members() {
            let is_dynamic = value.dynamic().is_some_and(|dynamic| dynamic.find(name).is_some());
            if !is_dynamic && select.is_none_or(|select| select.contains_dynamic(name)) {
                self.raw_member(name, member, members);
            }
        }
    }

    /// Writes a member that no type declares, unchanged.
    pub(crate) fn raw_member(&mut self, name: &str, value: &RawValue, members: &mut Commas) {
        members.next(&mut self.json);
        let type_name = value.type_name().map(|type_name| spelled_type(type_name, self.options.version));
        for (control, text) in [(Control::Type, type_name.as_deref()), (Control::MediaContentType, value.media_type())]
        {
            if let Some(text) = text {
                self.property_control(name, control);
                self.json.string(text);
                self.json.byte(b',');
            }
        }
        self.json.string(name);
        self.json.byte(b':');
        // A stream may hold any JSON.
        if value.media_type().is_some() {
            self.json.raw(value.json());
        } else {
            self.json.raw(&spelled_json(value.json(), self.options.version));
        }
    }

    /// Writes the name of control information about a property, with the colon.
    fn property_control(&mut self, property: &str, control: Control) {
        self.json.string(&(property.to_owned() + control.name(self.options.version)));
        self.json.byte(b':');
    }
}
