//! A model with one of everything: all primitive types, four levels of inheritance, nested, polymorphic and repeated
//! complex values, an open type, an enumeration type that keeps unknown members and one with flags, a type definition,
//! immutable and computed properties.

mod parts;

use odata_core::{
    AnyOf, DynamicProperties, Flags, Nav, ODataContainer, ODataEntity,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, Stream, TimeOfDay},
};

pub use parts::{Colour, Dimensions, Extra, LongTextSetting, NumberSetting, Plate, Setting, Size, TextSetting};

/// What everything in the workshop has.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "workshop.thing", abstract)]
pub struct Thing {
    /// Made by the service.
    #[odata(key, computed)]
    pub id: String,
    /// Given once.
    #[odata(immutable)]
    pub serial_number: Option<i64>,
}

/// A thing that works.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "workshop.machine")]
pub struct Machine {
    /// Common properties.
    #[odata(base)]
    pub thing: Thing,
    /// Text.
    pub display_name: Option<String>,
    /// Text that must be there.
    pub owner: String,
    /// A number with a default value.
    #[odata(default = 5)]
    pub priority: i32,
    /// True or false.
    pub enabled: Option<bool>,
    /// A polymorphic value.
    pub main_setting: Option<AnyOf<Setting>>,
    /// Polymorphic values.
    pub settings: Vec<AnyOf<Setting>>,
    /// A required complex value with another one inside.
    pub dimensions: Dimensions,
    /// The same, nullable and boxed.
    pub packed: Option<Box<Dimensions>>,
    /// Made by the service.
    #[odata(computed)]
    pub changed: Option<DateTimeOffset>,
    /// Things that belong to this one.
    #[odata(contains_target)]
    pub parts: Nav<Vec<AnyOf<Thing>>>,
}

/// A machine that moves.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "workshop.vehicle")]
pub struct Vehicle {
    /// Inherited properties.
    #[odata(base)]
    pub machine: Machine,
    /// `Edm.Byte`.
    pub byte: u8,
    /// `Edm.SByte`.
    pub signed_byte: Option<i8>,
    /// `Edm.Int16`.
    pub short: Option<i16>,
    /// `Edm.Int64`.
    pub long: i64,
    /// `Edm.Single`.
    pub single: Option<f32>,
    /// `Edm.Double`.
    pub double: f64,
    /// `Edm.Decimal`.
    pub price: Option<Decimal>,
    /// `Edm.Binary`.
    pub photo: Option<Vec<u8>>,
    /// `Edm.Guid`.
    pub correlation: Option<Guid>,
    /// `Edm.Date`.
    pub built: Date,
    /// `Edm.TimeOfDay`.
    pub opens: Option<TimeOfDay>,
    /// `Edm.DateTimeOffset`.
    pub seen: Option<DateTimeOffset>,
    /// `Edm.Duration`.
    pub worked: Option<Duration>,
    /// `Edm.Stream`.
    pub manual: Option<Stream>,
    /// A member of an enumeration type.
    pub colour: Option<Colour>,
    /// Members of an enumeration type.
    pub colours: Vec<Colour>,
    /// Text, any number of times.
    pub tags: Vec<String>,
    /// Numbers that may be null.
    pub readings: Vec<Option<i32>>,
    /// Complex values.
    pub boxes: Vec<Dimensions>,
}

/// A vehicle with dynamic properties.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "workshop.truck", open)]
pub struct Truck {
    /// Inherited properties.
    #[odata(base)]
    pub vehicle: Vehicle,
    /// Tonnes.
    pub load: i32,
    /// Members of an enumeration type at once.
    pub extras: Option<Flags<Extra>>,
    /// The same, any number of times.
    pub extras_of_trips: Vec<Option<Flags<Extra>>>,
    /// A value of a type definition.
    pub plate: Option<Plate>,
    /// What the model does not declare.
    #[odata(dynamic)]
    pub more: DynamicProperties,
}

/// Where the machines are found.
#[derive(ODataContainer)]
#[odata(type = "workshop.Container")]
pub struct Container {
    #[odata(entity_set)]
    pub machines: Vec<AnyOf<Machine>>,
}
