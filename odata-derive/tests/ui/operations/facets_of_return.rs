//! Facets of what is returned apply to its type. (4 faults)

use odata_core::prelude::*;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.count", returns(i32, max_length = 5, scale = 2))]
struct Count;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.price", returns(Decimal, precision = 2, scale = 5, computed))]
struct Price;

fn main() {}
