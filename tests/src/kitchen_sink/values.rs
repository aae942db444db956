//! Complex types, enumeration types and type definitions.

use odata_core::{
    DynamicProperties, Nav, ODataComplex, ODataEnum, ODataTypeDefinition,
    value::{Date, DateTimeOffset, Decimal, UnknownMember},
};

use super::{Note, Owner, Person, Room, Upkeep};

/// Where something can be put.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.spot")]
pub struct Spot {
    #[odata(indexed, unicode = false, max_length = 10)]
    pub hall: String,
}

/// A spot, and what is related to it.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.location")]
pub struct Location {
    #[odata(base)]
    pub spot: Spot,
    #[odata(searchable, default = "unknown")]
    pub description: String,
    #[odata(unique)]
    pub position: Option<i64>,
    pub room_id: Option<i32>,
    #[odata(referential_constraint(room_id = id), on_delete = set_null)]
    pub room: Nav<Option<Room>>,
    #[odata(on_delete = none)]
    pub guards: Nav<Vec<Person>>,
    #[odata(on_delete = set_default)]
    pub cleaner: Nav<Person>,
    #[odata(contains_target, on_delete = cascade)]
    pub remarks: Nav<Vec<Note>>,
}

/// A setting of a device, with whatever else belongs to it.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.Setting", abstract, open, rename_all = "PascalCase", allow(same_name_as_type))]
pub struct Setting {
    #[odata(immutable)]
    pub setting: String,
    #[odata(computed, precision = 3)]
    pub changed: Option<DateTimeOffset>,
    #[odata(dynamic)]
    pub more: DynamicProperties,
}

/// A setting that is text.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.textSetting")]
pub struct TextSetting {
    #[odata(base)]
    pub common: Setting,
    #[odata(name = "content")]
    pub text: Option<String>,
}

/// A setting that is a number.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.numberSetting", serde = false, crate = "::odata_core")]
pub struct NumberSetting {
    #[odata(base, no_deref)]
    pub common: Setting,
    pub number: i64,
}

/// What was measured.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.measure", description = "A number that was measured.", annotate(Owner = "lab", Upkeep = 1.50))]
pub struct Measure {
    #[odata(precision = 12, scale = variable, description = "As it was read.", annotate(Owner = "lab", Upkeep = null))]
    pub value: Decimal,
    #[odata(skip)]
    pub rounded: bool,
}

/// What was done, which nothing refers to.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "sink.audit.entry")]
pub struct Entry {
    pub text: String,
    pub day: Date,
}

/// The colour of paint.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "sink.Colour", rename_all = "PascalCase", allow(same_name_as_type), crate = "::odata_core")]
#[odata(description = "The colour of paint or of light.", annotate(Owner = "painters"))]
#[repr(i8)]
pub enum Colour {
    /// Not the same for all.
    Colour = -1,
    Green = 1,
    #[odata(name = "RAL3000", description = "Flame red.", annotate(Owner = "painters"))]
    Red = 100,
    /// A colour that came later.
    #[odata(unknown)]
    Other(UnknownMember),
}

/// What a device can have.
#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "sink.extra", flags)]
#[repr(i64)]
pub enum Extra {
    Battery = 1,
    Radio = 2,
    /// All of it.
    Everything = 3,
}

/// What nobody has decided yet.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "sink.undecided", allow(no_members), serde = false, register = false)]
pub enum Undecided {
    #[odata(unknown)]
    Other(UnknownMember),
}

/// Stock number.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "sink.sku", max_length = 12, unicode = false, description = "A number.", annotate(Owner = "stock"))]
pub struct Sku(pub String);

/// An amount in the currency of the house.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "sink.money", precision = 10, scale = 2)]
pub struct Money(pub Decimal);

/// A part of a whole.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "sink.ratio", precision = 20, scale = variable)]
pub struct Ratio(pub Decimal);

/// A point in time, to the millisecond.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "sink.instant", precision = 3)]
pub struct Instant(pub DateTimeOffset);

/// How urgent something is.
#[derive(ODataTypeDefinition, Clone, Copy, Debug, PartialEq)]
#[odata(type = "sink.level", register = false, serde = false, crate = "::odata_core")]
pub struct Level(pub u8);
