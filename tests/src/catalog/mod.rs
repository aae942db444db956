//! A model with entity sets, served over HTTP: keys of several types, of several properties and
//! inside complex values, an open type, an
//! enumeration type that keeps unknown members, four levels of inheritance, immutable properties, containment over two
//! levels, and singletons.

mod parts;
pub mod server;

use odata_core::{
    AnyOf, Nav, ODataContainer, ODataEntity,
    value::{DateTimeOffset, Decimal, Duration, Guid},
};

pub use parts::{
    Availability, Category, Comment, Counter, Dimensions, Label, Owner, Parcel, Review, Settings, Shift, StockLine,
};

/// What everything in the catalog has.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.item", abstract)]
pub struct Item {
    /// Made by the service.
    #[odata(key, computed)]
    pub id: Guid,
    /// Given once.
    #[odata(immutable)]
    pub sku: Option<String>,
    /// The time of the last write.
    #[odata(computed)]
    pub last_modified: Option<DateTimeOffset>,
}

/// Something to buy.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.product")]
pub struct Product {
    /// Common properties.
    #[odata(base)]
    pub item: Item,
    #[odata(max_length = 40)]
    pub name: String,
    pub price: Option<Decimal>,
    /// How many were sold.
    #[odata(default = 0)]
    pub sold: i64,
    /// Whether it can be bought.
    pub availability: Option<Availability>,
    /// The size.
    pub dimensions: Option<Dimensions>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Where it belongs.
    pub category: Nav<Option<Category>>,
    /// What people say.
    #[odata(contains_target)]
    pub reviews: Nav<Vec<Review>>,
}

/// Something to read.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.book")]
pub struct Book {
    /// Inherited properties.
    #[odata(base)]
    pub product: Product,
    /// How many pages it has.
    pub pages: Option<i32>,
}

/// Something to listen to.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "catalog.audioBook")]
pub struct AudioBook {
    /// Inherited properties.
    #[odata(base)]
    pub book: Book,
    /// How long it plays.
    pub playing_time: Option<Duration>,
}

/// Everything that is served.
#[derive(ODataContainer)]
#[odata(type = "catalog.Container", schema("catalog", alias = "c"))]
pub struct Catalog {
    /// A polymorphic set with keys that the service makes.
    #[odata(entity_set)]
    pub products: Vec<AnyOf<Product>>,
    /// An open type whose key the client gives.
    #[odata(entity_set)]
    pub categories: Vec<Category>,
    /// A key of several properties.
    #[odata(entity_set)]
    pub stock: Vec<StockLine>,
    /// A key with a part inside a complex value.
    #[odata(entity_set)]
    pub parcels: Vec<Parcel>,
    /// A computed key of a type for which no values are made.
    #[odata(entity_set)]
    pub counters: Vec<Counter>,
    /// A key of all the types that a URL writes in ways of their own.
    #[odata(entity_set)]
    pub shifts: Vec<Shift>,
    /// A singleton that always has a value.
    #[odata(singleton)]
    pub settings: Settings,
    /// A singleton that may have none, and contains entities.
    #[odata(singleton, nullable)]
    pub owner: Owner,
}
