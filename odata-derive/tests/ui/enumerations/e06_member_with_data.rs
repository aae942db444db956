//! E6: a member carries no data.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active(i32),
}

fn main() {}
