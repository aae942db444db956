//! Deserializing with serde.
//!
//! Members that the model does not know are skipped. A type name that does not come first buffers the members before
//! it, for that one object.

use std::{borrow::Cow, fmt};

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor, value::MapDeserializer,
};
use serde_json::Value;

use super::any_value::{AnyValue, duplicate};
use crate::{
    codec::{Control, Member, Members, ODataVersion, TypeMember, WholeValue, is_type, normal, qualified},
    edm::{PropertyDescriptor, PropertyType, Registry, TypeDescriptor},
    slot::{Input, Mismatch, PropertyValue, Slot, Structured},
    value::{MapStart, is_number, map_start},
};

/// Implements `Deserialize` of a derived type.
pub fn deserialize<'de, D: Deserializer<'de>, T: PropertyValue>(deserializer: D) -> Result<T, D::Error> {
    let mut value = T::blank();
    SlotSeed { slot: &mut value, ty: T::TYPE }.deserialize(deserializer)?;
    Ok(value)
}

/// A seed that puts a value into a slot of a type.
struct SlotSeed<'a> {
    slot: &'a mut dyn Slot,
    ty: &'a PropertyType,
}

impl SlotSeed<'_> {
    fn put<E: Error>(self, input: Input<'_>) -> Result<(), E> {
        let put = match (self.slot.put(input), input) {
            (Err(Mismatch::Kind), Input::Text(text)) if self.ty.is_wide_number() => self.slot.put(Input::Number(text)),
            (put, _) => put,
        };
        put.map_err(|_| E::custom(format_args!("{input:?} is not a value of `{}`", self.ty.name())))
    }
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for SlotSeed<'_> {
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
        // An integer that is negative zero became a floating-point number on the way.
        self.put(if value == 0.0 && value.is_sign_negative() { Input::Number("-0") } else { Input::Double(value) })
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
        if self.ty.takes_json() && self.slot.put(Input::List).is_err() {
            return self.put(Input::Json(&AnyValue::list(items)?.to_string()));
        }
        let Self { slot, ty } = self;
        SlotSeed { slot: &mut *slot, ty }.put(Input::List)?;
        while items.next_element_seed(Item { slot: &mut *slot, ty })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some(declared) = self.ty.edm.structured() else {
            return match map_start(&mut map)? {
                MapStart::Number(text) => self.put(Input::Number(&text)),
                MapStart::Name(first) if self.ty.takes_json() => {
                    self.put(Input::Json(&AnyValue::object(first, map)?.to_string()))
                }
                MapStart::Name(_) => Err(no_value("an object", self.ty.name())),
            };
        };
        let mut early = Vec::new();
        let (mut found, mut named) = (TypeNamed::Known(declared), TypeMember::Absent);
        if self.ty.polymorphic {
            while let Some(name) = map.next_key::<Cow<'de, str>>()? {
                if is_number(&name) {
                    return Err(no_value("a number", declared.name));
                }
                if is_type(&name) {
                    (found, named) = (type_named(&map.next_value::<Cow<'de, str>>()?, declared)?, TypeMember::First);
                    break;
                }
                early.push((name.into_owned(), map.next_value_seed(AnyValue)?));
            }
            if let TypeNamed::Known(found) = found
                && found.is_abstract
            {
                return Err(A::Error::custom(format_args!(
                    "`{}` is abstract; `{}` must name a type",
                    found.name,
                    Control::Type.name(ODataVersion::V4_0)
                )));
            }
        }
        let Some(target) = found.open(self.slot) else {
            return Err(no_value("an object", self.ty.name()));
        };
        let mut object = ObjectReader::new(target, self.ty.polymorphic, named);
        if !early.is_empty() {
            let early = MapDeserializer::<_, serde_json::Error>::new(early.into_iter());
            object.read(early).map_err(A::Error::custom)?;
        }
        object.read(map)?;
        object.finish()
    }
}

/// A seed that puts the next item into a collection.
struct Item<'a> {
    slot: &'a mut dyn Slot,
    ty: &'a PropertyType,
}

impl<'de> DeserializeSeed<'de> for Item<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot.push(None) {
            Some(slot) => SlotSeed { slot, ty: self.ty }.deserialize(deserializer),
            None => Err(no_value("a list", self.ty.name())),
        }
    }
}

struct ObjectReader<'a> {
    whole: WholeValue<'a>,
    members: Members,
    is_unknown: bool,
    next: usize,
}

/// The name of a member.
enum Key {
    /// A declared property.
    Declared(usize, &'static PropertyDescriptor),
    Other(Box<str>),
}

/// A seed for the name of a member of a type, tried first at `next`: bodies mostly hold members in declared order.
struct KeySeed {
    descriptor: &'static TypeDescriptor,
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the name of a property of `{}`", self.descriptor.name)
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        Ok(match self.descriptor.find_near(name, self.next) {
            Some((index, property)) => Key::Declared(index, property),
            None => Key::Other(name.into()),
        })
    }
}

impl<'a> ObjectReader<'a> {
    fn new(target: &'a mut dyn Structured, polymorphic: bool, named: TypeMember) -> Self {
        let (descriptor, is_unknown) = (target.descriptor(), target.unknown().is_some());
        let members = Members::new(descriptor, named);
        Self { whole: WholeValue { target, polymorphic }, members, is_unknown, next: 0 }
    }

