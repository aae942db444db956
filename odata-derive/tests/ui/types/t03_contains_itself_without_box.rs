//! T3: the compiler itself refuses types of infinite size.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    parent: Option<Info>,
}

fn main() {}
