//! F1: a maximum length applies to strings, bytes and streams.
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    name: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(max_length = 5)]
    info: Option<Info>,
}

fn main() {}
