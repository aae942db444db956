//! Dynamic properties of open types.

use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map},
    fmt,
};

use serde_json::Value;

use crate::{
    error::{Error, ErrorCode, Result},
    json::{JsonError, JsonReader, read_exact_value, same_json},
    value::{Date, DateTimeOffset, Decimal, Duration, TimeOfDay},
};

/// The dynamic properties of an instance of an open type (OData CSDL 4.01 §6.3), by name.
///
/// A dynamic property that is null is the same as one that is absent (OData Protocol 4.01 §11.4.9.2), so null is never
/// kept.
///
/// ```
/// use odata_core::DynamicProperties;
///
/// let mut more = DynamicProperties::new();
/// more.insert("wheels", 18)?;
/// assert_eq!(more.get("wheels").and_then(|wheels| wheels.as_i64()), Some(18));
/// assert!(more.insert("wheels@odata.type", "#Int64").is_err());
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DynamicProperties {
    // Not a list: the number of dynamic properties is up to the sender.
    values: BTreeMap<Box<str>, DynamicValue>,
}

/// The value of a dynamic property, with the name of its type where JSON alone does not determine it (OData JSON 4.01
/// §4.5.3).
///
/// Numbers keep the digits that were read. A complex value names its type in a member of its own, which is kept as 4.0
/// spells it, `@odata.type`, and written as the version of the document does.
#[derive(Clone)]
pub struct DynamicValue {
    type_name: Option<Box<str>>,
    value: Value,
    /// The JSON text, where a number has more digits than `value` can hold.
    json: Option<Box<str>>,
}

impl DynamicValue {
    /// Null: a property that is absent.
    pub(crate) const NULL: Self = Self { type_name: None, value: Value::Null, json: None };

    /// Creates a value from a JSON text, with all digits of its numbers.
    ///
    /// ```
    /// use odata_core::slot::DynamicValue;
    ///
    /// let price = DynamicValue::from_json("19.90")?.with_type("#Decimal");
    /// assert_eq!((price.type_name(), &*price.json()), (Some("#Decimal"), "19.90"));
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text is not one JSON value, if an object has two members of the same name, or if a number is beyond the
    /// range of `f64`.
    pub fn from_json(json: &str) -> Result<Self> {
        Self::of_json(json).map_err(|error| Error::of_json(json.as_bytes(), error))
    }

    /// Creates a value from a JSON text.
    pub(crate) fn of_json(json: &str) -> std::result::Result<Self, JsonError> {
        let mut reader = JsonReader::new(json.as_bytes())?;
        let (value, exact) = read_exact_value(&mut reader)?;
        reader.finish()?;
        Ok(Self::exact(value, exact))
    }

    /// Creates a dynamic value from a value, and its JSON text if that has more digits.
    pub(crate) fn exact(value: Value, json: Option<&str>) -> Self {
        Self { type_name: None, value, json: json.map(Into::into) }
    }

    /// Sets the type, as control information names it: `#Int64`, `#Collection(Guid)`, `#microsoft.graph.identity`.
    #[must_use]
    pub fn with_type(mut self, type_name: &str) -> Self {
        self.set_type(type_name);
        self
    }

    pub(crate) fn set_type(&mut self, type_name: &str) {
        self.type_name = Some(normal_type(type_name).into());
    }

    /// Returns the name of the type, if there is one next to the value, as 4.0 spells it: `#Int64`.
    pub fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    /// Returns the value. Numbers other than `i64` and `u64` are the nearest `f64`.
    pub const fn value(&self) -> &Value {
        &self.value
    }

    /// Returns the value as JSON text, with all digits of its numbers.
    pub fn json(&self) -> Cow<'_, str> {
        match &self.json {
            Some(json) => Cow::Borrowed(json),
            None => Cow::Owned(self.value.to_string()),
        }
    }

    /// Returns whether `value` has all digits.
    pub(crate) const fn is_exact(&self) -> bool {
        self.json.is_none()
    }
}

impl<V: Into<Value>> From<V> for DynamicValue {
    fn from(value: V) -> Self {
        Self::exact(value.into(), None)
    }
}

/// Converts with the type that JSON alone does not determine.
impl From<Decimal> for DynamicValue {
    fn from(value: Decimal) -> Self {
        // A decimal that no `f64` is close to is a string, which JSON allows for decimals as well.
        let number = Self::of_json(value.as_str()).unwrap_or_else(|_| Self::from(value.as_str()));
        number.with_type("#Decimal")
    }
}

/// Primitive values that are strings in JSON.
macro_rules! from_text {
    ($($primitive:ty => $type_name:literal),* $(,)?) => { $(
        /// Converts with the type that JSON alone does not determine.
        impl From<$primitive> for DynamicValue {
            fn from(value: $primitive) -> Self {
                Self::from(value.to_string()).with_type($type_name)
            }
        }
    )* };
}

