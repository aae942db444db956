//! OData entity data models as plain Rust structs.
//!
//! Declare the model once. The schema is checked by the compiler, and reading and writing OData JSON, PATCH bodies and
//! `$metadata` follow from the declaration.
//!
//! ```
//! use odata_core::{
//!     AnyOf, Delta, Diff, Model, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum, codec, csdl,
//!     value::{DateTimeOffset, UnknownMember},
//! };
//!
//! /// The common part of all entities.
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.entity", abstract)]
//! pub struct Entity {
//!     #[odata(key, computed)]
//!     pub id: String,
//! }
//!
//! /// Something that moves.
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.vehicle")]
//! pub struct Vehicle {
//!     #[odata(base)]
//!     pub entity: Entity,
//!     #[odata(max_length = 50)]
//!     pub display_name: Option<String>, // displayName, Edm.String, nullable
//!     pub seats: i32,                   // Edm.Int32, not nullable
//!     pub fuel: Fuel,
//!     pub position: Option<Position>,
//!     pub last_seen: Option<DateTimeOffset>,
//!     #[odata(contains_target)]
//!     pub trips: Nav<Vec<Trip>>, // absent until it is expanded
//! }
//!
//! /// A vehicle that carries goods: nested in Rust, flat in JSON.
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.truck")]
//! pub struct Truck {
//!     #[odata(base)]
//!     pub vehicle: Vehicle,
//!     #[odata(default = 7.5)]
//!     pub tonnes: f64,
//! }
//!
//! #[derive(ODataEntity, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.trip")]
//! pub struct Trip {
//!     #[odata(base)]
//!     pub entity: Entity,
//!     pub kilometres: i32,
//! }
//!
//! #[derive(ODataComplex, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.position")]
//! pub struct Position {
//!     pub latitude: f64,
//!     pub longitude: f64,
//! }
//!
//! #[derive(ODataEnum, Clone, Debug, PartialEq)]
//! #[odata(type = "fleet.fuel")]
//! pub enum Fuel {
//!     Diesel,
//!     Electric,
//!     #[odata(unknown)]
//!     Other(UnknownMember),
//! }
//!
//! #[derive(ODataContainer)]
//! #[odata(type = "fleet.Container")]
//! pub struct Fleet {
//!     #[odata(entity_set)]
//!     pub vehicles: Vec<AnyOf<Vehicle>>,
//! }
//!
//! // `@odata.type` names the type, wherever it is.
//! let body = br##"{"id": "7", "seats": 2, "fuel": "electric", "@odata.type": "#fleet.truck",
//!                  "position": {"latitude": 47.6, "longitude": -122.3}}"##;
//! let any: AnyOf<Vehicle> = codec::from_slice(body)?;
//! let truck: &Truck = any.downcast_ref().expect("the body says so");
//! assert_eq!(truck.seats, 2); // inherited fields are reached directly
//! assert_eq!(truck.tonnes, 7.5);
//!
//! // The difference of two states is the smallest PATCH body, and a PATCH body turns one state into the other.
//! let mut moved = truck.clone();
//! moved.display_name = Some("Blue".to_owned());
//! moved.position.as_mut().expect("it has one").latitude = 47.7;
//! let patch = truck.diff(&moved).to_vec();
//! assert_eq!(patch, br#"{"displayName":"Blue","position":{"latitude":47.7}}"#);
//!
//! let mut stored = truck.clone();
//! Delta::<Truck>::read_for(&stored, &patch, &codec::ReadOptions::update())?.apply_to(&mut stored)?;
//! assert_eq!(stored, moved);
//!
//! // The same without JSON, by typed names.
//! let mut delta = Delta::<Truck>::new();
//! delta.set(Truck::PROPERTIES.seats, 3)?.set(Truck::PROPERTIES.display_name, None)?;
//! delta.apply_to(&mut stored)?;
//! assert_eq!((stored.seats, &stored.display_name), (3, &None));
//!
//! // All faults of a body are reported, each with its path, line and column.
//! let error = codec::from_slice::<AnyOf<Vehicle>>(br#"{"seats": "two", "fuel": "diesel"}"#).unwrap_err();
//! assert_eq!(error.target(), Some("seats"));
//! assert_eq!(error.to_string(), "seats: a string where `Edm.Int32` is declared (line 1, column 11)");
//!
//! // The entity sets of a container by typed names.
//! assert_eq!(Fleet::SETS.vehicles.name(), "vehicles");
//!
//! // The model of a container, and its `$metadata`.
//! let model = Model::of::<Fleet>()?;
//! assert!(csdl::to_xml(&model).contains(r#"<EntityType Name="truck" BaseType="fleet.vehicle">"#));
//! # Ok::<(), odata_core::Error>(())
//! ```
//!
//! # Types
//!
//! | Rust | EDM |
//! |---|---|
//! | `bool` | `Edm.Boolean` |
//! | `u8`, `i8`, `i16`, `i32`, `i64` | `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32`, `Edm.Int64` |
//! | `f32`, `f64`, [`value::Decimal`] | `Edm.Single`, `Edm.Double`, `Edm.Decimal` |
//! | `String`, `Vec<u8>`, [`value::Guid`] | `Edm.String`, `Edm.Binary`, `Edm.Guid` |
//! | [`value::Date`], [`value::TimeOfDay`] | `Edm.Date`, `Edm.TimeOfDay` |
//! | [`value::DateTimeOffset`], [`value::Duration`] | `Edm.DateTimeOffset`, `Edm.Duration` |
//! | [`value::Stream`] | `Edm.Stream`, inline or at a URL of its own |
//! | [`slot::Untyped`] | `Edm.Untyped`: any JSON |
//! | types of [`geo`], under the feature `geojson` | `Edm.GeographyPoint`, `Edm.Geometry` and the 14 others |
//! | types of `chrono`, `jiff`, `time`, `rust_decimal`, `bigdecimal` | [under features](#types-of-other-crates) |
//! | a type with `derive(ODataComplex)`, `derive(ODataEnum)` | a complex type, an enumeration type |
//! | [`Flags<E>`](Flags) of an enum with `#[odata(flags)]` | the enumeration type, any number of its members |
//! | a newtype with `derive(ODataTypeDefinition)` | a type definition |
//! | `T`, `Option<T>`, `Vec<T>`, `Vec<Option<T>>` | `Nullable="false"`, `Nullable="true"`, a collection, one with null items |
//! | `Box<T>` | as `T` |
//! | [`AnyOf<T>`](AnyOf) | `T`, and in values any type that derives from it |
//! | [`Nav<T>`](Nav) of an entity type | a navigation property |
//!
//! # Types of other crates
//!
//! With a feature these are types of properties as well, and `From` and `TryFrom` convert between them and the types of
//! [`value`], in both directions.
//!
//! | feature | Rust | EDM |
//! |---|---|---|
//! | `chrono-0_4` | `DateTime<FixedOffset>`, `DateTime<Utc>` | `Edm.DateTimeOffset` |
//! | | `NaiveDate`, `NaiveTime`, `TimeDelta` | `Edm.Date`, `Edm.TimeOfDay`, `Edm.Duration` |
//! | `jiff-0_2` | `Timestamp` | `Edm.DateTimeOffset` |
//! | | `civil::Date`, `civil::Time`, `SignedDuration` | `Edm.Date`, `Edm.TimeOfDay`, `Edm.Duration` |
//! | `time-0_3` | `OffsetDateTime` | `Edm.DateTimeOffset` |
//! | | `Date`, `Time`, `Duration` | `Edm.Date`, `Edm.TimeOfDay`, `Edm.Duration` |
//! | `rust_decimal-1` | `Decimal` | `Edm.Decimal` |
//! | `bigdecimal-0_4` | `BigDecimal` | `Edm.Decimal` |
//!
//! A conversion keeps the number, instant, time or length exactly, or it is refused, and so is a body with a value that
//! the type of the property cannot hold: fractions of a nanosecond, years out of range, digits beyond the 96 bits or
//! the 28 decimals of `rust_decimal`. What a type cannot express is lost: trailing zeros of a fraction of a second,
//! whether seconds were written, the offset in `DateTime<Utc>` and `Timestamp`. A leap second stays one in the types of
//! `chrono`; it is the first of the next minute in `Timestamp` and `OffsetDateTime`, and refused as a `civil::Time` or
//! a `time::Time`. OData writes offsets in whole minutes, below a day: a property with any other offset is written in
//! UTC. `jiff::Zoned` cannot be the type of a property, as OData has no time zones. A default value must be one that
//! the type can hold.
//!
//! # Attributes
//!
//! Whatever a declaration needs beyond names and types is in `#[odata(..)]`, on the type, on its fields and on
//! its variants. The page of each derive lists the words with their meaning:
//!
//! - [`derive(ODataEntity)`](macro@ODataEntity): an entity type, its keys, properties and navigation properties,
//! - [`derive(ODataComplex)`](macro@ODataComplex): a complex type and its properties,
//! - [`derive(ODataEnum)`](macro@ODataEnum): an enumeration type and its members,
//! - [`derive(ODataTypeDefinition)`](macro@ODataTypeDefinition): a type definition and its facets,
//! - [`derive(ODataAction)`](macro@ODataAction): an action and its parameters,
//! - [`derive(ODataFunction)`](macro@ODataFunction): a function and its parameters,
//! - [`derive(ODataContainer)`](macro@ODataContainer): the entity sets and singletons of a service.
//!
//! # Traits
//!
//! Derived types implement [`Structured`], whose methods reach properties by index. Everything else that their
//! values can do follows from that and is in two more traits: [`Reflect`] has `descriptor` and `clone_structured`, and
//! [`slot::AnySlot`] the methods of every slot. On `dyn Structured` all of these are available; on a value of your own
//! type a method needs its trait in scope. The [`prelude`] has what most programs need, without these traits: their
//! methods would appear on strings and vectors, too.
//!
//! ```
//! use odata_core::{Reflect, Slot, Structured, ValueRef, prelude::*};
//!
//! #[derive(ODataComplex, Clone)]
//! #[odata(type = "fleet.position")]
//! struct Position {
//!     latitude: f64,
//! }
//!
//! let position = Position { latitude: 47.6 };
//! assert_eq!(position.descriptor().name(), "fleet.position");
//! assert!(matches!(position.slot(0).view(), ValueRef::Double(47.6)));
//! ```
//!
//! # Large models
//!
//! Models of thousands of types are declared like small ones. They need two things, because rustc follows types that
//! refer to each other:
//!
//! - `debug = "line-tables-only"` in `[profile.dev]`. With full debug information rustc's stack overflows (SIGSEGV) on some
//!   hundred types that refer to each other in a ring.
//! - [`AnyOf`] somewhere in each ring of types, as in `Nav<Vec<AnyOf<Team>>>`. Without one, rings of more than 21
//!   types by `Nav<Vec<T>>` or 31 by `Option<Box<T>>` are refused with E0275, because rustc checks for each
//!   type in turn whether threads can share its values. `#![recursion_limit = "4096"]` on the crate takes some hundred.
//!
//! # Layers
//!
//! [`edm`] describes types as static data, [`slot`] gives access to values, [`json`] reads and writes tokens, [`codec`]
//! reads and writes values, [`delta`] their changes, [`uri`] reads and writes URLs, [`csdl`] writes `$metadata`.
//! Everything except the derives' output is compiled once, not once for each type.
//!
//! Through serde a derived type has the same JSON form, in the spelling of OData 4.0. Decimals are strings there, with
//! the exponents that they have, and a type name that does not come first buffers that one object. All features of
//! `serde_json` are supported: with `arbitrary_precision`, decimals that are numbers and dynamic properties keep their
//! digits.

