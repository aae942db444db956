//! The compiler itself reports a reference without a lifetime, also in a type that the macro does not know.
use odata_core::ODataComplex;

#[derive(Clone)]
struct Wrapper<T>(T);

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: Wrapper<&str>,
}

fn main() {}
