//! E1: an enumeration type has a declared member.
use odata_core::{ODataEnum, value::UnknownMember};

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    #[odata(unknown)]
    Other(UnknownMember),
}

fn main() {}
