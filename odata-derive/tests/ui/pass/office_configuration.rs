#![deny(warnings)]
#![forbid(unsafe_code)]
use odata_core::{
    AnyOf, DynamicProperties, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum,
    value::{DateTimeOffset, Stream, UnknownMember},
};

/// What every entity has.
#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
pub struct Entity {
    /// The key.
    #[odata(key, computed, max_length = 40)]
    pub id: String,
}

/// A policy.
#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy", open)]
pub struct Policy {
    #[odata(base)]
    pub entity: Entity,
    #[odata(max_length = 50)]
    pub display_name: Option<String>,
    #[odata(default = -5)]
    pub priority: i32,
    #[odata(computed)]
    pub changed: Option<DateTimeOffset>,
    pub payload: Option<Stream>,
    #[odata(default = "active")]
    pub state: State,
    pub targets: Vec<AnyOf<Target>>,
    #[odata(contains_target)]
    pub assignments: Nav<Vec<Assignment>>,
    #[odata(skip)]
    pub cache: Vec<usize>,
    #[odata(dynamic)]
    pub more: DynamicProperties,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.windowsPolicy")]
pub struct WindowsPolicy {
    #[odata(base)]
    pub policy: Policy,
    pub r#type: bool,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.assignment")]
pub struct Assignment {
    #[odata(key)]
    id: i64,
    policy: Nav<Option<AnyOf<Policy>>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.target", abstract)]
pub struct Target {
    pub parent: Option<AnyOf<Target>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.allTarget")]
struct AllTarget {
    #[odata(base)]
    target: Target,
}

#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "graph.state")]
pub enum State {
    Active,
    Stopped,
    #[odata(unknown)]
    Other(UnknownMember),
}

#[derive(ODataContainer)]
#[odata(type = "graph.service", schema("graph", alias = "g"))]
struct Service {
    #[odata(entity_set)]
    policies: Vec<Policy>,
    #[odata(singleton, nullable)]
    policy: WindowsPolicy,
}

fn main() {
    let properties = WindowsPolicy::PROPERTIES;
    assert_eq!(properties.display_name.index(), 1);
    assert_eq!(properties.id.index(), 0);
    assert_eq!(properties.r#type.index(), 8);
    odata_core::assert_model!(Service);
}
