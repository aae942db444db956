//! K3: a key property is not nullable, whatever its type is called.
use odata_core::ODataEntity;

type Id = Option<String>;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(key)]
    id: Id,
}

fn main() {}
