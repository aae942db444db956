//! F2: a precision applies to decimal numbers and times.
use odata_core::{ODataEntity, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(precision = 5)]
    state: State,
}

fn main() {}
