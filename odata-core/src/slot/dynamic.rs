//! Dynamic properties of open types.

use std::collections::{BTreeMap, btree_map};

use serde_json::Value;

/// The dynamic properties of an instance of an open type (OData CSDL 4.01 §6.3), by name.
///
/// A dynamic property that is null is the same as one that is absent (OData Protocol 4.01 §11.4.9.2), so null is never
/// kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DynamicProperties {
    // Not a list: the number of dynamic properties is the sender's choice.
    values: BTreeMap<Box<str>, DynamicValue>,
}

/// The value of a dynamic property, with the name of its type where JSON alone does not tell it (OData JSON 4.01 §4.5.3).
#[derive(Clone, Debug, PartialEq)]
pub struct DynamicValue {
    /// The type as its annotation names it, such as `#Int64` or `#Collection(Guid)`.
    pub type_name: Option<Box<str>>,
    /// The value.
    pub value: Value,
}

impl DynamicValue {
    /// Null: a property that is not there.
    pub(crate) const NULL: Self = Self { type_name: None, value: Value::Null };
}

impl<V: Into<Value>> From<V> for DynamicValue {
    fn from(value: V) -> Self {
        Self { type_name: None, value: value.into() }
    }
}

impl DynamicProperties {
    /// No properties.
    pub const fn new() -> Self {
        Self { values: BTreeMap::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The value of the property with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.find(name).map(|found| &found.value)
    }

    /// The value of the property with this name, with its type.
    pub fn find(&self, name: &str) -> Option<&DynamicValue> {
        self.values.get(name)
    }

    /// Sets a property. Null removes it.
    pub fn insert(&mut self, name: impl Into<Box<str>>, value: impl Into<DynamicValue>) {
        let (name, value) = (name.into(), value.into());
        if value.value.is_null() {
            self.values.remove(&name);
        } else {
            self.values.insert(name, value);
        }
    }

    /// The value of the property with this name, mutably.
    pub(crate) fn find_mut(&mut self, name: &str) -> Option<&mut DynamicValue> {
        self.values.get_mut(name)
    }

    /// Removes a property and gives its value back.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.values.remove(name).map(|removed| removed.value)
    }

    /// Removes the properties whose names do not fit.
    pub(crate) fn retain(&mut self, fits: impl Fn(&str) -> bool) {
        self.values.retain(|name, _| fits(name));
    }

    /// The properties in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &DynamicValue)> {
        self.values.iter().map(|(name, value)| (&**name, value))
    }
}

impl<N: Into<Box<str>>, V: Into<DynamicValue>> FromIterator<(N, V)> for DynamicProperties {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(properties: I) -> Self {
        let mut all = Self::new();
        for (name, value) in properties {
            all.insert(name, value);
        }
        all
    }
}

impl IntoIterator for DynamicProperties {
    type Item = (Box<str>, DynamicValue);
    type IntoIter = btree_map::IntoIter<Box<str>, DynamicValue>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}
