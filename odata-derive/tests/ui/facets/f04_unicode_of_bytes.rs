//! F4: `Unicode` applies to text, not to bytes.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unicode = false)]
    payload: Option<Vec<u8>>,
}

fn main() {}
