//! One variant holds unknown members.
use odata_core::{ODataEnum, value::UnknownMember};

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active,
    #[odata(unknown)]
    Other(UnknownMember),
    #[odata(unknown)]
    More(UnknownMember),
}

fn main() {}
