//! Faults that the compiler itself reports do not hide the other faults of an item.
use odata_core::{ODataEntity, ODataEnum, value::UnknownMember};

#[derive(ODataEntity, Clone)]
#[odata(type = "policy")]
struct Policy {
    name: &str,
    #[odata(computd)]
    count: u32,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active = 1,
    #[odata(name = "1")]
    Stopped = 2,
    #[odata(unknown)]
    Other(UnknownMember),
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.device")]
struct Device {
    #[odata(base)]
    policy: Policy,
    #[odata(default = "active")]
    state: State,
}

fn main() {}
