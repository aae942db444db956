//! The derives where `odata_core` has another name. That no path in an expansion knows its own is a test of `src/expand`.

extern crate odata_core as renamed;

use renamed::{
    AnyOf, DynamicProperties, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum, value::UnknownMember,
};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", open, crate = "renamed")]
struct Entity {
    #[odata(key)]
    id: String,
    #[odata(dynamic)]
    more: DynamicProperties,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", crate = "::renamed")]
struct Policy {
    #[odata(base)]
    entity: Entity,
    #[odata(default = "active", max_length = 6)]
    name: Option<String>,
    info: Info,
    others: Nav<Vec<AnyOf<Entity>>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info", crate = "renamed")]
struct Info {
    #[odata(default = "active")]
    state: State,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state", crate = "renamed")]
#[repr(i32)]
enum State {
    Active = 1 + 1,
    #[odata(unknown)]
    #[allow(dead_code, reason = "only ever made by the derive")]
    Other(UnknownMember),
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", crate = "renamed")]
struct Service {
    #[odata(entity_set)]
    policies: Vec<Policy>,
}

#[test]
fn the_model_is_valid() {
    renamed::assert_model!(Service);
    assert_eq!(Policy::PROPERTIES.id.name(), "id");
    assert_eq!(Policy::PROPERTIES.others.index(), 3);
}
