//! A shop with actions and functions.

#![expect(missing_docs, reason = "the declarations are examples")]

use odata_core::prelude::*;

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    pub category: Nav<Option<Category>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.bundle")]
pub struct Bundle {
    #[odata(base)]
    pub product: Product,
    pub parts: Nav<Vec<Product>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.category")]
pub struct Category {
    #[odata(key)]
    pub id: i32,
}

/// Only an operation refers to it.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "shop.offer")]
pub struct Offer {
    pub season: Option<Season>,
}

/// Only a type that only an operation refers to does.
#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "shop.season")]
pub enum Season {
    Spring,
    Autumn,
}

/// Puts products on sale.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(
    type = "shop.discount",
    bound_to = Vec<AnyOf<Product>>,
    binding = "products",
    returns(Vec<AnyOf<Product>>),
    entity_set_path("products")
)]
pub struct Discount {
    /// How much less.
    #[odata(precision = 5, scale = 2)]
    pub percent: Decimal,
    pub offers: Vec<Offer>,
    #[odata(default = "spring", max_length = 10)]
    pub reason: Optional<Option<String>>,
    pub until: Optional<Date>,
}

#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "shop.related", bound_to = Product, returns(Vec<Product>), composable)]
pub struct Related;

#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "shop.related", bound_to = Product, returns(Vec<Product>), composable)]
pub struct RelatedIn {
    pub region: String,
    pub seasons: Vec<Option<Season>>,
}

#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "shop.unpack", bound_to = Bundle, returns(Option<Decimal>, precision = 7, scale = 1))]
pub struct Unpack;

/// Nothing leads to it: it is unbound and named by the container alone.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "shop.reset")]
pub struct Reset;

#[derive(ODataContainer)]
#[odata(type = "shop.Shop", types(Reset))]
pub struct Shop {
    #[odata(entity_set)]
    pub products: Vec<AnyOf<Product>>,
}

#[derive(ODataContainer)]
#[odata(type = "shop.Small", types(only(Related)))]
pub struct Small {
    #[odata(entity_set)]
    pub products: Vec<AnyOf<Product>>,
}
