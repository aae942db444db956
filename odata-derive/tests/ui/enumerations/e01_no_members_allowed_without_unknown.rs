//! E1: an enumeration type that is allowed to have no members has values of its own all the same.

use odata_core::ODataEnum;

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state", allow(no_members))]
pub enum State {}

fn main() {}
