//! Reading through serde.
//!
//! Members that the model does not know are skipped. A type name that does not come first buffers the members before
//! it, for that one object.

use std::{borrow::Cow, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::{
    codec::{Control, MemberName, ODataVersion, qualified},
    edm::{EdmType, PrimitiveType, PropertyType, Registry, TypeDescriptor},
    property_set::Bits,
    slot::{Input, Mismatch, PropertyValue, Slot, Structured},
    value::{First, first, is_number},
};

/// `Deserialize` of a derived type.
pub fn deserialize<'de, D: Deserializer<'de>, T: PropertyValue>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    Intake { slot: &mut value, ty: T::TYPE }.deserialize(deserializer)?;
    Ok(value)
}

/// Takes a value into a slot of a type.
struct Intake<'a> {
    slot: &'a mut dyn Slot,
    ty: &'a PropertyType,
}

impl Intake<'_> {
    fn put<E: Error>(self, input: Input<'_>) -> Result<(), E> {
        let put = match (self.slot.put(input), input) {
            (Err(Mismatch::Kind), Input::Text(text)) if self.ty.is_primitive_of(PrimitiveType::Decimal) => {
                self.slot.put(Input::Number(text))
            }
            (put, _) => put,
        };
        put.map_err(|_| E::custom(format_args!("{input:?} is not a value of `{}`", self.ty.name())))
    }

    fn is_stream(&self) -> bool {
        self.ty.is_primitive_of(PrimitiveType::Stream)
    }

    fn take(self, value: Value) -> Result<(), serde_json::Error> {
        self.deserialize(value)
    }
}

