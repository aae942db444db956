//! A newtype is not a complex type.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.sku")]
struct Sku(String);

fn main() {}
