//! T13: the same through three types and one box, with another type that leads there.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.start")]
struct Start {
    first: Box<First>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.first")]
struct First {
    second: Second,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.second")]
struct Second {
    third: Third,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.third")]
struct Third {
    first: Box<First>,
}

fn main() {}
