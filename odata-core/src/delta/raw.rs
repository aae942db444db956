//! Changes of a value whose Rust type is unknown.

use std::collections::BTreeMap;

use super::unknown::UnknownChanges;
use crate::{
    PropertySet,
    edm::TypeDescriptor,
    slot::{DynamicValue, Slot},
};

/// Changes of an entity or complex value: the untyped form of [`Delta`](crate::Delta).
///
/// It holds the members of a PATCH body and nothing else. A property that is not in it stays as it is; one that is set
/// to null is a change.
///
/// ```
/// use odata_core::{
///     ODataEntity,
///     codec::ReadOptions,
///     delta::{Change, RawDelta},
/// };
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub display_name: Option<String>,
/// }
///
/// let mut stored = Vehicle { id: 7, display_name: Some("Blue".to_owned()) };
/// let delta = RawDelta::read(&stored, br#"{"displayName":null}"#, &ReadOptions::update())?;
/// assert!(matches!(delta.get(1), Some(Change::Set(value)) if value.view().is_null()));
/// delta.apply_to(&mut stored)?;
/// assert_eq!(stored.display_name, None);
/// # Ok::<(), odata_core::Error>(())
/// ```
pub struct RawDelta {
    pub(super) descriptor: &'static TypeDescriptor,
    /// Whether a value of a derived type becomes one of this type, instead of keeping its own.
    pub(super) exact: bool,
    pub(super) changes: Vec<(usize, Change)>,
    /// The dynamic properties, if there are any; null removes one.
    #[expect(clippy::box_collection, reason = "few changes have them, and an empty map takes longer to drop")]
    pub(super) dynamic: Option<Box<BTreeMap<Box<str>, DynamicValue>>>,
    /// The members of a type that the program does not know; the descriptor is that of its known part.
    pub(super) unknown: Option<Box<UnknownChanges>>,
}

/// The change of one property.
pub enum Change {
    /// The property gets this value, which may be null.
    Set(Box<dyn Slot>),
    /// Members of the structured value change, the others stay.
    Merge(Box<RawDelta>),
}

impl RawDelta {
    /// Creates a delta without changes, for values of this type and of types that derive from it.
    pub const fn new(descriptor: &'static TypeDescriptor) -> Self {
        Self { descriptor, exact: false, changes: Vec::new(), dynamic: None, unknown: None }
    }

    /// Returns the type whose properties change.
    pub const fn descriptor(&self) -> &'static TypeDescriptor {
        self.descriptor
    }

    /// Returns whether no property changes, whether it is declared, dynamic or unknown.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.dynamic.is_none() && self.unknown().next().is_none()
    }

    /// Returns the change of the property with this index.
    pub fn get(&self, index: usize) -> Option<&Change> {
        self.changes.iter().find(|(at, _)| *at == index).map(|(_, change)| change)
    }

    /// Returns the changed properties with their changes, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Change)> {
        self.changes.iter().map(|(index, change)| (*index, change))
    }

    /// Sets the change of the property with this index.
    pub(super) fn put(&mut self, index: usize, change: Change) {
        match self.changes.iter_mut().find(|(at, _)| *at == index) {
            Some((_, old)) => *old = change,
            None => self.changes.push((index, change)),
        }
    }

    /// Removes a change; returns false if there was none.
    pub(super) fn remove(&mut self, index: usize) -> bool {
        let before = self.changes.len();
        self.changes.retain(|(at, _)| *at != index);
        self.changes.len() != before
    }

    /// Returns the changed dynamic properties; null removes one.
    pub fn dynamic(&self) -> impl Iterator<Item = (&str, &DynamicValue)> {
        self.dynamic.iter().flat_map(|dynamic| dynamic.iter()).map(|(name, value)| (&**name, value))
    }

    /// Sets a dynamic property of an open type; null removes it.
    pub(super) fn put_dynamic(&mut self, name: impl Into<Box<str>>, value: impl Into<DynamicValue>) {
        self.dynamic.get_or_insert_default().insert(name.into(), value.into());
    }

    /// Returns the paths of the properties that change.
    pub fn changed(&self) -> PropertySet {
        let mut set = PropertySet::new(self.descriptor);
        for (index, change) in self.iter() {
            match change {
                Change::Set(_) => {
                    set.insert(index);
                }
                Change::Merge(delta) => set.insert_child(index, delta.changed()),
            }
        }
        for name in self.dynamic().map(|(name, _)| name).chain(self.unknown().map(|(name, _)| name)) {
            set.insert_dynamic(name);
        }
        set
    }
}

impl Clone for RawDelta {
    fn clone(&self) -> Self {
        Self {
            descriptor: self.descriptor,
            exact: self.exact,
            changes: self.changes.clone(),
            dynamic: self.dynamic.clone(),
            unknown: self.unknown.clone(),
        }
    }
}

impl Clone for Change {
    fn clone(&self) -> Self {
        match self {
            Self::Set(slot) => Self::Set(slot.clone_slot()),
            Self::Merge(delta) => Self::Merge(delta.clone()),
        }
    }
}

/// The order of the changes does not matter.
impl PartialEq for RawDelta {
    fn eq(&self, other: &Self) -> bool {
        self.descriptor.is(other.descriptor)
            && self.exact == other.exact
            && self.changes.len() == other.changes.len()
            && self.iter().all(|(index, change)| other.get(index) == Some(change))
            && self.dynamic == other.dynamic
            && self.unknown == other.unknown
    }
}

impl PartialEq for Change {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Set(slot), Self::Set(other)) => slot.view().same(&other.view()),
            (Self::Merge(delta), Self::Merge(other)) => delta == other,
            _ => false,
        }
    }
}

impl std::fmt::Debug for RawDelta {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_map();
        for (index, change) in self.iter() {
            let name = self.descriptor.property(index).map_or("", |property| property.name);
            match change {
                Change::Set(slot) => shown.entry(&name, &slot.view()),
                Change::Merge(delta) => shown.entry(&name, delta),
            };
        }
        for (name, value) in self.dynamic() {
            shown.entry(&name, value);
        }
        for (name, value) in self.unknown() {
            shown.entry(&name, &value.json());
        }
        shown.finish()
    }
}
