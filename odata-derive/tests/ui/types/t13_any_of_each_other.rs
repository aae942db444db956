//! T13: the same in `AnyOf`.
use odata_core::{AnyOf, ODataComplex};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.parent")]
struct Parent {
    child: AnyOf<Child>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.child")]
struct Child {
    parent: AnyOf<Parent>,
}

fn main() {}
