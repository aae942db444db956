//! T13: the same through the base type.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.shape")]
struct Shape {
    outline: Box<Circle>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.circle")]
struct Circle {
    #[odata(base)]
    shape: Shape,
    radius: f64,
}

fn main() {}
