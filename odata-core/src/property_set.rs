//! Sets of property paths.

use std::collections::BTreeSet;

use crate::edm::{KeyPart, TypeDescriptor};

/// Positions along an inheritance chain. Up to 128 of them need no allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits {
    low: [u64; 2],
    high: Vec<u64>,
}

impl Bits {
    /// Adds an index; returns false if it was present.
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) -> bool {
        let (word, bit) = (index / 64, 1 << (index % 64));
        match self.low.get_mut(word) {
            Some(word) => {
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None => self.insert_high(word - 2, bit),
        }
    }

    #[cold]
    fn insert_high(&mut self, word: usize, bit: u64) -> bool {
        if self.high.len() <= word {
            self.high.resize(word + 1, 0);
        }
        let new = self.high[word] & bit == 0;
        self.high[word] |= bit;
        new
    }

    fn remove(&mut self, index: usize) {
        let word = index / 64;
        if let Some(word) = self.low.iter_mut().chain(&mut self.high).nth(word) {
            *word &= !(1 << (index % 64));
        }
    }

    #[inline]
    pub(crate) fn contains(&self, index: usize) -> bool {
        let word = index / 64;
        let found = self.low.get(word).or_else(|| self.high.get(word - 2));
        found.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    /// Returns the number of indexes.
    pub(crate) fn len(&self) -> usize {
        self.low.iter().chain(&self.high).map(|word| word.count_ones() as usize).sum()
    }

    fn is_empty(&self) -> bool {
        self.low.iter().chain(&self.high).all(|word| *word == 0)
    }

    fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.low.iter().chain(&self.high).enumerate().flat_map(|(word, bits)| {
            let mut bits = *bits;
            std::iter::from_fn(move || {
                let bit = bits.trailing_zeros() as usize;
                bits &= bits.checked_sub(1)?;
                Some(word * 64 + bit)
            })
        })
    }
}

/// The maximum number of names of a path.
const LONGEST_PATH: usize = 100;

/// A set of property paths of one structured type.
///
/// It describes the content of a PATCH body, the difference of two states, or a `$select`. A property in the set
/// means its whole value, unless it has a child set of its own.
///
/// ```
/// use odata_core::{
///     ODataEntity, PropertySet, StructuredType,
///     codec::{WriteOptions, to_vec_with},
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
/// let mut set = PropertySet::new(Vehicle::DESCRIPTOR);
/// assert!(set.insert_path("displayName"));
/// assert!(!set.insert_path("wings"), "no property has that name");
///
/// let vehicle = Vehicle { id: 7, display_name: Some("Blue".to_owned()) };
/// let json = to_vec_with(&vehicle, &WriteOptions::new().with_select(&set));
/// assert_eq!(json, br##"{"@odata.type":"#fleet.vehicle","displayName":"Blue"}"##);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertySet {
    descriptor: &'static TypeDescriptor,
    bits: Bits,
    children: Vec<(usize, PropertySet)>,
    dynamic: BTreeSet<Box<str>>,
    /// Whether the value had another type before: these are all its properties, and those that are removed.
    retyped: bool,
}

impl PropertySet {
    /// Creates the empty set of a type.
    pub const fn new(descriptor: &'static TypeDescriptor) -> Self {
        Self {
            descriptor,
            bits: Bits { low: [0; 2], high: Vec::new() },
            children: Vec::new(),
            dynamic: BTreeSet::new(),
            retyped: false,
        }
    }

    /// Creates the set of the properties with these indexes.
    pub(crate) fn of_bits(descriptor: &'static TypeDescriptor, bits: Bits) -> Self {
        Self { bits, ..Self::new(descriptor) }
    }

