//! E3: with a representation the compiler itself knows the range of the values.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
#[repr(u8)]
enum State {
    Active = 255,
    Ended,
}

fn main() {}
