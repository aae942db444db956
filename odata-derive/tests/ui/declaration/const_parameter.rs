//! A type of the model is not generic.
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.policy")]
struct Policy<const N: usize> {
    #[odata(skip)]
    name: Option<[u8; N]>,
}

fn main() {}
