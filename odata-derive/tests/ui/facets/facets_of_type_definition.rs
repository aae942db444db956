//! F1, F2, F3 of a type definition: the facets are those of the type in it. (6 faults)

use odata_core::{ODataTypeDefinition, value::Decimal};

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.count", max_length = 3, unicode = false)]
pub struct Count(pub i32);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.name", precision = 3, scale = 2)]
pub struct Name(pub String);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.money", precision = 0)]
pub struct Money(pub Decimal);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.rate", precision = 2, scale = 3)]
pub struct Rate(pub Decimal);

fn main() {}
