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

fn main() {
    assert_eq!(Policy::PROPERTIES.snake_case.name(), "snake_case");
}
