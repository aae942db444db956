//! F6: a default value is a member of the enumeration type.
use odata_core::{ODataEntity, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "Active")]
    state: State,
}

fn main() {}