    /// Returns the type whose properties these are.
    pub const fn descriptor(&self) -> &'static TypeDescriptor {
        self.descriptor
    }

    /// Adds a property as a whole; returns false if it was present as a whole.
    pub fn insert(&mut self, index: usize) -> bool {
        let had_child = self.take_child(index).is_some();
        self.bits.insert(index) || had_child
    }

    /// Adds paths below a structured property, unless it is present as a whole.
    pub fn insert_child(&mut self, index: usize, child: PropertySet) {
        let is_whole = self.contains(index) && self.child(index).is_none();
        if is_whole {
            return;
        }
        self.bits.insert(index);
        match self.children.binary_search_by_key(&index, |(at, _)| *at) {
            Ok(at) => self.children[at].1.extend(child),
            Err(at) => self.children.insert(at, (index, child)),
        }
    }

    /// Adds a dynamic property.
    pub fn insert_dynamic(&mut self, name: impl Into<Box<str>>) {
        self.dynamic.insert(name.into());
    }

    /// Adds the property with this path, such as `userCheckinSummary/failedUserCount`; a name that an open type does
    /// not declare is a dynamic property. Returns false if there is no such property, and for paths of more than 100
    /// names: types that contain themselves have properties of any depth.
    pub fn insert_path(&mut self, path: &str) -> bool {
        path.split('/').nth(LONGEST_PATH).is_none() && self.insert_names(path)
    }

    fn insert_names(&mut self, path: &str) -> bool {
        let (name, rest) = path.split_once('/').map_or((path, None), |(name, rest)| (name, Some(rest)));
        match (self.descriptor.find(name), rest) {
            (Some(index), None) => {
                self.insert(index);
                true
            }
            (Some(index), Some(rest)) => {
                let structured = self.descriptor.property(index).and_then(|property| property.ty.edm.structured());
                let Some(descriptor) = structured else { return false };
                let mut child = Self::new(descriptor);
                let found = child.insert_names(rest);
                if found {
                    self.insert_child(index, child);
                }
                found
            }
            (None, None) if self.descriptor.is_open => {
                self.insert_dynamic(name);
                true
            }
            (None, _) => false,
        }
    }

    /// Removes a property with all paths below it.
    pub fn remove(&mut self, index: usize) {
        self.bits.remove(index);
        self.take_child(index);
    }

    /// Removes a part of the key that is inside a complex value, unless the set has that as a whole.
    pub(crate) fn remove_nested(&mut self, part: &KeyPart) {
        self.remove_below(part.index(), &mut part.below());
    }

    fn remove_below(&mut self, index: usize, below: &mut dyn Iterator<Item = usize>) {
        let Some(next) = below.next() else { return self.remove(index) };
        if let Ok(at) = self.children.binary_search_by_key(&index, |(at, _)| *at) {
            let child = &mut self.children[at].1;
            child.remove_below(next, below);
            if child.is_empty() && !child.retyped {
                self.remove(index);
            }
        }
    }

    fn take_child(&mut self, index: usize) -> Option<PropertySet> {
        let at = self.children.binary_search_by_key(&index, |(at, _)| *at).ok()?;
        Some(self.children.remove(at).1)
    }

    fn extend(&mut self, other: PropertySet) {
        let mut children = other.children;
        for index in other.bits.iter() {
            match children.iter().position(|(at, _)| *at == index) {
                Some(at) => self.insert_child(index, children.swap_remove(at).1),
                None => {
                    self.insert(index);
                }
            }
        }
        self.dynamic.extend(other.dynamic);
        self.retyped |= other.retyped;
    }

    /// Notes that the value had another type before.
    pub(crate) const fn set_retyped(&mut self) {
        self.retyped = true;
    }

    /// Returns whether the value had another type before.
    pub(crate) const fn is_retyped(&self) -> bool {
        self.retyped
    }

    /// Returns whether the property, or any path below it, is in the set.
    #[inline]
    pub fn contains(&self, index: usize) -> bool {
        self.bits.contains(index)
    }

    /// Returns the paths below a structured property; `None` if the property is present as a whole or not at all.
    pub fn child(&self, index: usize) -> Option<&PropertySet> {
        let at = self.children.binary_search_by_key(&index, |(at, _)| *at).ok()?;
        Some(&self.children[at].1)
    }

    /// Returns whether the set has a part of the key.
    pub fn contains_key(&self, part: &KeyPart) -> bool {
        let (mut set, mut index) = (self, part.index());
        for below in part.below() {
            match set.child(index) {
                Some(child) => (set, index) = (child, below),
                None => break,
            }
        }
        set.contains(index)
    }

    /// Returns whether the dynamic property is in the set.
    pub fn contains_dynamic(&self, name: &str) -> bool {
        self.dynamic.contains(name)
    }

    /// Returns the names of the dynamic properties.
    pub fn dynamic(&self) -> impl Iterator<Item = &str> {
        self.dynamic.iter().map(|name| &**name)
    }

    /// Returns whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.bits.is_empty() && self.dynamic.is_empty()
    }

    /// Returns the indexes of the properties, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.bits.iter()
    }

    /// Returns all paths as text, such as `userCheckinSummary/failedUserCount`.
    pub fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        self.collect_paths("", &mut paths);
        paths
    }

    fn collect_paths(&self, prefix: &str, paths: &mut Vec<String>) {
        for index in self.iter() {
            let Some(property) = self.descriptor.property(index) else { continue };
            let path = format!("{prefix}{}", property.name);
            match self.child(index) {
                Some(child) => child.collect_paths(&format!("{path}/"), paths),
                None => paths.push(path),
            }
        }
        paths.extend(self.dynamic().map(|name| format!("{prefix}{name}")));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::Bits;

    proptest! {
        #[test]
        fn bits_are_a_set_of_indexes(steps in prop::collection::vec((any::<bool>(), 0_usize..400), 0..200)) {
            let (mut bits, mut indexes) = (Bits::default(), BTreeSet::new());
            for (insert, index) in steps {
                if insert {
                    prop_assert_eq!(bits.insert(index), indexes.insert(index));
                } else {
                    bits.remove(index);
                    indexes.remove(&index);
                }
                prop_assert_eq!((bits.is_empty(), bits.len()), (indexes.is_empty(), indexes.len()));
            }
            prop_assert!(bits.iter().eq(indexes.iter().copied()));
            prop_assert!((0..500).all(|index| bits.contains(index) == indexes.contains(&index)));
        }
    }
}
