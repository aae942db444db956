//! T1: a base type is structured.
use odata_core::{ODataEntity, ODataEnum};

#[derive(Clone, ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    state: State,
    name: String,
}

fn main() {}
