//! E3: the value of a member is in range, also where it is counted from a constant.
use odata_core::ODataEnum;

const LAST: isize = 2_147_483_646;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active = LAST,
    Resting,
    Ended,
    Removed,
}

fn main() {}
