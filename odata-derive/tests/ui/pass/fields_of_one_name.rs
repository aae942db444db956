//! What may have the name of a field of the base type: the base itself, and anything where nothing is hidden.
use odata_core::{ODataEntity, StructuredType};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: String,
    #[odata(skip)]
    cache: u64,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    base: Entity,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.appPolicy")]
struct AppPolicy {
    #[odata(base)]
    base: Policy,
    name: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.kept")]
struct Kept {
    #[odata(base, no_deref)]
    id: Policy,
    #[odata(skip)]
    cache: String,
}

fn main() {
    assert_eq!(AppPolicy::DESCRIPTOR.len(), 2);
    assert_eq!(Kept::DESCRIPTOR.len(), 1);
}
