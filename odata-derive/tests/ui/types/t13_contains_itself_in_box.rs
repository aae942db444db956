//! T13: a complex value does not contain itself without end.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    parent: Box<Info>,
}

fn main() {}
