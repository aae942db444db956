//! Entity types alone have media, so that no other type switches off a rule about these. (4 faults)
use odata_core::{ODataComplex, ODataEnum};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.size", has_stream, allow(has_stream_below_base))]
struct Size {
    width: i32,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.frame")]
struct Frame {
    #[odata(has_stream)]
    size: Size,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.format", has_stream)]
enum Format {
    Png,
}

fn main() {}
