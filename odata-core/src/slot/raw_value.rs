//! Members that no type of the program declares, as JSON text.

use std::collections::{BTreeMap, btree_map};

use serde_json::Value;

use crate::{
    error::{Error, Result},
    json::{JsonReader, same_json},
};

/// The value of a member that no type of the program declares: its JSON text, and what control information says of it.
///
/// Values are equal if they are the same JSON, with members in any order and numbers by their digits.
#[derive(Clone, Debug)]
pub struct RawValue {
    type_name: Option<Box<str>>,
    media_type: Option<Box<str>>,
    json: Box<str>,
}

impl RawValue {
    /// Takes a JSON text.
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

    /// Takes a text that is one JSON value.
    pub(crate) fn of_json(json: &str) -> Self {
        Self { type_name: None, media_type: None, json: json.into() }
    }

    /// Null: a member that goes away.
    pub(crate) fn null() -> Self {
        Self::of_json("null")
    }

    /// The value as JSON text.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The type as its annotation names it, such as `#Int64` (OData JSON 4.01 §4.5.3).
    pub fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    /// The media type, if the value is a stream.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// Whether it is null: the same as a member that is absent.
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
// Not a list: the number of members is the sender's choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawMembers(BTreeMap<Box<str>, RawValue>);

impl RawMembers {
    /// No members.
    pub(crate) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&RawValue> {
        self.0.get(name)
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(crate) fn insert(&mut self, name: impl Into<Box<str>>, value: RawValue) {
        self.0.insert(name.into(), value);
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<RawValue> {
        self.0.remove(name)
    }

    /// Gives a member its value, which may come before or after what control information says of it.
    pub(crate) fn set_json(&mut self, name: &str, json: &str) {
        self.entry(name).json = json.into();
    }

    /// Gives a member its type, or its media type.
    pub(crate) fn describe(&mut self, name: &str, is_type: bool, text: &str) {
        let value = self.entry(name);
        let about = if is_type { &mut value.type_name } else { &mut value.media_type };
        *about = Some(text.into());
    }

    /// Whether a member has its value already.
    pub(crate) fn has_json(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| !value.json.is_empty())
    }

    /// Whether a member has its type already, or its media type.
    pub(crate) fn is_described(&self, name: &str, is_type: bool) -> bool {
        self.get(name).is_some_and(|value| if is_type { &value.type_name } else { &value.media_type }.is_some())
    }

    fn entry(&mut self, name: &str) -> &mut RawValue {
        self.0.entry(name.into()).or_insert_with(|| RawValue::of_json(""))
    }

    /// Removes the members that have no value: what was said of them says nothing.
    pub(crate) fn finish(&mut self) {
        self.0.retain(|_, value| !value.json.is_empty());
    }

    /// The members in the order of their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &RawValue)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// The names of the members that differ. One that is null is the same as one that is absent.
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
