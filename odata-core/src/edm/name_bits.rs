//! The names that a type's own properties and fields can have.

use super::{PropertyDescriptor, name_bit, name_hash};

/// The bits `name_bit` of the names that one level of the chain declares: most names that it does not declare are
/// recognized by them at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameBits {
    /// The names of the properties.
    pub properties: u128,
    /// The names of the Rust fields, including those that are not properties.
    pub fields: u128,
}

impl NameBits {
    /// The bits of a level without names.
    pub const NONE: Self = Self { properties: 0, fields: 0 };

    /// Returns the bits of these properties and of the other fields.
    ///
    /// The compiler interprets this for each type: one loop over the properties, and no calls in it.
    pub const fn of(properties: &[PropertyDescriptor], other_fields: &[&str]) -> Self {
        let mut bits = Self::NONE;
        let mut rest = properties;
        while let [property, after @ ..] = rest {
            bits.properties |= 1 << (property.hash & 127);
            bits.fields |= 1 << (property.rust_hash & 127);
            rest = after;
        }
        let mut rest = other_fields;
        while let [field, after @ ..] = rest {
            bits.fields |= name_bit(name_hash(field));
            rest = after;
        }
        bits
    }
}
