//! F6: the last character of base64url has no bits beyond the last byte.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(default = "AB")]
    number: Vec<u8>,
}

fn main() {}
