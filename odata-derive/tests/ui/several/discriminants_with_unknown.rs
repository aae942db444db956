//! Discriminants beside a variant with data are an error of the compiler too, where the underlying type is missing.
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
