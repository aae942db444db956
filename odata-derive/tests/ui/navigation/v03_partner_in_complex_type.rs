//! V3: a navigation property of a complex type has no partner.
use odata_core::{Nav, ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.address")]
struct Address {
    #[odata(partner = address)]
    country: Nav<Option<Country>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.country")]
struct Country {
    #[odata(key)]
    id: String,
}

fn main() {}
