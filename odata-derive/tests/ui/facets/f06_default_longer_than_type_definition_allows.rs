//! F6: a default value is within the facets of the type definition.

use odata_core::{ODataEntity, ODataTypeDefinition};

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku", max_length = 3)]
pub struct Sku(pub String);

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    #[odata(default = "none")]
    pub sku: Sku,
}

fn main() {}
