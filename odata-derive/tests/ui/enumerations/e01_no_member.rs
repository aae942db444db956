//! E1: an enumeration type has a member.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {}

fn main() {}