    fn read<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        loop {
            let seed = KeySeed { descriptor: self.members.descriptor(), next: self.next };
            match map.next_key_seed(seed)? {
                Some(Key::Declared(index, property)) => map.next_value_seed(self.property(index, property)?)?,
                Some(Key::Other(name)) => self.other(&name, &mut map)?,
                None => return Ok(()),
            }
        }
    }

    fn property<E: Error>(&mut self, index: usize, property: &'static PropertyDescriptor) -> Result<SlotSeed<'_>, E> {
        self.next = index + 1;
        if !self.members.admit(&Member::Declared(index)) {
            return Err(E::duplicate_field(property.name));
        }
        let slot = self.whole.target.slot_mut(index);
        if self.members.may_wait()
            && let Some((media_type, _)) = self.members.media_type_of(property.name)
        {
            slot.put(Input::MediaType(&media_type)).map_err(|_| no_media_type(&media_type))?;
        }
        Ok(SlotSeed { slot, ty: property.ty })
    }

    /// Takes a member that is not a declared property.
    fn other<'de, A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        if is_number(name) {
            return Err(no_value("a number", self.members.descriptor().name));
        }
        let member = self.members.classify(name, self.is_unknown);
        if !self.members.admit(&member) {
            return Err(duplicate(name));
        }
        match member {
            Member::Control(Control::Type) => self.check_type(&map.next_value::<Cow<'de, str>>()?),
            Member::MediaType(..) | Member::Description(..) | Member::Dynamic(_) | Member::Unknown(_) => {
                let value = map.next_value_seed(AnyValue)?;
                self.take(&member, value)
            }
            Member::Declared(..)
            | Member::Undeclared(_)
            | Member::Control(_)
            | Member::PropertyControl(..)
            | Member::Annotation
            | Member::Operation => map.next_value::<IgnoredAny>().map(drop),
        }
    }

    /// Takes the value of a member that no type declares, or that belongs to another member.
    // Compiled once for all formats that have the same errors.
    fn take<E: Error>(&mut self, member: &Member<'_>, value: Value) -> Result<(), E> {
        match (*member, value) {
            (Member::MediaType(index, property), Value::String(text)) => {
                let target = &mut self.whole;
                self.members
                    .describe(target, property.name, Some(index), Control::MediaContentType, &text, 0)
                    .map_err(|_| no_media_type(&text))?;
            }
            (Member::MediaType(..), Value::Null) => {}
            (Member::MediaType(..), other) => return Err(no_media_type(other)),
            (Member::Description(name, control), Value::String(text)) => {
                // Control information about an undeclared property may have any value.
                let _ = self.members.describe(&mut self.whole, name, None, control, &text, 0);
            }
            (Member::Dynamic(name), value) => {
                let value = normal(value.into()).map_err(E::custom)?;
                self.members.dynamic(&mut self.whole, name, value);
            }
            (Member::Unknown(name), value) => self.members.unknown(&mut self.whole, name, &value.to_string()),
            _ => {}
        }
        Ok(())
    }

    fn check_type<E: Error>(&self, type_name: &str) -> Result<(), E> {
        let declared = self.members.descriptor();
        let found = find_type(type_name, declared)?;
        if found.is(declared) {
            return Ok(());
        }
        Err(E::custom(format_args!(
            "`{}` derives from `{}`, and exactly `{}` is declared; a field of type `AnyOf<{}>` accepts derived types",
            found.name, declared.name, declared.name, declared.rust_name
        )))
    }

    fn finish<E: Error>(mut self) -> Result<(), E> {
        // A value that comes from serde is not checked against facets.
        self.members.finish(&mut self.whole);
        let seen = &self.members.properties;
        let descriptor = self.members.descriptor();
        let mut properties = descriptor.properties();
        let missing = properties.find(|(index, property)| descriptor.requires(property) && !seen.contains(*index));
        missing.map_or(Ok(()), |(_, property)| Err(E::missing_field(property.name)))
    }
}

/// The type that an object names.
enum TypeNamed {
    Known(&'static TypeDescriptor),
    /// A type that the program does not know.
    Unknown(Box<str>),
}

impl TypeNamed {
    /// Creates a value of the type and lends it to be filled. `None` if the slot does not hold such values.
    #[inline(never)]
    fn open(self, slot: &mut dyn Slot) -> Option<&mut dyn Structured> {
        match self {
            Self::Known(found) => slot.open(Some(found)),
            Self::Unknown(name) => match slot.put(Input::UnknownType(&name)) {
                Ok(()) => slot.current(),
                Err(_) => None,
            },
        }
    }
}

/// Finds the type with this name, which is the declared type or derives from it.
fn type_named<E: Error>(type_name: &str, declared: &'static TypeDescriptor) -> Result<TypeNamed, E> {
    let name = qualified(type_name);
    if Registry::global().named(name).is_empty() {
        return Ok(TypeNamed::Unknown(name.into()));
    }
    find_type(name, declared).map(TypeNamed::Known)
}

fn find_type<E: Error>(type_name: &str, declared: &'static TypeDescriptor) -> Result<&'static TypeDescriptor, E> {
    let name = qualified(type_name);
    match Registry::global().find(name, declared) {
        Some(found) if !found.is_abstract || found.is(declared) => Ok(found),
        _ => Err(E::custom(format_args!("`{name}` is not a type that derives from `{}`", declared.name))),
    }
}

#[cold]
fn no_value<E: Error>(found: &str, type_name: impl fmt::Display) -> E {
    E::custom(format_args!("{found} is not a value of `{type_name}`"))
}

#[cold]
fn no_media_type<E: Error>(found: impl fmt::Display) -> E {
    E::custom(format_args!("`{found}` is not the media type of the stream"))
}
