//! A complex type has no key.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    #[odata(key)]
    id: String,
}

fn main() {}
