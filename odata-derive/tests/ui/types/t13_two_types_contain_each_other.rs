//! T13: complex values do not contain each other without end.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.parent")]
struct Parent {
    name: String,
    child: Box<Child>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.child")]
struct Child {
    name: String,
    parent: Box<Parent>,
}

fn main() {}
