//! D1: a type definition is not based on another one.

use odata_core::ODataTypeDefinition;

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku")]
pub struct Sku(pub String);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.shortSku", max_length = 3)]
pub struct ShortSku(pub Sku);

fn main() {}
