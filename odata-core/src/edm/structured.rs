//! What an entity type or a complex type says of itself.

use super::{NameBits, PropertyDescriptor, name_bit, name_hash};
use crate::{json::same_text, slot::Structured};

/// The two kinds of structured types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeKind {
    /// An entity type (OData CSDL 4.01 §6).
    Entity,
    /// A complex type (OData CSDL 4.01 §9).
    Complex,
}

/// An entity type or a complex type.
///
/// Descriptors are statics, so two references to one type are the same address: [`TypeDescriptor::is`].
///
/// A property's index is its position along the inheritance chain, base first. An index that is valid for a type is
/// valid for every type that derives from it.
// In this order, for the reason that `PropertyType` has: `own` leads to other types, `blank` to the code for this one.
#[repr(C)]
pub struct TypeDescriptor {
    /// The qualified name, as in `@odata.type` and `$metadata`.
    pub name: &'static str,
    /// The name of the Rust type.
    pub rust_name: &'static str,
    /// Entity type or complex type.
    pub kind: TypeKind,
    /// The type that this one derives from.
    pub base: Option<&'static TypeDescriptor>,
    /// The index of the first own property: how many properties are inherited.
    pub start: u16,
    /// The properties that the type itself declares.
    pub own: &'static [PropertyDescriptor],
    /// Which names the type's own properties and fields can have.
    pub names: NameBits,
    /// The Rust fields that are no properties. Where there is a base, the first of them holds it.
    pub other_fields: &'static [&'static str],
    /// Whether no instance can have exactly this type.
    pub is_abstract: bool,
    /// Whether instances can have dynamic properties; inherited (OData CSDL 4.01 §6.3).
    pub is_open: bool,
    /// The doc comment.
    pub description: &'static str,
    /// A new instance: null, empty or default values.
    pub blank: fn() -> Box<dyn Structured>,
}

impl TypeDescriptor {
    /// How many properties the type has, inherited ones included.
    #[inline]
    pub const fn len(&self) -> usize {
        self.start as usize + self.own.len()
    }

    /// Whether the type has no property at all.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether both are the descriptor of one type.
    #[inline]
    pub fn is(&self, other: &TypeDescriptor) -> bool {
        std::ptr::eq(self, other)
    }

    /// Whether the type is `other` or derives from it over any number of levels.
    pub fn derives_from(&self, other: &TypeDescriptor) -> bool {
        self.chain().any(|level| level.is(other))
    }

    /// The type, its base, the base of that, and so on.
    pub fn chain(&self) -> impl Iterator<Item = &TypeDescriptor> {
        std::iter::successors(Some(self), |level| level.base)
    }

    /// The property with this index.
    #[inline]
    pub fn property(&self, index: usize) -> Option<&'static PropertyDescriptor> {
        let mut level = self;
        loop {
            if let Some(own) = index.checked_sub(level.start as usize) {
                return level.own.get(own);
            }
            level = level.base?;
        }
    }

    /// All properties with their indexes, base first.
    pub fn properties(&self) -> impl Iterator<Item = (usize, &'static PropertyDescriptor)> {
        (0..self.len()).filter_map(|index| Some((index, self.property(index)?)))
    }

    /// The index of the property with this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.search(name).map(|(index, _)| index)
    }

    /// The property with this name and its index, tried first at `hint`: bodies mostly hold members in declared order.
    #[inline]
    pub fn find_near(&self, name: &str, hint: usize) -> Option<(usize, &'static PropertyDescriptor)> {
        match self.property(hint) {
            Some(property) if same_text(property.name, name) => Some((hint, property)),
            _ => self.search(name),
        }
    }

    #[inline(never)]
    pub(crate) fn search(&self, name: &str) -> Option<(usize, &'static PropertyDescriptor)> {
        let hash = name_hash(name);
        let bit = name_bit(hash);
        let mut level = self;
        loop {
            if level.names.properties & bit != 0 {
                for (own, property) in level.own.iter().enumerate() {
                    if property.hash == hash && same_text(property.name, name) {
                        return Some((level.start as usize + own, property));
                    }
                }
            }
            level = level.base?;
        }
    }

    /// The key properties with their indexes. The key is declared on one level of the chain (OData CSDL 4.01 §6.5).
    pub fn key(&self) -> impl Iterator<Item = (usize, &'static PropertyDescriptor)> {
        self.properties().filter(|(_, property)| property.flags.is_key())
    }

    /// The name without its namespace.
    pub fn short_name(&self) -> &'static str {
        self.name.rsplit_once('.').map_or(self.name, |(_, name)| name)
    }

    /// The namespace of the name.
    pub fn namespace(&self) -> &'static str {
        self.name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
    }
}

impl std::fmt::Debug for TypeDescriptor {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("TypeDescriptor")
            .field("name", &self.name)
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

impl PartialEq for TypeDescriptor {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl Eq for TypeDescriptor {}
