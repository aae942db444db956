//! `Serialize` and `Deserialize` of derived types, with the same views, slots and record of members as everything else.
//! Generic over the format alone.

mod any_value;
mod de;
mod ser;

pub use de::deserialize;
pub use ser::serialize;

use crate::slot::{AnyOf, EnumType, Flags, Nav, PropertyValue, StructuredType};

impl<B: StructuredType> serde::Serialize for AnyOf<B> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<'de, B: StructuredType> serde::Deserialize<'de> for AnyOf<B> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<T: PropertyValue> serde::Serialize for Nav<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<'de, T: PropertyValue> serde::Deserialize<'de> for Nav<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl<E: EnumType> serde::Serialize for Flags<E> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<'de, E: EnumType> serde::Deserialize<'de> for Flags<E> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}
