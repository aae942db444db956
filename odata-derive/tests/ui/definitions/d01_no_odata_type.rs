//! D1: a type definition is based on an OData type. (2 faults)

use odata_core::ODataTypeDefinition;

#[derive(Clone)]
pub struct Text;

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku")]
pub struct Sku(pub Text);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.count")]
pub struct Count(pub u32);

fn main() {}
