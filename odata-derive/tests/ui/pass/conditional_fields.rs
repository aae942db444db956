//! Fields that are compiled under a condition.
#![deny(warnings)]
use odata_core::{ODataComplex, ODataContainer, ODataEntity, ODataEnum, StructuredType};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
pub struct Info {
    #[cfg(any())]
    pub never: NoSuchType,
    #[cfg(all())]
    pub always: i32,
    #[cfg_attr(all(), odata(name = "other"))]
    pub renamed: State,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
pub enum State {
    #[cfg(any())]
    Never,
    Always,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
pub struct Service {
    #[cfg(any())]
    #[odata(entity_set)]
    never: Vec<NoSuchType>,
    #[cfg(all())]
    #[odata(singleton)]
    always: Entity,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity")]
pub struct Entity {
    #[odata(key)]
    pub id: i32,
}

fn main() {
    let names: Vec<_> = Info::DESCRIPTOR.properties().map(|(_, property)| property.name).collect();
    assert_eq!(names, ["always", "other"]);
    odata_core::assert_model!(Service);
}
