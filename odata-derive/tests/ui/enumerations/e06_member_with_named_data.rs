//! E6: a member carries no data.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active,
    Stopped { since: i32 },
}

fn main() {}
