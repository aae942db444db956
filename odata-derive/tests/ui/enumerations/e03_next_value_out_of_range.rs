//! E3: the value of a member is in range, also where it is one more than the value before.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active = 2_147_483_646,
    Resting,
    Ended,
    Removed,
}

fn main() {}
