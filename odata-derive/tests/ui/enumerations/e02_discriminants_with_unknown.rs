//! E2: the compiler itself reports discriminants of an enum that has a variant with data and no underlying type.
use odata_core::{ODataEnum, value::UnknownMember};

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active = 1,
    Stopped = 2,
    #[odata(unknown)]
    Other(UnknownMember),
}

fn main() {}
