//! E6: the variant for members that are not declared is marked as such.
use odata_core::{ODataEnum, value::UnknownMember};

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active,
    Other(UnknownMember),
}

fn main() {}
