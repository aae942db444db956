//! F5: the number of a coordinate reference system has at most five digits.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(srid = 100000)]
    place: String,
}

fn main() {}
