//! Raw identifiers lose their `r#`.
#![deny(warnings)]
use odata_core::{EnumType, ODataComplex, ODataContainer, ODataEntity, ODataEnum, StructuredType};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.struct")]
pub struct r#Struct {
    #[odata(key)]
    pub r#type: String,
    pub r#match: Option<r#enum>,
    pub self_: Option<r#final>,
}

#[allow(non_camel_case_types)]
#[derive(ODataComplex, Clone)]
#[odata(type = "graph.final", allow(same_name_as_type))]
pub struct r#final {
    pub r#final: i32,
}

#[allow(non_camel_case_types)]
#[derive(ODataEnum, Clone)]
#[odata(type = "graph.enum")]
pub enum r#enum {
    r#loop,
    r#Box,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
pub struct Service {
    #[odata(entity_set)]
    pub r#in: Vec<r#Struct>,
}

fn main() {
    let names: Vec<_> = r#Struct::DESCRIPTOR.properties().map(|(_, property)| (property.name, property.rust_name)).collect();
    assert_eq!(names, [("type", "type"), ("match", "match"), ("self", "self_")]);
    let members: Vec<_> = r#enum::ENUM_DESCRIPTOR.members.iter().map(|member| member.name).collect();
    assert_eq!(members, ["loop", "box"]);
    assert_eq!(r#final::DESCRIPTOR.rust_name, "final");
    odata_core::assert_model!(Service);
}
