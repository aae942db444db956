//! `no_deref` is a word of the field with the base type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(no_deref)]
    name: String,
}

fn main() {}
