//! V11: a referential constraint needs a single related entity.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(key)]
    id: String,
    part_id: String,
    #[odata(referential_constraint(part_id = id))]
    parts: Nav<Vec<Product>>,
}

fn main() {}
