//! E2: not every integer type can be the underlying type.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
#[repr(u64)]
enum State {
    Active,
}

fn main() {}
