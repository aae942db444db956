//! N11: names of members are unique.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active,
    #[odata(name = "active")]
    Running,
}

fn main() {}