// The derives write `::odata_core`, even inside this crate.
extern crate self as odata_core;

pub mod annotation;
pub mod codec;
pub mod csdl;
pub mod delta;
pub mod edm;
mod entity_set;
mod error;
pub mod geo;
pub mod json;
mod path;
pub mod prelude;
mod property;
mod property_path;
mod property_set;
mod request_rules;
mod serde_adapter;
pub mod slot;
pub mod uri;
pub mod value;
pub mod vocabularies;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use delta::{Changes, Delta, Diff, RawDelta};
pub use edm::{Action, Container, Function, Model, Operation};
pub use entity_set::{EntitySet, Singleton};
pub use error::{Error, ErrorCode, Result};
pub use odata_derive::{
    ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataEnum, ODataFunction, ODataRecord, ODataTerm,
    ODataTypeDefinition,
};
pub use path::{LeadsTo, Path};
pub use property::Property;
pub use property_path::PropertyPath;
pub use property_set::PropertySet;
pub use request_rules::RequestRules;
pub use slot::{
    AnyOf, Concrete, DynamicProperties, EntityValue, EnumType, Flags, IsA, Nav, Optional, PropertyValue, Reflect, Slot,
    Structured, StructuredType, ValueRef,
};

/// Makes a record for annotations: a constant of a type that derives `ODataRecord`, with its values written as in
/// `annotate(..)`. Members that are not written are absent. Where it has paths, `for Type, ` names the type that they
/// begin in.
///
/// ```
/// use odata_core::{ODataComplex, ODataRecord, annotation::{PropertyPath, Value}, record};
///
/// #[derive(ODataRecord, Clone, Copy, Debug)]
/// #[odata(type = "shop.audit")]
/// pub struct Audit {
///     pub by: Value<String>,
///     pub of: Value<Option<PropertyPath>>,
/// }
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "shop.info")]
/// pub struct Info {
///     pub id: i32,
/// }
///
/// const NIGHTLY: Audit = record!(Audit { by: "job" });
/// const OF_ID: Audit = record!(for Info, Audit { by: "job", of: path(id) });
/// ```
#[macro_export]
macro_rules! record {
    ($($content:tt)*) => { $crate::__private::record!($crate; $($content)*) };
}

/// Tests a model: panics with all faults of the container's model, one per line.
///
/// ```
/// # use odata_core::{ODataContainer, ODataEntity};
/// # #[derive(ODataEntity, Clone)]
/// # #[odata(type = "fleet.vehicle")]
/// # pub struct Vehicle { #[odata(key)] pub id: i32 }
/// #[derive(ODataContainer)]
/// #[odata(type = "fleet.Container")]
/// struct Fleet {
///     #[odata(entity_set)]
///     vehicles: Vec<Vehicle>,
/// }
///
/// // inside a function with `#[test]`
/// odata_core::assert_model!(Fleet);
/// ```
#[macro_export]
macro_rules! assert_model {
    ($container:ty) => {
        if let ::std::result::Result::Err(error) = $crate::Model::of::<$container>() {
            ::std::panic!(
                "the model of `{}` has faults:\n{}",
                ::std::stringify!($container),
                $crate::__private::lines(&error)
            );
        }
    };
}
