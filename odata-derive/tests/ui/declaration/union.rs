//! A type of the model is not a union.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone, Copy)]
#[odata(type = "graph.policy")]
union Policy {
    number: i32,
    bits: i32,
}

fn main() {}
