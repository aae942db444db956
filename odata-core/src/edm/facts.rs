//! Facts about a structured type that most types do not have.

use super::{ModelPath, navigation::NavigationFacts};
use crate::annotation::Annotations;

/// What few types declare, as a static of its own, so that the others have one empty reference.
///
/// Descriptors are evaluated where a path is walked along, so a fact has its path through a function.
#[derive(Clone, Copy)]
pub struct TypeFacts {
    /// The key, if it is declared on the type.
    pub key: &'static [KeyPath],
    /// The alternate keys that are declared on the type, each with its parts.
    pub alternate_keys: &'static [&'static [KeyPath]],
    /// Partners and referential constraints.
    pub navigation: &'static [NavigationFacts],
    /// Annotations of the type and of its own properties.
    pub annotations: Annotations,
}

/// A part of a key that is declared by its path.
#[derive(Clone, Copy)]
pub struct KeyPath {
    /// The name of the part, which a path of more than one property has.
    pub alias: Option<&'static str>,
    /// Returns the path from the entity type to the property.
    pub path: fn() -> ModelPath,
}
