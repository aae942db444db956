//! F7: a facet that a type definition sets is not set again where the type is used. (4 faults)

use odata_core::{
    ODataEntity, ODataTypeDefinition,
    value::{DateTimeOffset, Decimal},
};

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku", max_length = 12)]
pub struct Sku(pub String);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.money", precision = 10, scale = 2)]
pub struct Money(pub Decimal);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.instant")]
pub struct Instant(pub DateTimeOffset);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.code", unicode = false)]
pub struct Code(pub String);

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key, max_length = 12)]
    pub sku: Sku,
    #[odata(precision = 5, scale = 1)]
    pub price: Money,
    #[odata(precision = 3)]
    pub made: Instant,
    #[odata(unicode = false)]
    pub code: Code,
}

fn main() {}
