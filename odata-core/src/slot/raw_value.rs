//! Members that no type of the program declares, as JSON text.

use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map},
};

use serde_json::Value;

use super::normal_type;
use crate::{
    error::{Error, Result},
    json::{JsonReader, same_json},
};

/// The value of a member that no type of the program declares: its JSON text, and its control information.
///
/// Values are equal if they are the same JSON, with members in any order and numbers by their digits.
#[derive(Clone, Debug)]
pub struct RawValue {
    type_name: Option<Box<str>>,
    media_type: Option<Box<str>>,
    json: Box<str>,
}

impl RawValue {
    /// Creates a value from a JSON text.
    ///
    /// # Errors
    ///
    /// If the text is not one JSON value.
    pub fn from_json(json: &str) -> Result<Self> {
        let body = json.as_bytes();
        let read = || {
            let mut reader = JsonReader::new(body)?;
            let value = reader.raw_value()?;
            reader.finish().map(|()| Self::of_json(value))
        };
        read().map_err(|error| Error::of_json(body, error))
    }

    /// Creates a value from a text that is one JSON value.
    pub(crate) fn of_json(json: &str) -> Self {
        Self { type_name: None, media_type: None, json: json.into() }
    }

    /// Creates a value from a text that is one JSON value, with its control information.
    pub(crate) fn described(json: &str, type_name: Option<Box<str>>, media_type: Option<Box<str>>) -> Self {
        Self { type_name: type_name.map(|name| normal_type(&name).into()), media_type, json: json.into() }
    }

    /// Creates null: a member that is removed.
    pub(crate) fn null() -> Self {
        Self::of_json("null")
    }

    /// Returns the value as JSON text.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Returns the type as control information of 4.0 names it, such as `#Int64` (OData JSON 4.01 §4.5.3).
    pub fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    /// Returns the media type, if the value is a stream.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// Returns whether it is null: the same as a member that is absent.
    pub(crate) fn is_null(&self) -> bool {
        &*self.json == "null"
    }
}

impl From<Value> for RawValue {
    fn from(value: Value) -> Self {
        Self::of_json(&value.to_string())
    }
}

impl PartialEq for RawValue {
    fn eq(&self, other: &Self) -> bool {
        self.type_name == other.type_name && self.media_type == other.media_type && same_json(&self.json, &other.json)
    }
}

/// Members by name.
// Not a list: the number of members is up to the sender.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawMembers(BTreeMap<Box<str>, RawValue>);

impl RawMembers {
    /// Creates an empty set of members.
    pub(crate) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    // Not inlined, like what follows, because it is long and rarely called.
    #[inline(never)]
    pub(crate) fn get(&self, name: &str) -> Option<&RawValue> {
        self.0.get(name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    #[inline(never)]
    pub(crate) fn insert(&mut self, name: Box<str>, value: RawValue) {
        self.0.insert(name, value);
    }

    /// Sets a member to a text that is one JSON value.
    #[inline(never)]
    pub(crate) fn insert_json(&mut self, name: &str, json: &str) {
        self.insert(name.into(), RawValue::of_json(json));
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<RawValue> {
        self.0.remove(name)
    }

    /// Sets the type of an existing member, or its media type.
    pub(crate) fn describe(&mut self, name: &str, is_type: bool, text: &str) {
        if let Some(value) = self.0.get_mut(name) {
            if is_type {
                value.type_name = Some(normal_type(text).into());
            } else {
                value.media_type = Some(text.into());
            }
        }
    }

    /// Replaces the text of members that are not streams with what `spelled` makes of it.
    pub(crate) fn respell(&mut self, spelled: impl Fn(&str) -> Cow<'_, str>) {
        for value in self.0.values_mut().filter(|value| value.media_type.is_none()) {
            if let Cow::Owned(json) = spelled(&value.json) {
                value.json = json.into();
            }
        }
    }

    /// Returns the members, ordered by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// Returns the names of the members that differ. One that is null is the same as one that is absent.
    pub(crate) fn different<'m>(&'m self, other: &'m Self) -> impl Iterator<Item = &'m str> {
        let value = |from: &'m Self, name: &str| from.get(name).filter(|value| !value.is_null());
        let only_other = other.iter().filter(|(name, _)| !self.contains(name));
        let names = self.iter().chain(only_other).map(|(name, _)| name);
        names.filter(move |name| value(self, name) != value(other, name))
    }
}

impl IntoIterator for RawMembers {
    type Item = (Box<str>, RawValue);
    type IntoIter = btree_map::IntoIter<Box<str>, RawValue>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
