//! D2: a type definition has one unnamed field. (2 faults)

use odata_core::ODataTypeDefinition;

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.pair")]
pub struct Pair(pub String, pub String);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.nothing")]
pub struct Nothing;

fn main() {}
