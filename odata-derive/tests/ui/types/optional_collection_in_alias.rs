//! A collection is empty, not null, whatever it is called.
use odata_core::ODataEntity;

type Names = Vec<String>;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    names: Option<Names>,
}

fn main() {}
