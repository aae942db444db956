//! E3: a value that is counted from one out of range is not reported as well.
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
