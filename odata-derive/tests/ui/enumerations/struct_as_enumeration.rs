//! An enumeration type is an enum.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
struct State;

fn main() {}
