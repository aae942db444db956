//! Dynamic properties of open types.

use serde_json::Value;

/// The dynamic properties of an instance of an open type (OData CSDL 4.01 §6.3), in the order of their arrival.
///
/// A dynamic property that is null is the same as one that is absent (OData Protocol 4.01 §11.4.9.2), so null is never
/// kept. A value may carry the name of its type where JSON alone does not tell it (OData JSON 4.01 §4.5.3).
#[derive(Clone, Debug, Default)]
pub struct DynamicProperties {
    properties: Vec<DynamicProperty>,
}

/// A dynamic property.
#[derive(Clone, Debug, PartialEq)]
pub struct DynamicProperty {
    /// The name.
    pub name: Box<str>,
    /// The type as its annotation names it, such as `#Int64` or `#Collection(Guid)`.
    pub type_name: Option<Box<str>>,
    /// The value.
    pub value: Value,
}

impl DynamicProperty {
    /// A property that is null, which is the same as none.
    pub(crate) fn absent(name: &str) -> Self {
        Self { name: name.into(), type_name: None, value: Value::Null }
    }
}

impl DynamicProperties {
    /// No properties.
    pub const fn new() -> Self {
        Self { properties: Vec::new() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.properties.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.properties.is_empty()
    }

    /// The value of the property with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.find(name).map(|property| &property.value)
    }

    /// The property with this name.
    pub fn find(&self, name: &str) -> Option<&DynamicProperty> {
        self.properties.iter().find(|property| &*property.name == name)
    }

    /// Sets a property. Null removes it.
    pub fn insert(&mut self, name: impl Into<Box<str>>, value: impl Into<Value>) {
        self.set(DynamicProperty { name: name.into(), type_name: None, value: value.into() });
    }

    /// Sets a property with the name of its type. Null removes it.
    pub fn set(&mut self, property: DynamicProperty) {
        if property.value.is_null() {
            self.remove(&property.name);
        } else if let Some(old) = self.properties.iter_mut().find(|old| old.name == property.name) {
            *old = property;
        } else {
            self.properties.push(property);
        }
    }

    /// Removes a property and gives its value back.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.properties.iter().position(|property| &*property.name == name)?;
        Some(self.properties.remove(at).value)
    }

    /// The properties.
    pub fn iter(&self) -> impl Iterator<Item = &DynamicProperty> {
        self.properties.iter()
    }
}

/// The order does not matter.
impl PartialEq for DynamicProperties {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|property| other.find(&property.name) == Some(property))
    }
}

impl<N: Into<Box<str>>, V: Into<Value>> FromIterator<(N, V)> for DynamicProperties {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(properties: I) -> Self {
        let mut all = Self::new();
        for (name, value) in properties {
            all.insert(name, value);
        }
        all
    }
}
