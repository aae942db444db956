//! Values without a declared type, through serde.

use std::{borrow::Cow, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::value::{MapStart, map_start};

/// A seed for any value. As in JSON that this crate reads itself, duplicate names in an object are errors.
#[derive(Clone, Copy)]
pub(super) struct AnyValue;

impl AnyValue {
    /// Reads the rest of a list.
    pub(super) fn list<'de, A: SeqAccess<'de>>(mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Self)? {
            push(&mut list, item);
        }
        Ok(Value::Array(list))
    }

    /// Reads the object whose first member has the name `first`, if it has any members.
    pub(super) fn object<'de, A: MapAccess<'de>>(first: Option<Cow<'de, str>>, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        let mut next = first.map(Cow::into_owned);
        while let Some(name) = next {
            let value = map.next_value_seed(Self)?;
            if let Err(name) = insert(&mut object, name, value) {
                return Err(duplicate(&name));
            }
            next = map.next_key()?;
        }
        Ok(Value::Object(object))
    }
}

// What does not depend on the format is not compiled for each one.
#[inline(never)]
fn push(list: &mut Vec<Value>, item: Value) {
    list.push(item);
}

/// Adds a member. Fails with its name if there is one of that name.
#[inline(never)]
fn insert(object: &mut Map<String, Value>, name: String, value: Value) -> Result<(), String> {
    if object.contains_key(&name) {
        return Err(name);
    }
    object.insert(name, value);
    Ok(())
}

#[inline(never)]
fn number(text: &str) -> Result<Value, serde_json::Error> {
    text.parse().map(Value::Number)
}

/// Returns the error for a duplicate name in an object.
#[cold]
pub(super) fn duplicate<E: Error>(name: &str) -> E {
    E::custom(format_args!("duplicate field `{name}`"))
}

impl<'de> DeserializeSeed<'de> for AnyValue {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value of JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom(format_args!("{value} is not a JSON number")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Value, A::Error> {
        Self::list(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        match map_start(&mut map)? {
            MapStart::Number(text) => number(&text).map_err(Error::custom),
            MapStart::Name(first) => Self::object(first, map),
        }
    }
}
