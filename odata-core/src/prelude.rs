//! The items for declaring and changing entities: `use odata_core::prelude::*`.
//!
//! The derives, the types of fields, and what `old.diff(&new)` and `entity.key()` need. Nothing in it shadows a name of
//! the standard prelude, and no trait in it has methods on types that are not of the model.
//!
//! ```
//! use odata_core::prelude::*;
//!
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.vehicle")]
//! pub struct Vehicle {
//!     #[odata(key)]
//!     pub id: Guid,
//!     pub built: Option<Date>,
//!     pub trips: Nav<Vec<Vehicle>>,
//! }
//!
//! fn patch(old: &Vehicle, new: &Vehicle) -> Result<Vec<u8>, std::io::Error> {
//!     Ok(old.diff(new).to_vec())
//! }
//! ```

#[doc(no_inline)]
pub use crate::{
    AnyOf, Delta, Diff, DynamicProperties, Nav, ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataEnum,
    ODataFunction, Optional, PropertySet, StructuredType as _,
    uri::EntityKey as _,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, Stream, TimeOfDay, UnknownMember},
};
