//! Rules that a type switches off, and the path of the crate.
#![deny(warnings)]
use odata_core::ODataEntity;

mod facade {
    pub(crate) use odata_core::__private;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", allow(same_name_as_type), rename_all = "none")]
pub struct Entity {
    pub entity: String,
    pub snake_case: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", abstract, allow(abstract_from_concrete), crate = "crate::facade")]
pub struct Policy {
    #[odata(base)]
    pub base: Entity,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.photo", has_stream, allow(has_stream_below_base))]
pub struct Photo {
    #[odata(base)]
    pub base: Entity,
}

// What follows from the base type may be said.
#[derive(ODataEntity, Clone)]
#[odata(type = "graph.portrait", has_stream)]
pub struct Portrait {
    #[odata(base)]
    pub photo: Photo,
}

fn main() {
    assert_eq!(Policy::PROPERTIES.snake_case.name(), "snake_case");
}
