//! T6: a media entity type derives from no other type than one.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.photo", has_stream)]
struct Photo {
    #[odata(base)]
    entity: Entity,
}

fn main() {}
