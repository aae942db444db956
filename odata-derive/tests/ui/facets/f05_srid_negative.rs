//! F5: the number of a coordinate reference system is not negative.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(srid = -1)]
    place: String,
}

fn main() {}
