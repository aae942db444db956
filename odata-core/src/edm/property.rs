//! What a property says of itself.

use super::{DefaultValue, EdmType, Facets, PrimitiveType, PropertyType, doc_comment};

/// A structural or navigation property of a structured type (OData CSDL 4.01 §7, §8).
///
/// ```
/// use odata_core::{ODataEntity, StructuredType};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     #[odata(max_length = 50)]
///     pub display_name: Option<String>,
/// }
///
/// let name = Vehicle::DESCRIPTOR.property(1).expect("a vehicle has two properties");
/// assert_eq!((name.name(), name.rust_name(), name.max_length()), ("displayName", "display_name", Some(50)));
/// assert!(name.ty().is_nullable() && !name.is_key());
/// assert_eq!(name.ty().name(), "Edm.String");
/// ```
#[derive(Debug)]
pub struct PropertyDescriptor {
    #[doc(hidden)]
    pub name: &'static str,
    /// The name in quotes with the colon after it, ready to be copied out.
    #[doc(hidden)]
    pub json: &'static str,
    /// `name_hash` of the name.
    #[doc(hidden)]
    pub hash: u32,
    #[doc(hidden)]
    pub rust_name: &'static str,
    /// `name_hash` of the name of the Rust field.
    #[doc(hidden)]
    pub rust_hash: u32,
    #[doc(hidden)]
    pub ty: &'static PropertyType,
    /// Key, computed, immutable, containment.
    #[doc(hidden)]
    pub flags: PropertyFlags,
    /// The facets that are declared (OData CSDL 4.01 §7.2).
    #[doc(hidden)]
    pub facets: Facets,
    #[doc(hidden)]
    pub default: Option<DefaultValue>,
    #[doc(hidden)]
    pub description: &'static str,
}

impl PropertyDescriptor {
    /// Returns the name, as in JSON.
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust field.
    #[inline]
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the type, with what the Rust type of the field says of the property.
    #[inline]
    pub const fn ty(&self) -> &'static PropertyType {
        self.ty
    }

    /// Returns whether the property is part of the entity's key (OData CSDL 4.01 §6.5).
    #[inline]
    pub const fn is_key(&self) -> bool {
        self.flags.is_key()
    }

    /// Returns whether the property is annotated with `Core.Computed`: made by the service, ignored in requests.
    #[inline]
    pub const fn is_computed(&self) -> bool {
        self.flags.is_computed()
    }

    /// Returns whether the property is annotated with `Core.Immutable`: given at creation, ignored in updates.
    #[inline]
    pub const fn is_immutable(&self) -> bool {
        self.flags.is_immutable()
    }

    /// Returns whether this is a containment navigation property: the related entities live below this one (OData CSDL
    /// 4.01 §8.4).
    #[inline]
    pub const fn contains_target(&self) -> bool {
        self.flags.contains_target()
    }

    /// Returns the declared default value in the form of the CSDL attribute `DefaultValue` (OData CSDL 4.01 §7.2.7).
    pub const fn default_value(&self) -> Option<&'static str> {
        match self.default {
            Some(literal) => Some(literal.text()),
            None => None,
        }
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }

    /// Returns whether a new entity or complex value must be given a value: not nullable, without default, not made by
    /// the service.
    pub const fn is_required(&self) -> bool {
        self.ty.is_required() && self.default.is_none() && !self.flags.is_computed()
    }

    /// Returns whether a request gives the property to a new complex value: it is not made by the service, and related
    /// entities have requests of their own.
    #[inline]
    pub const fn is_insertable(&self) -> bool {
        !self.ty.navigation && !self.flags.is_computed()
    }

    /// Returns the facet `MaxLength`, if it is declared: characters of text, bytes of everything else (OData CSDL 4.01
    /// §7.2.2).
    pub const fn max_length(&self) -> Option<u32> {
        match self.ty.edm {
            EdmType::Primitive(primitive) if primitive.has_max_length() && self.facets.0 != 0 => Some(self.facets.0),
            _ => None,
        }
    }

    /// Returns the facet `Precision`, if it is declared: digits of a decimal number, digits of a fraction of a second
    /// (OData CSDL 4.01 §7.2.3).
    pub const fn precision(&self) -> Option<u16> {
        match self.ty.edm {
            EdmType::Primitive(primitive) if primitive.has_precision() => self.facets.precision(),
            _ => None,
        }
    }

    /// Returns the facet `Scale`, if it is declared and not `variable`: digits of a decimal number after the point
    /// (OData CSDL 4.01 §7.2.4).
    pub const fn scale(&self) -> Option<u16> {
        match self.ty.edm {
            EdmType::Primitive(PrimitiveType::Decimal) => self.facets.scale(),
            _ => None,
        }
    }

    /// Returns whether an update may change the property.
    pub const fn is_updatable(&self) -> bool {
        self.flags.0 & (PropertyFlags::KEY.0 | PropertyFlags::COMPUTED.0 | PropertyFlags::IMMUTABLE.0) == 0
    }
}

/// Yes-or-no facts of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PropertyFlags(pub u16);

impl PropertyFlags {
    /// The property is none of these.
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

    /// Returns whether the property is part of the entity's key.
    pub const fn is_key(self) -> bool {
        self.0 & Self::KEY.0 != 0
    }

    /// Returns whether the service makes the value.
    pub const fn is_computed(self) -> bool {
        self.0 & Self::COMPUTED.0 != 0
    }

    /// Returns whether the value is given at creation and never changed.
    pub const fn is_immutable(self) -> bool {
        self.0 & Self::IMMUTABLE.0 != 0
    }

    /// Returns whether the related entities live below this one.
    pub const fn contains_target(self) -> bool {
        self.0 & Self::CONTAINS_TARGET.0 != 0
    }
}
