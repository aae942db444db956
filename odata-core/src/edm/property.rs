//! What a property says of itself.

use super::{EdmType, Facets, Literal, PrimitiveType, PropertyType};

/// A structural or navigation property of a structured type (OData CSDL 4.01 §7, §8).
#[derive(Debug)]
pub struct PropertyDescriptor {
    /// The name, as in JSON.
    pub name: &'static str,
    /// The name in quotes with the colon after it, ready to be copied out.
    pub json: &'static str,
    /// [`name_hash`](super::name_hash) of the name.
    pub hash: u32,
    /// The name of the Rust field.
    pub rust_name: &'static str,
    /// [`name_hash`](super::name_hash) of the name of the Rust field.
    pub rust_hash: u32,
    /// The type.
    pub ty: &'static PropertyType,
    /// Key, computed, immutable, containment.
    pub flags: PropertyFlags,
    /// The facets that are declared (OData CSDL 4.01 §7.2).
    pub facets: Facets,
    /// The default value (OData CSDL 4.01 §7.2.7).
    pub default: Option<Literal>,
    /// The doc comment.
    pub description: &'static str,
}

impl PropertyDescriptor {
    /// Whether a new entity or complex value must be given a value: not nullable, without default, not made by the service.
    pub const fn is_required(&self) -> bool {
        self.ty.is_required() && self.default.is_none() && !self.flags.is_computed()
    }

    /// Whether a request gives the property to a new complex value: it is not made by the service, and related entities
    /// have requests of their own.
    #[inline]
    pub const fn is_insertable(&self) -> bool {
        !self.ty.navigation && !self.flags.is_computed()
    }

    /// The facet `MaxLength`, if it is declared: characters of text, bytes of everything else (OData CSDL 4.01 §7.2.2).
    pub const fn max_length(&self) -> Option<u32> {
        match self.ty.edm {
            EdmType::Primitive(primitive) if primitive.has_max_length() && self.facets.0 != 0 => Some(self.facets.0),
            _ => None,
        }
    }

    /// The facet `Precision`, if it is declared: digits of a decimal number, digits of a fraction of a second
    /// (OData CSDL 4.01 §7.2.3).
    pub const fn precision(&self) -> Option<u16> {
        match self.ty.edm {
            EdmType::Primitive(primitive) if primitive.has_precision() => self.facets.precision(),
            _ => None,
        }
    }

    /// The facet `Scale`, if it is declared and not `variable`: digits of a decimal number after the point
    /// (OData CSDL 4.01 §7.2.4).
    pub const fn scale(&self) -> Option<u16> {
        match self.ty.edm {
            EdmType::Primitive(PrimitiveType::Decimal) => self.facets.scale(),
            _ => None,
        }
    }

    /// Whether an update may change the property.
    pub const fn is_updatable(&self) -> bool {
        self.flags.0 & (PropertyFlags::KEY.0 | PropertyFlags::COMPUTED.0 | PropertyFlags::IMMUTABLE.0) == 0
    }
}

/// Yes-or-no facts of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PropertyFlags(pub u16);

impl PropertyFlags {
    /// No fact holds.
    pub const NONE: Self = Self(0);
    /// Part of the entity's key.
    pub const KEY: Self = Self(1);
    /// `Core.Computed`: made by the service, ignored in requests.
    pub const COMPUTED: Self = Self(2);
    /// `Core.Immutable`: given at creation, ignored in updates.
    pub const IMMUTABLE: Self = Self(4);
    /// `ContainsTarget`: the related entities live below this one.
    pub const CONTAINS_TARGET: Self = Self(8);

    /// These facts and others.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Part of the entity's key.
    pub const fn is_key(self) -> bool {
        self.0 & Self::KEY.0 != 0
    }

    /// Made by the service.
    pub const fn is_computed(self) -> bool {
        self.0 & Self::COMPUTED.0 != 0
    }

    /// Given at creation and never changed.
    pub const fn is_immutable(self) -> bool {
        self.0 & Self::IMMUTABLE.0 != 0
    }

    /// A containment navigation property.
    pub const fn contains_target(self) -> bool {
        self.0 & Self::CONTAINS_TARGET.0 != 0
    }
}
