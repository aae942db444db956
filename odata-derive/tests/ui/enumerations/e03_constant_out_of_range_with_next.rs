//! E3: what is counted from a value out of range is not refused as well.
use odata_core::ODataEnum;

const LAST: isize = 2_147_483_648;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active = LAST,
    Resting,
    Ended,
}

fn main() {}
