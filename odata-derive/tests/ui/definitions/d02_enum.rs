//! D2: a type definition is a struct.

use odata_core::ODataTypeDefinition;

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku")]
pub enum Sku {
    Text(String),
}

fn main() {}
