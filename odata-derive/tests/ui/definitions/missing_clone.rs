//! A type definition is `Clone`.

use odata_core::ODataTypeDefinition;

#[derive(ODataTypeDefinition)]
#[odata(type = "shop.sku")]
pub struct Sku(pub String);

fn main() {}
