//! The facets of a type definition are words of the type. (3 faults)

use odata_core::ODataTypeDefinition;

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku")]
pub struct Sku(#[odata(max_length = 12)] pub String);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.code", max_lenght = 12)]
pub struct Code(#[odata(computed)] pub String);

fn main() {}
