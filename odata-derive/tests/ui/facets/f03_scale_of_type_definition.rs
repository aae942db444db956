//! F3: a scale is not greater than the precision, also where one is that of a type definition. (2 faults)

use odata_core::{ODataEntity, ODataTypeDefinition, value::Decimal};

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.money", scale = 4)]
pub struct Money(pub Decimal);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.rate", precision = 3)]
pub struct Rate(pub Decimal);

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    #[odata(precision = 3)]
    pub price: Money,
    #[odata(scale = 4)]
    pub discount: Rate,
    #[odata(precision = 4)]
    pub right: Money,
    #[odata(scale = variable)]
    pub variable: Rate,
}

fn main() {}
