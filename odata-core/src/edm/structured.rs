//! The descriptor of an entity type or a complex type.

use super::{KeyPart, NameBits, PropertyDescriptor, doc_comment, facts::TypeFacts, name_bit, name_hash};
use crate::{
    annotation::{Annotation, Annotations, ItemPart, annotations::of_part},
    json::same_text,
    slot::Structured,
};

/// The kinds of structured types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeKind {
    /// An entity type (OData CSDL 4.01 §6).
    Entity,
    /// A complex type (OData CSDL 4.01 §9).
    Complex,
    /// The parameters of an action or function (OData CSDL 4.01 §12.9), in place of properties. No model has it as a
    /// type: [`Operation`](super::Operation).
    Operation,
}

impl TypeKind {
    /// Returns the word for one of its properties.
    pub(crate) const fn part(self) -> &'static str {
        match self {
            Self::Entity | Self::Complex => "property",
            Self::Operation => "parameter",
        }
    }
}

/// An entity type or a complex type.
///
/// Descriptors are statics, so two references to one type are the same address: [`TypeDescriptor::is`].
///
/// A property's index is its position along the inheritance chain, base first. An index that is valid for a type is
/// valid for every type that derives from it.
///
/// ```
/// use odata_core::{ODataEntity, StructuredType, edm::TypeKind};
///
/// /// Something that moves.
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub display_name: Option<String>,
/// }
///
/// let vehicle = Vehicle::DESCRIPTOR;
/// assert_eq!((vehicle.name(), vehicle.kind(), vehicle.len()), ("fleet.vehicle", TypeKind::Entity, 2));
/// assert_eq!(vehicle.description(), Some("Something that moves."));
/// assert_eq!(vehicle.find("displayName"), Some(1));
/// ```
// In this order, for the reason that `PropertyType` has: `own` refers to other types, `blank` to the code for this one.
#[repr(C)]
pub struct TypeDescriptor {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub kind: TypeKind,
    #[doc(hidden)]
    pub base: Option<&'static TypeDescriptor>,
    /// The index of the first own property, which is the number of inherited properties.
    #[doc(hidden)]
    pub start: u16,
    #[doc(hidden)]
    pub own: &'static [PropertyDescriptor],
    /// The names that the type's own properties and fields can have.
    #[doc(hidden)]
    pub names: NameBits,
    /// The Rust fields that are not properties. If there is a base, the first of them holds it.
    #[doc(hidden)]
    pub other_fields: &'static [&'static str],
    #[doc(hidden)]
    pub is_abstract: bool,
    #[doc(hidden)]
    pub is_open: bool,
    #[doc(hidden)]
    pub has_stream: bool,
    #[doc(hidden)]
    pub description: &'static str,
    /// What few types declare.
    #[doc(hidden)]
    pub facts: Option<&'static TypeFacts>,
    #[doc(hidden)]
    pub blank: fn() -> Box<dyn Structured>,
}

