//! The entity data model: what a derived type says of itself, as plain static data.
//!
//! A derive writes one [`TypeDescriptor`] for a structured type, one [`EnumDescriptor`] for an enumeration type and one
//! [`ContainerDescriptor`] for an entity container. Everything else in this crate is a loop over them.

pub mod check;
mod container;
mod difference;
mod endless;
mod enumeration;
mod facets;
mod faults;
mod lints;
mod literal;
mod model;
#[cfg(test)]
mod model_tests;
mod name_bits;
mod primitive;
mod property;
mod property_type;
mod registry;
mod snapshot;
#[cfg(test)]
mod snapshot_tests;
mod structured;

pub use container::{Container, ContainerChild, ContainerDescriptor, SchemaAlias};
pub use difference::{Difference, Impact};
pub use enumeration::{EnumDescriptor, EnumMember};
pub(crate) use facets::Excess;
pub use facets::Facets;
pub use literal::Literal;
pub use model::Model;
pub use name_bits::NameBits;
pub use primitive::PrimitiveType;
pub use property::{PropertyDescriptor, PropertyFlags};
pub use property_type::{EdmType, PropertyType};
pub use registry::{Registration, Registry};
pub use snapshot::ModelSnapshot;
pub use structured::{TypeDescriptor, TypeKind};

/// The hash by which properties are found: 32-bit FNV-1a of the name's UTF-8 bytes. The derives compute the same one.
#[inline]
pub const fn name_hash(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// The bit that stands for a name in [`NameBits`]: where it is not set, no property has the name.
#[inline]
pub const fn name_bit(hash: u32) -> u128 {
    1 << (hash % 128)
}
