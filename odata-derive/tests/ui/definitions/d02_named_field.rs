//! D2: the field of a type definition has no name.

use odata_core::{ODataEntity, ODataTypeDefinition};

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku")]
pub struct Sku {
    pub text: Option<i32>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub sku: Sku,
}

fn main() {}
