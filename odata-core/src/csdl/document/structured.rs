//! Entity types and complex types with their properties.

use super::{Annotation, Name, Place, TypeReference};
use crate::csdl::OnDelete;

/// An entity type or a complex type (OData CSDL 4.01 §6, §9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StructuredType {
    /// Whether it is an entity type or a complex type.
    pub kind: StructuredKind,
    /// The name, without a namespace.
    pub name: Name,
    /// The type that it derives from.
    pub base: Option<Name>,
    /// Whether no value has exactly this type.
    pub is_abstract: bool,
    /// Whether values can have dynamic properties. A base type can say it for the types that derive from it.
    pub is_open: bool,
    /// Whether entities have a stream of their own. A base type can say it for the types that derive from it.
    pub has_stream: bool,
    /// The parts of the key that the type itself declares.
    pub key: Option<Vec<PropertyRef>>,
    /// The structural and navigation properties that the type itself declares, in order.
    pub properties: Vec<Property>,
    /// Annotations of the type.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// The kinds of structured types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum StructuredKind {
    /// An entity type (OData CSDL 4.01 §6).
    #[default]
    Entity,
    /// A complex type (OData CSDL 4.01 §9).
    Complex,
}

impl StructuredType {
    /// Returns the property that the type itself declares with this name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }
}

/// A part of a key (OData CSDL 4.01 §6.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PropertyRef {
    /// The path to the property.
    pub path: Name,
    /// The name of the part, if it is not that of the property.
    pub alias: Option<Name>,
}

/// A structural or navigation property (OData CSDL 4.01 §7, §8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Property {
    /// The name.
    pub name: Name,
    /// The type with its facets.
    pub ty: TypeReference,
    /// The default value as a literal (OData CSDL 4.01 §7.2.7).
    pub default: Option<Name>,
    /// What only navigation properties have.
    pub navigation: Option<Navigation>,
    /// Annotations of the property.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// What only navigation properties have (OData CSDL 4.01 §8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Navigation {
    /// Whether the related entities are part of this one.
    pub contains_target: bool,
    /// The path of the property that leads back.
    pub partner: Option<Name>,
    /// The properties with values of the related entity.
    pub constraints: Vec<ReferentialConstraint>,
    /// What happens to the related entities when the entity is deleted.
    pub on_delete: Option<OnDelete>,
    /// Annotations of what happens then.
    pub on_delete_annotations: Vec<Annotation>,
}

/// A property that has the value of one of the related entity (OData CSDL 4.01 §8.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReferentialConstraint {
    /// The path of the property.
    pub property: Name,
    /// The path of the property of the related entity.
    pub referenced: Name,
    /// Annotations of the constraint.
    pub annotations: Vec<Annotation>,
}
