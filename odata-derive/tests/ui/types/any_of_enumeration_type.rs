//! `AnyOf` takes an entity type or complex type.
use odata_core::{AnyOf, ODataComplex, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    state: AnyOf<State>,
}

fn main() {}
