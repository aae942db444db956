//! D1: a type definition is based on one value. (3 faults)

use odata_core::{Nav, ODataTypeDefinition};

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.skus")]
pub struct Skus(pub Vec<String>);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku")]
pub struct Sku(pub Option<String>);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.related")]
pub struct Related(pub Nav<i32>);

fn main() {}
