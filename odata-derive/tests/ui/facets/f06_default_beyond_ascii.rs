//! F6: a default value is within the facets of its property.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(unicode = false, default = "Käse")]
    name: String,
}

fn main() {}
