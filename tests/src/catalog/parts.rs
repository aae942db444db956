//! The smaller types of the catalog.

use odata_core::{
    DynamicProperties, Nav, ODataComplex, ODataEntity, ODataEnum,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay, UnknownMember},
};

/// Whether something can be bought.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "catalog.availability")]
pub enum Availability {
    /// Now.
    InStock,
    /// No more.
    SoldOut,
    /// A member that came later.
    #[odata(unknown)]
    Other(UnknownMember),
}

/// A size.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "catalog.dimensions")]
pub struct Dimensions {
    /// From side to side.
    pub width: i32,
    /// From top to bottom.
    pub height: Option<i32>,
}

/// Where products belong.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.category", open)]
pub struct Category {
    #[odata(key)]
    pub name: String,
    /// What it is about.
    pub about: Option<String>,
    /// Whatever else is known of it.
    #[odata(dynamic)]
    pub more: DynamicProperties,
}

/// How many there are of something in one place.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.stockLine")]
pub struct StockLine {
    /// The place.
    #[odata(key)]
    pub warehouse: String,
    /// The thing.
    #[odata(key)]
    pub product: i64,
    /// How many.
    pub quantity: i32,
    /// Given once.
    #[odata(immutable)]
    pub batch: Option<String>,
}

/// What identifies a parcel.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "catalog.label")]
pub struct Label {
    /// Unique in its region.
    pub id: i32,
    /// What is printed on it.
    pub text: Option<String>,
}

/// Something to send, with a part of the key inside a complex value.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.parcel", key(label.id as labelId, region))]
#[odata(alternate_key(tracking), alternate_key(label.text as labelText, region))]
pub struct Parcel {
    /// Who sends it.
    pub sender: Option<String>,
    /// Where it goes.
    pub region: String,
    /// Another part of the key.
    pub label: Label,
    /// A number of the carrier's own.
    pub tracking: Option<String>,
}

/// Something that cannot be made.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.counter")]
pub struct Counter {
    /// A number that a service would have to make.
    #[odata(key, computed)]
    pub number: i32,
}

/// When somebody works.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.shift")]
pub struct Shift {
    /// `Edm.Date`.
    #[odata(key)]
    pub day: Date,
    /// `Edm.TimeOfDay`.
    #[odata(key)]
    pub start: TimeOfDay,
    /// `Edm.Duration`.
    #[odata(key)]
    pub length: Duration,
    /// `Edm.Boolean`.
    #[odata(key)]
    pub night: bool,
    /// An enumeration type.
    #[odata(key)]
    pub kind: Availability,
    /// `Edm.Decimal`.
    #[odata(key)]
    pub rate: Decimal,
    /// `Edm.DateTimeOffset`.
    #[odata(key)]
    pub planned: DateTimeOffset,
    /// `Edm.Byte`.
    #[odata(key)]
    pub hall: u8,
    /// Who works.
    pub person: Option<String>,
}

/// What somebody says of a product.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.review")]
pub struct Review {
    /// Given by the client.
    #[odata(key)]
    pub number: i32,
    /// From 1 to 5.
    pub stars: u8,
    /// What others say of it.
    #[odata(contains_target)]
    pub comments: Nav<Vec<Comment>>,
}

/// What somebody says of a review.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.comment")]
pub struct Comment {
    /// Made by the service.
    #[odata(key, computed)]
    pub id: String,
    /// The words.
    pub text: String,
}

/// How the catalog works.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.settings")]
pub struct Settings {
    /// Made by the service.
    #[odata(key, computed)]
    pub id: Guid,
    /// Given once.
    #[odata(immutable)]
    pub region: Option<String>,
    /// What prices are in.
    pub currency: String,
}

/// Whose catalog it is.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.owner")]
pub struct Owner {
    /// Made by the service.
    #[odata(key, computed)]
    pub id: String,
    pub name: Option<String>,
    /// How to reach the owner.
    pub address: Option<String>,
    /// The time of the last write.
    #[odata(computed)]
    pub changed: Option<DateTimeOffset>,
    /// What the owner says.
    #[odata(contains_target)]
    pub notes: Nav<Vec<Comment>>,
}
