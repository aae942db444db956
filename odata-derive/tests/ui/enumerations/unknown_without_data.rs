//! The variant for unknown members holds one.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active,
    #[odata(unknown)]
    Other,
}

fn main() {}