from_text! {
    Date => "#Date",
    DateTimeOffset => "#DateTimeOffset",
    Duration => "#Duration",
    TimeOfDay => "#TimeOfDay",
}

/// Numbers are equal if their digits are.
impl PartialEq for DynamicValue {
    fn eq(&self, other: &Self) -> bool {
        self.type_name == other.type_name
            && if self.is_exact() && other.is_exact() {
                self.value == other.value
            } else {
                same_json(&self.json(), &other.json())
            }
    }
}

impl fmt::Debug for DynamicValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.json())?;
        self.type_name.as_ref().map_or(Ok(()), |type_name| write!(formatter, " ({type_name})"))
    }
}

/// Returns the name of a type as 4.0 spells it: a built-in type has no namespace, but a hash (OData JSON 4.01 §4.5.3).
pub(crate) fn normal_type(text: &str) -> Cow<'_, str> {
    let name = text.strip_prefix('#').unwrap_or(text);
    let item = name.strip_prefix("Collection(").and_then(|item| item.strip_suffix(')'));
    let (before, built_in, after) = match item {
        Some(item) => ("#Collection(", item, ")"),
        None => ("#", name, ""),
    };
    let built_in = built_in.strip_prefix("Edm.").unwrap_or(built_in);
    if built_in.is_empty() || built_in.contains(['.', '#', '/', ':', '(']) {
        return text.into();
    }
    format!("{before}{built_in}{after}").into()
}

/// Checks that a name can be that of a property that no type declares. Names of annotations, control information and
/// operations cannot.
pub(crate) fn check_name(name: &str) -> Result<()> {
    if name.is_empty() || name.contains(['@', '#']) {
        let message = format!("`{name}` is not the name of a property");
        return Err(Error::new(ErrorCode::UNDECLARED_PROPERTY, message).with_target(name));
    }
    Ok(())
}

impl DynamicProperties {
    /// Creates an empty set of properties.
    pub const fn new() -> Self {
        Self { values: BTreeMap::new() }
    }

    /// Creates properties from their names and values.
    ///
    /// # Errors
    ///
    /// If one of the names is not the name of a property.
    pub fn try_from_iter<N: Into<Box<str>>, V: Into<DynamicValue>>(
        properties: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self> {
        let mut all = Self::new();
        for (name, value) in properties {
            all.insert(name, value)?;
        }
        Ok(all)
    }

    /// Returns the number of properties.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Returns whether there are no properties.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Returns the value of the property with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.find(name).map(DynamicValue::value)
    }

    /// Returns the value of the property with this name, with its type and all its digits.
    // Not inlined, because it is long.
    #[inline(never)]
    pub fn find(&self, name: &str) -> Option<&DynamicValue> {
        self.values.get(name)
    }

    /// Returns the value of the property with this name, mutably.
    pub(crate) fn find_mut(&mut self, name: &str) -> Option<&mut DynamicValue> {
        self.values.get_mut(name)
    }

    /// Sets a property. Null removes it.
    ///
    /// The type that the value belongs to may declare a property with that name: then the declared one is written.
    /// `insert_dynamic` of the whole value, a [`Structured`](super::Structured), refuses that.
    ///
    /// # Errors
    ///
    /// If it is not the name of a property: empty, or with `@` or `#`. Nothing changes then.
    pub fn insert(&mut self, name: impl Into<Box<str>>, value: impl Into<DynamicValue>) -> Result<()> {
        let name = name.into();
        check_name(&name)?;
        self.put(name, value.into());
        Ok(())
    }

    /// Sets a property, whose name is valid. Null removes it.
    pub(crate) fn put(&mut self, name: Box<str>, value: DynamicValue) {
        if value.value.is_null() {
            self.values.remove(&name);
        } else {
            self.values.insert(name, value);
        }
    }

    /// Removes a property and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.values.remove(name).map(|removed| removed.value)
    }

    /// Removes the properties whose names do not fit.
    pub(crate) fn retain(&mut self, fits: impl Fn(&str) -> bool) {
        self.values.retain(|name, _| fits(name));
    }

    pub(crate) fn into_map(self) -> BTreeMap<Box<str>, DynamicValue> {
        self.values
    }

    /// Returns the properties, ordered by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &DynamicValue)> {
        self.values.iter().map(|(name, value)| (&**name, value))
    }
}

impl IntoIterator for DynamicProperties {
    type Item = (Box<str>, DynamicValue);
    type IntoIter = btree_map::IntoIter<Box<str>, DynamicValue>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}
