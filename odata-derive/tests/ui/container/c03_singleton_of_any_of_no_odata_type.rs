//! C3: the type of a singleton is an entity type, also in `AnyOf`.
use odata_core::{AnyOf, ODataContainer};

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(singleton)]
    number: AnyOf<i32>,
}

fn main() {}
