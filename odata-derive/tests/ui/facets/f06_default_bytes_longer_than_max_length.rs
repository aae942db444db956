//! F6: a default value is not longer than the maximum length.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "AAEC", max_length = 2)]
    seal: Vec<u8>,
}

fn main() {}
