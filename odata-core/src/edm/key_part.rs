//! The parts of keys.

use std::fmt;

use super::{ModelPath, PropertyDescriptor, facts::KeyPath};
use crate::slot::{Slot, Structured};

/// A part of the key of an entity type: one of its properties, or a property of a complex value in it (OData CSDL 4.01
/// §6.5). `Display` writes the path to it.
///
/// ```
/// use odata_core::{ODataComplex, ODataEntity, StructuredType};
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "shop.info")]
/// struct Info {
///     id: i32,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "shop.product", key(info.id as infoId, region))]
/// struct Product {
///     info: Info,
///     region: String,
/// }
///
/// let parts: Vec<_> = Product::DESCRIPTOR.key().map(|part| (part.name(), part.to_string())).collect();
/// assert_eq!(parts, [("infoId", "info/id".to_owned()), ("region", "region".to_owned())]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct KeyPart {
    name: &'static str,
    index: usize,
    property: &'static PropertyDescriptor,
    /// The path, if it is declared.
    path: Option<ModelPath>,
}

impl KeyPart {
    /// Returns the part of the key that a property is, if it is one.
    pub(super) fn of_property(index: usize, property: &'static PropertyDescriptor) -> Option<Self> {
        property.flags.is_key().then_some(Self { name: property.name, index, property, path: None })
    }

    /// Returns the part of a key that is declared by a path.
    pub(super) fn of_path(declared: &'static KeyPath) -> Option<Self> {
        let path = (declared.path)();
        let (first, property) = (path.step(0)?, path.property()?);
        Some(Self { name: declared.alias.unwrap_or(property.name), index: first.index(), property, path: Some(path) })
    }

    /// Returns the name by which URLs give the value: the alias of a path, or the name of the property.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the index of the property of the entity that is the value or has it inside.
    pub const fn index(&self) -> usize {
        self.index
    }

    /// Returns the property that has the value.
    pub const fn property(&self) -> &'static PropertyDescriptor {
        self.property
    }

    /// Returns whether the value is inside a complex value.
    pub fn is_nested(&self) -> bool {
        self.below().next().is_some()
    }

    /// Returns the indexes along the path after the first one.
    pub(crate) fn below(&self) -> impl Iterator<Item = usize> + use<> {
        self.path.into_iter().flat_map(|path| path.steps().skip(1)).map(super::ModelStep::index)
    }

    /// Returns whether these are the indexes along the path.
    pub(crate) fn is_at(&self, indexes: impl Iterator<Item = usize>) -> bool {
        std::iter::once(self.index).chain(self.below()).eq(indexes)
    }

    /// Returns the value in an entity. `None` if a complex value on the way is null.
    pub fn get<'e>(&self, entity: &'e dyn Structured) -> Option<&'e dyn Slot> {
        self.below().try_fold(entity.slot(self.index), |slot, index| Some(slot.view().structured()?.slot(index)))
    }

    /// Returns the value in an entity, mutably. `None` if a complex value on the way is null.
    pub fn get_mut<'e>(&self, entity: &'e mut dyn Structured) -> Option<&'e mut dyn Slot> {
        self.below().try_fold(entity.slot_mut(self.index), |slot, index| Some(slot.current()?.slot_mut(index)))
    }
}

impl PartialEq for KeyPart {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.index == other.index && std::ptr::eq(self.property, other.property)
    }
}

impl Eq for KeyPart {}

impl fmt::Display for KeyPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => path.fmt(formatter),
            None => formatter.write_str(self.name),
        }
    }
}
