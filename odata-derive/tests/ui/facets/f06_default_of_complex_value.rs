//! F6: complex values, streams and related entities have no default values. (3 faults)
use odata_core::{Nav, ODataComplex, ODataEntity, value::Stream};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.size")]
struct Size {
    width: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.photo")]
struct Photo {
    #[odata(key)]
    id: i32,
    #[odata(default = 5)]
    size: Size,
    #[odata(default = "none")]
    owner: Nav<Option<Box<Photo>>>,
    #[odata(default = "text")]
    content: Option<Stream>,
}

fn main() {}
