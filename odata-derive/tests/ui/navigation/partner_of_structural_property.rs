//! Partners and referential constraints are facts of navigation properties. (3 faults)
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: String,
    #[odata(partner = id)]
    name: String,
    #[odata(referential_constraint(id = id))]
    names: Vec<String>,
    #[odata(partner = name)]
    part: Option<Part>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.part")]
struct Part {
    name: String,
}

fn main() {}