impl TypeDescriptor {
    /// Returns the descriptor of a type that declares no more than these. Where it has a base, it is open and a media entity
    /// type if that is.
    #[expect(clippy::cast_possible_truncation, reason = "indexes of properties are 16 bits wide")]
    pub(crate) const fn plain(
        kind: TypeKind,
        name: &'static str,
        rust_name: &'static str,
        base: Option<&'static TypeDescriptor>,
        own: &'static [PropertyDescriptor],
        other_fields: &'static [&'static str],
        blank: fn() -> Box<dyn Structured>,
    ) -> Self {
        let (start, is_open, has_stream) = match base {
            Some(base) => (base.len() as u16, base.is_open, base.has_stream),
            None => (0, false, false),
        };
        Self {
            name,
            rust_name,
            kind,
            base,
            start,
            own,
            names: NameBits::of(own, other_fields),
            other_fields,
            is_abstract: false,
            is_open,
            has_stream,
            description: "",
            facts: None,
            blank,
        }
    }

    /// Returns the qualified name, as in `@odata.type` and `$metadata`.
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust type.
    #[inline]
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns whether it is an entity type or a complex type.
    #[inline]
    pub const fn kind(&self) -> TypeKind {
        self.kind
    }

    /// Returns the type that this one derives from (OData CSDL 4.01 §6.2, §9.2).
    #[inline]
    pub const fn base(&self) -> Option<&'static TypeDescriptor> {
        self.base
    }

    /// Returns the properties that the type itself declares, in declaration order.
    #[inline]
    pub const fn own_properties(&self) -> &'static [PropertyDescriptor] {
        self.own
    }

    /// Returns whether no instance can have exactly this type.
    #[inline]
    pub const fn is_abstract(&self) -> bool {
        self.is_abstract
    }

    /// Returns whether instances can have dynamic properties; inherited (OData CSDL 4.01 §6.3).
    #[inline]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Returns whether instances are media entities, which represent a stream of their own, such as a photo; inherited
    /// (OData CSDL 4.01 §6.4).
    #[inline]
    pub const fn has_stream(&self) -> bool {
        self.has_stream
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }

    /// Returns a new instance, whose properties are null, empty, zero or their declared default values.
    #[inline]
    pub fn blank(&self) -> Box<dyn Structured> {
        (self.blank)()
    }

    /// Returns the number of properties of the type, including inherited ones.
    #[inline]
    pub const fn len(&self) -> usize {
        self.start as usize + self.own.len()
    }

    /// Returns whether the type has no properties.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns whether both are descriptors of the same type.
    #[inline]
    pub fn is(&self, other: &TypeDescriptor) -> bool {
        std::ptr::eq(self, other)
    }

    /// Returns whether the type is `other` or derives from it through any number of levels.
    pub fn derives_from(&self, other: &TypeDescriptor) -> bool {
        self.chain().any(|level| level.is(other))
    }

    /// Returns the type, its base, the base of that, and so on.
    pub fn chain(&self) -> impl Iterator<Item = &TypeDescriptor> {
        std::iter::successors(Some(self), |level| level.base)
    }

    /// Returns the property with this index.
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

    /// Returns all properties with their indexes, base first.
    pub fn properties(&self) -> impl Iterator<Item = (usize, &'static PropertyDescriptor)> {
        (0..self.len()).filter_map(|index| Some((index, self.property(index)?)))
    }

    /// Returns the index of the property with this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.search(name).map(|(index, _)| index)
    }

    /// Returns the property with this name and its index, tried first at `hint`: bodies mostly hold members in declared
    /// order.
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

    /// Returns the parts of the key in order. It is declared on one level of the chain (OData CSDL 4.01 §6.5).
    pub fn key(&self) -> impl Iterator<Item = KeyPart> {
        self.chain().flat_map(TypeDescriptor::own_key)
    }

    /// Returns the parts of the key that the type itself declares.
    pub(crate) fn own_key(&self) -> impl Iterator<Item = KeyPart> {
        let paths = self.facts.map_or(&[][..], |facts| facts.key);
        let properties = if paths.is_empty() { self.own } else { &[] };
        let start = usize::from(self.start);
        let by_word = properties.iter().enumerate();
        let by_word = by_word.filter_map(move |(own, property)| KeyPart::of_property(start + own, property));
        paths.iter().filter_map(KeyPart::of_path).chain(by_word)
    }

    /// Returns whether the type or a base type has rare facts, without which it has no [`nested_key`](Self::nested_key).
    #[inline]
    pub(crate) fn has_facts(&self) -> bool {
        let mut level = self;
        loop {
            match (level.facts, level.base) {
                (Some(_), _) => return true,
                (None, Some(base)) => level = base,
                (None, None) => return false,
            }
        }
    }

    /// Returns the parts of the key that are inside complex values. As others do, they keep their values in updates.
    pub fn nested_key(&self) -> impl Iterator<Item = KeyPart> {
        let declared = self.chain().filter_map(|level| level.facts).flat_map(|facts| facts.key);
        declared.filter_map(KeyPart::of_path).filter(KeyPart::is_nested)
    }

    /// Returns the alternate keys of the type and its base types, each with its parts in order (`Core.AlternateKeys`).
    pub fn alternate_keys(&self) -> impl Iterator<Item = impl Iterator<Item = KeyPart>> {
        self.chain().flat_map(TypeDescriptor::own_alternate_keys)
    }

    /// Returns the alternate keys that the type itself declares.
    pub(crate) fn own_alternate_keys(&self) -> impl Iterator<Item = impl Iterator<Item = KeyPart>> {
        let keys = self.facts.map_or(&[][..], |facts| facts.alternate_keys);
        keys.iter().map(|key| key.iter().filter_map(KeyPart::of_path))
    }

    /// Returns the annotations of the type itself (OData CSDL 4.01 §14.2), without those that other words say:
    /// `Core.Description`, `Core.AlternateKeys`.
    pub fn annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        of_part(self.all_annotations(), ItemPart::ITSELF)
    }

    /// Returns the annotations of the property with this index, without those that other words say:
    /// `Core.Description`, `Core.Computed`, `Core.Immutable`.
    pub fn property_annotations(&self, index: usize) -> impl Iterator<Item = &'static Annotation> + use<> {
        let owner = self.chain().find(|level| index >= usize::from(level.start));
        let own = owner.map_or(0, |owner| index - usize::from(owner.start));
        of_part(owner.and_then(Self::all_annotations), ItemPart::of(own))
    }

    /// Returns the annotations of the type and of its own properties.
    pub(crate) fn all_annotations(&self) -> Annotations {
        self.facts?.annotations
    }

    /// Returns whether a value of the type that is new must be given this one of its properties.
    pub(crate) fn requires(&self, property: &PropertyDescriptor) -> bool {
        match self.kind {
            TypeKind::Entity | TypeKind::Complex => property.is_required(),
            TypeKind::Operation => property.is_required_parameter(),
        }
    }

    /// Returns the name without its namespace.
    pub fn short_name(&self) -> &'static str {
        self.name.rsplit_once('.').map_or(self.name, |(_, name)| name)
    }

    /// Returns the namespace of the name.
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
