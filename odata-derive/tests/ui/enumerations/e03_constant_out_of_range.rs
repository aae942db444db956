//! E3: the value of a member is in range, constants included.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active = 1 << 40,
}

fn main() {}
