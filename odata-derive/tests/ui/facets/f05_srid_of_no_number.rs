//! F5: `SRID` is a number or `variable`.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(srid = floating)]
    place: String,
}

fn main() {}
