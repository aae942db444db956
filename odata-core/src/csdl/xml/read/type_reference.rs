//! Names, flags and types as attributes have them.

use super::{
    characters::trim,
    lexical::{boolean, max_length, number, scale, srid, type_name},
    tree::{Attribute, Node},
};
use crate::csdl::{Facets, Name, Place, TypeReference};

impl Node<'_> {
    pub(super) fn place(&self) -> Place {
        Place::Text(self.location)
    }

    /// Returns an attribute without the white space around it.
    fn trimmed(&self, name: &str) -> Option<&str> {
        self.attribute(name).map(|attribute| trim(&attribute.value))
    }

    /// Returns a name that may be missing.
    pub(super) fn name(&self, name: &str) -> Option<Name> {
        self.attribute(name).map(Attribute::name)
    }

    /// Returns a name; an empty one where it is missing, which is a fault.
    pub(super) fn needed(&self, name: &str) -> Name {
        self.name(name).unwrap_or_default()
    }

    /// Returns a text with all its white space.
    pub(super) fn literal(&self, name: &str) -> Option<Name> {
        let attribute = self.attribute(name)?;
        Some(Name::new(attribute.value.as_ref(), Place::Text(attribute.value_location)))
    }

    /// Returns names with white space between them.
    pub(super) fn names(&self, name: &str) -> Vec<Name> {
        let Some(attribute) = self.attribute(name) else { return Vec::new() };
        split_names(&attribute.value, Place::Text(attribute.value_location))
    }

    pub(super) fn boolean(&self, name: &str) -> Option<bool> {
        boolean(self.trimmed(name)?)
    }

    /// Returns a flag that is false where it is missing.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.boolean(name).unwrap_or(false)
    }

    /// Returns the type with its facets. That a single value can be null is so without the attribute.
    pub(super) fn ty(&self) -> TypeReference {
        let place = self.attribute("Type").map(|attribute| Place::Text(attribute.value_location));
        let (name, collection) = type_name(self.trimmed("Type").unwrap_or_default());
        TypeReference {
            name: Name::new(name, place.unwrap_or_default()),
            collection,
            nullable: self.boolean("Nullable").filter(|nullable| collection || !nullable),
            facets: self.facets(),
        }
    }

    pub(super) fn facets(&self) -> Facets {
        Facets {
            max_length: self.trimmed("MaxLength").and_then(max_length),
            precision: self.trimmed("Precision").and_then(number),
            scale: self.trimmed("Scale").and_then(scale),
            unicode: self.boolean("Unicode"),
            srid: self.trimmed("SRID").and_then(srid),
        }
    }
}

impl Attribute<'_> {
    fn name(&self) -> Name {
        Name::new(trim(&self.value), Place::Text(self.value_location))
    }
}

pub(super) fn split_names(text: &str, place: Place) -> Vec<Name> {
    text.split_ascii_whitespace().map(|name| Name::new(name, place)).collect()
}
