//! E3: the value of a member is in range.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active = 5_000_000_000,
}

fn main() {}