impl<'de> DeserializeSeed<'de> for Intake<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Intake<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a value of `{}`", self.ty.name())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.put(Input::Boolean(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.put(Input::Integer(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(value) => self.put(Input::Integer(value)),
            Err(_) => self.put(Input::Number(&value.to_string())),
        }
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.put(Input::Number(&value.to_string()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.put(Input::Number(&value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.put(Input::Double(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        self.put(Input::Text(value))
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.put(Input::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.put(Input::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        if self.is_stream() {
            let value = collect_seq(items)?;
            return self.put(Input::Json(&value.to_string()));
        }
        let Self { slot, ty } = self;
        Intake { slot: &mut *slot, ty }.put(Input::List)?;
        while items.next_element_seed(Item { slot: &mut *slot, ty })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some(declared) = self.ty.edm.structured() else {
            return match first(&mut map)? {
                First::Number(text) => self.put(Input::Number(&text)),
                First::Name(first) if self.is_stream() => {
                    self.put(Input::Json(&collect_map(first.as_deref(), map)?.to_string()))
                }
                First::Name(_) => Err(no_value("an object", self.ty.name())),
            };
        };
        let mut early = Vec::new();
        let (mut found, mut has_type) = (Named::Type(declared), false);
        if self.ty.polymorphic {
            while let Some(name) = map.next_key::<Cow<'de, str>>()? {
                if is_number(&name) {
                    return Err(no_value("a number", declared.name));
                }
                if MemberName::of(&name) == MemberName::Control(Control::Type) {
                    let type_name = map.next_value::<Cow<'de, str>>()?;
                    (found, has_type) = (named_type(&type_name, declared)?, true);
                    break;
                }
                early.push((name.into_owned(), map.next_value()?));
            }
            if let Named::Type(found) = found
                && found.is_abstract
            {
                return Err(A::Error::custom(format_args!(
                    "`{}` is abstract; `{}` must name a type",
                    found.name,
                    Control::Type.name(ODataVersion::V4_0)
                )));
            }
        }
        let target = match found {
            Named::Type(found) => self.slot.open(Some(found)),
            Named::Unknown(name) => match self.slot.put(Input::UnknownType(&name)) {
                Ok(()) => self.slot.current(),
                Err(_) => None,
            },
        };
        let Some(target) = target else {
            return Err(no_value("an object", self.ty.name()));
        };
        let mut members = Members::new(target);
        members.has_type = has_type;
        for (name, value) in early {
            members.early(&name, value).map_err(A::Error::custom)?;
        }
        members.read(map)
    }
}

/// Takes the next item of a collection.
struct Item<'a> {
    slot: &'a mut dyn Slot,
    ty: &'a PropertyType,
}

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot.push(None) {
            Some(slot) => Intake { slot, ty: self.ty }.deserialize(deserializer),
            None => Err(no_value("a list", self.ty.name())),
        }
    }
}

/// The members of an object of a known type.
struct Members<'a> {
    target: &'a mut dyn Structured,
    descriptor: &'static TypeDescriptor,
    is_unknown: bool,
    seen: Bits,
    next: usize,
    /// Whether the type was named.
    has_type: bool,
    /// Streams whose media type was there.
    media_types: Vec<usize>,
    type_names: Vec<(Box<str>, Box<str>)>,
}

/// The type that an object names.
enum Named {
    Type(&'static TypeDescriptor),
    /// It is none that the program knows.
    Unknown(Box<str>),
}

/// What a member's name stands for.
enum Found {
    Property(usize),
    Type,
    MediaType(usize),
    DynamicType(Box<str>),
    Dynamic(Box<str>),
    /// A member of a type that the program does not know.
    Unknown(Box<str>),
    /// What control information says of such a member.
    AboutUnknown(Box<str>, Control),
    /// The object is a number.
    Number,
    Skipped,
}

/// Finds out what a member's name stands for.
struct Name {
    descriptor: &'static TypeDescriptor,
    is_unknown: bool,
    next: usize,
}

impl Name {
    fn find(&self, name: &str) -> Found {
        if let Some((index, _)) = self.descriptor.find_near(name, self.next) {
            return Found::Property(index);
        }
        if is_number(name) {
            return Found::Number;
        }
        match MemberName::of(name) {
            MemberName::Control(Control::Type) => Found::Type,
            MemberName::PropertyControl(property, control @ (Control::Type | Control::MediaContentType))
                if self.is_unknown && self.descriptor.find(property).is_none() =>
            {
                Found::AboutUnknown(property.into(), control)
            }
            MemberName::Property(name) if self.is_unknown => Found::Unknown(name.into()),
            MemberName::PropertyControl(property, Control::MediaContentType) => {
                self.descriptor.find(property).map_or(Found::Skipped, Found::MediaType)
            }
            MemberName::PropertyControl(property, Control::Type) if self.descriptor.is_open => {
                Found::DynamicType(property.into())
            }
            MemberName::Property(name) if self.descriptor.is_open => Found::Dynamic(name.into()),
            _ => Found::Skipped,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Found;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the name of a property of `{}`", self.descriptor.name)
    }

    fn visit_str<E>(self, name: &str) -> Result<Found, E> {
        Ok(self.find(name))
    }
}

impl<'a> Members<'a> {
    fn new(target: &'a mut dyn Structured) -> Self {
        let (descriptor, is_unknown) = (target.descriptor(), target.unknown().is_some());
        let (media_types, type_names) = (Vec::new(), Vec::new());
        Self {
            target,
            descriptor,
            is_unknown,
            seen: Bits::default(),
            next: 0,
            has_type: false,
            media_types,
            type_names,
        }
    }

    const fn name(&self) -> Name {
        Name { descriptor: self.descriptor, is_unknown: self.is_unknown, next: self.next }
    }

    fn read<'de, A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(found) = map.next_key_seed(self.name())? {
            match found {
                Found::Property(index) => {
                    let intake = self.property(index)?;
                    map.next_value_seed(intake)?;
                }
                Found::Type => self.check_type(&map.next_value::<Cow<'de, str>>()?)?,
                Found::MediaType(index) => {
                    if let Some(media_type) = map.next_value::<Option<Cow<'de, str>>>()? {
                        self.media_type(index, &media_type)?;
                    }
                }
                Found::DynamicType(name) => self.type_names.push((name, map.next_value()?)),
                Found::Dynamic(name) => self.dynamic(&name, map.next_value()?),
                Found::Unknown(name) => self.unknown(&name, &map.next_value()?)?,
                Found::AboutUnknown(name, control) => self.about_unknown(&name, control, &map.next_value()?),
                Found::Number => return Err(no_value("a number", self.descriptor.name)),
                Found::Skipped => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        self.finish()
    }

    /// A member that came before the type was known.
    fn early(&mut self, name: &str, value: Value) -> Result<(), serde_json::Error> {
        match (self.name().find(name), value) {
            (Found::Property(index), value) => self.property(index)?.take(value),
            (Found::MediaType(index), Value::String(media_type)) => self.media_type(index, &media_type),
            (Found::DynamicType(name), Value::String(type_name)) => {
                self.type_names.push((name, type_name.into()));
                Ok(())
            }
            (Found::Dynamic(name), value) => {
                self.dynamic(&name, value);
                Ok(())
            }
            (Found::Unknown(name), value) => self.unknown(&name, &value),
            (Found::AboutUnknown(name, control), value) => {
                self.about_unknown(&name, control, &value);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn property<E: Error>(&mut self, index: usize) -> Result<Intake<'_>, E> {
        self.next = index + 1;
        let Some(property) = self.descriptor.property(index) else {
            return Err(E::custom("a property that the type does not have"));
        };
        if !self.seen.insert(index) {
            return Err(E::duplicate_field(property.name));
        }
        Ok(Intake { slot: self.target.slot_mut(index), ty: property.ty })
    }

    fn check_type<E: Error>(&mut self, type_name: &str) -> Result<(), E> {
        if std::mem::replace(&mut self.has_type, true) {
            return Err(E::duplicate_field(Control::Type.name(ODataVersion::V4_0)));
        }
        let found = find_type(type_name, self.descriptor)?;
        if found.is(self.descriptor) {
            return Ok(());
        }
        Err(E::custom(format_args!(
            "`{}` derives from `{}`, and exactly `{}` is declared; a field of type `AnyOf<{}>` takes derived types",
            found.name, self.descriptor.name, self.descriptor.name, self.descriptor.rust_name
        )))
    }

    fn media_type<E: Error>(&mut self, index: usize, media_type: &str) -> Result<(), E> {
        let is_stream =
            self.descriptor.property(index).is_some_and(|property| property.ty.is_primitive_of(PrimitiveType::Stream));
        let slot = self.target.slot_mut(index);
        if !is_stream || (self.seen.contains(index) && slot.view().is_null()) {
            return Ok(());
        }
        self.media_types.push(index);
        slot.put(Input::MediaType(media_type))
            .map_err(|_| E::custom(format_args!("`{media_type}` does not fit the stream")))
    }

    fn dynamic(&mut self, name: &str, value: Value) {
        if let Some(dynamic) = self.target.dynamic_mut() {
            dynamic.insert(name, value);
        }
    }

    fn unknown<E: Error>(&mut self, name: &str, value: &Value) -> Result<(), E> {
        let Some(unknown) = self.target.unknown_mut() else { return Ok(()) };
        let members = unknown.raw_members_mut();
        if members.has_json(name) {
            return Err(E::custom(format_args!("duplicate field `{name}`")));
        }
        members.set_json(name, &value.to_string());
        Ok(())
    }

    fn about_unknown(&mut self, name: &str, control: Control, value: &Value) {
        if let (Some(unknown), Value::String(text)) = (self.target.unknown_mut(), value) {
            unknown.raw_members_mut().describe(name, control == Control::Type, text);
        }
    }

    fn finish<E: Error>(self) -> Result<(), E> {
        for index in self.media_types {
            // A media type without a value says nothing.
            if !self.seen.contains(index)
                && let Some(property) = self.descriptor.property(index)
            {
                self.target.slot_mut(index).swap(&mut *(property.ty.blank)());
            }
        }
        if let Some(unknown) = self.target.unknown_mut() {
            unknown.raw_members_mut().finish();
        }
        if let Some(dynamic) = self.target.dynamic_mut() {
            for (name, type_name) in self.type_names {
                dynamic.set_type(&name, type_name);
            }
        }
        let missing = self
            .descriptor
            .properties()
            .find(|(index, property)| property.is_required() && !self.seen.contains(*index));
        missing.map_or(Ok(()), |(_, property)| Err(E::missing_field(property.name)))
    }
}

/// The type that a value of the declared type or of a derived one names.
fn named_type<E: Error>(type_name: &str, declared: &'static TypeDescriptor) -> Result<Named, E> {
    let name = qualified(type_name);
    if Registry::global().named(name).is_empty() {
        return Ok(Named::Unknown(name.into()));
    }
    find_type(name, declared).map(Named::Type)
}

fn find_type<E: Error>(type_name: &str, declared: &'static TypeDescriptor) -> Result<&'static TypeDescriptor, E> {
    let name = qualified(type_name);
    match Registry::global().find(name, declared) {
        Some(found) if !found.is_abstract || found.is(declared) => Ok(found),
        _ => Err(E::custom(format_args!("`{name}` is no type that derives from `{}`", declared.name))),
    }
}

#[cold]
fn no_value<E: Error>(found: &str, type_name: impl fmt::Display) -> E {
    E::custom(format_args!("{found} is not a value of `{type_name}`"))
}

fn collect_seq<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Value, A::Error> {
    let mut list = Vec::new();
    while let Some(item) = items.next_element()? {
        list.push(item);
    }
    Ok(Value::Array(list))
}

/// The object whose first member has the name `first`.
fn collect_map<'de, A: MapAccess<'de>>(first: Option<&str>, mut map: A) -> Result<Value, A::Error> {
    let mut object = serde_json::Map::new();
    if let Some(name) = first {
        object.insert(name.to_owned(), map.next_value()?);
    }
    while let Some((name, value)) = map.next_entry::<String, Value>()? {
        object.insert(name, value);
    }
    Ok(Value::Object(object))
}

impl PropertyType {
    fn is_primitive_of(&self, primitive: PrimitiveType) -> bool {
        matches!(self.edm, EdmType::Primitive(found) if found == primitive)
    }
}
