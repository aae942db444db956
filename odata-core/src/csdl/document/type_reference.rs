//! The type of a value, with its facets.

use super::Name;
use crate::geo::Srid;

/// The type of a property, parameter, return value or term, with its facets (OData CSDL 4.01 §7.1, §7.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeReference {
    /// The qualified name, of the items if it is a collection.
    pub name: Name,
    /// Whether it is a collection.
    pub collection: bool,
    /// Whether a value, or an item, can be null; `None` where the document does not say it: a single value can be then,
    /// and nothing is known of items (OData CSDL XML 4.01 §7.2.1).
    pub nullable: Option<bool>,
    /// The facets.
    pub facets: Facets,
}

impl TypeReference {
    /// Creates the type of single values, without facets.
    pub fn new(name: impl Into<Name>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Returns whether a value, or an item, can be null, as far as is known.
    pub fn is_nullable(&self) -> bool {
        self.nullable.unwrap_or(true)
    }
}

/// Displays the type as an attribute of CSDL: `Collection(Edm.String)`.
impl std::fmt::Display for TypeReference {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.collection { write!(formatter, "Collection({})", self.name) } else { self.name.fmt(formatter) }
    }
}

/// The facets of a type (OData CSDL 4.01 §7.2). Whether they fit the type is not known here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The maximum number of characters or bytes.
    pub max_length: Option<MaxLength>,
    /// The number of significant digits, or of digits of a second.
    pub precision: Option<u64>,
    /// The number of digits after the point.
    pub scale: Option<Scale>,
    /// Whether text has characters outside of ASCII.
    pub unicode: Option<bool>,
    /// The coordinate reference system.
    pub srid: Option<Srid>,
}

/// The facet `MaxLength`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaxLength {
    /// A number of characters or bytes.
    Number(u64),
    /// The maximum that the service has; in documents of version 4.0 only.
    Max,
}

/// The facet `Scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A number of digits.
    Number(u64),
    /// Any number of digits that the precision allows.
    Variable,
    /// A decimal floating-point number; not in documents of version 4.0.
    Floating,
}
