//! N8: names of properties are unique, after renaming.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    display_name: String,
    #[odata(name = "displayName")]
    name: String,
}

fn main() {}
