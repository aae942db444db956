//! E3: the value of a member is in range.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
#[repr(u8)]
enum State {
    Active = 256,
}

fn main() {}
