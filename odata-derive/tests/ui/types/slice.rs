//! Borrowed bytes have no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    value: &'static [u8],
}

fn main() {}
