//! OData entity data models as plain Rust structs.
#![warn(missing_docs)]

// The derives write `::odata_core`, also inside of this crate.
extern crate self as odata_core;

pub mod codec;
pub mod csdl;
pub mod delta;
pub mod edm;
mod error;
pub mod json;
mod property;
mod property_set;
mod serde_adapter;
pub mod slot;
pub mod value;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use delta::{Changes, Delta, Diff, RawDelta};
pub use edm::{Container, Model};
pub use error::{Error, ErrorCode, Result};
pub use odata_derive::{ODataComplex, ODataContainer, ODataEntity, ODataEnum};
pub use property::Property;
pub use property_set::PropertySet;
pub use slot::{
    AnyOf, DynamicProperties, EnumType, IsA, Nav, PropertyValue, Slot, Structured, StructuredType, ValueRef,
};

/// A test of a model: fails with all faults of the container's model.
///
/// ```ignore
/// #[test]
/// fn model_is_valid() {
///     odata_core::assert_model!(GraphService);
/// }
/// ```
#[macro_export]
macro_rules! assert_model {
    ($container:ty) => {
        if let ::std::result::Result::Err(faults) = $crate::Model::of::<$container>() {
            ::std::panic!("the model of `{}` has faults: {:#?}", ::std::stringify!($container), faults);
        }
    };
}
