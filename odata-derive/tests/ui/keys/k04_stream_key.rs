//! K4: streams and bytes cannot be keys, and neither can what has no literal in URLs. (2 faults)
use odata_core::{ODataEntity, value::Stream};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.photo")]
struct Photo {
    #[odata(key)]
    content: Stream,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.digest")]
struct Digest {
    #[odata(key)]
    bytes: Vec<u8>,
}

fn main() {}
