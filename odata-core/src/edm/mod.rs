//! The entity data model: the descriptors of derived types, as plain static data.
//!
//! A derive writes one [`TypeDescriptor`] for a structured type, one [`EnumDescriptor`] for an enumeration type, one
//! [`TypeDefinition`] for a type definition, one [`OperationDescriptor`] for an action or function and one
//! [`ContainerDescriptor`] for an entity container. Everything else in this crate is a loop over them.

#[doc(hidden)]
pub mod check;
mod container;
pub(crate) mod default_value;
mod definition;
mod difference;
mod document;
mod enumeration;
pub(crate) mod external;
pub(crate) mod facets;
pub(crate) mod facts;
mod faults;
mod flags;
pub(crate) mod import;
mod key_part;
mod lints;
mod model;
mod model_path;
#[cfg(test)]
mod model_tests;
pub(crate) mod name_bits;
pub(crate) mod navigation;
pub(crate) mod operation;
pub(crate) mod property;
mod property_type;
mod reference;
pub(crate) mod registry;
mod snapshot;
mod structured;
pub(crate) mod walk;

pub use crate::csdl::{OnDelete, PrimitiveType};
pub use container::{Container, ContainerChild, ContainerDescriptor, SchemaAlias};
pub(crate) use default_value::DefaultValue;
pub use definition::TypeDefinition;
pub use difference::{Difference, Impact};
pub use enumeration::{EnumDescriptor, EnumMember};
pub use external::{DocumentAnnotation, DocumentPart, ExternalAnnotation, Target};
pub(crate) use facets::{Excess, Facets};
pub(crate) use flags::{FlagNames, ReadFlags};
pub use import::{NavigationBinding, OperationImport};
pub use key_part::KeyPart;
pub use model::Model;
pub use model_path::{ModelPath, ModelStep};
pub(crate) use name_bits::NameBits;
pub use navigation::ReferentialConstraint;
pub(crate) use operation::OperationAllows;
pub use operation::{Action, Function, Operation, OperationDescriptor, OperationKind};
pub use property::PropertyDescriptor;
pub use property_type::{EdmType, PropertyType};
pub use reference::{Include, IncludeAnnotations, Reference};
pub use registry::Registry;
pub use snapshot::ModelSnapshot;
pub use structured::{TypeDescriptor, TypeKind};

/// Returns the doc comment that a descriptor holds, if it has any text.
const fn doc_comment(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// Returns the hash by which properties are found: 32-bit FNV-1a of the name's UTF-8 bytes. The derives compute the
/// same one.
#[inline]
pub(crate) const fn name_hash(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut hash = 0x811c_9dc5_u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Returns the bit of a name in [`NameBits`]: where it is not set, no property has the name.
#[inline]
pub(crate) const fn name_bit(hash: u32) -> u128 {
    1 << (hash % 128)
}
