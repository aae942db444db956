//! F5: `SRID` applies to geography and geometry.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(srid = 4326)]
    priority: i32,
}

fn main() {}
