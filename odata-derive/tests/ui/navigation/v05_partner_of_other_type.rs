//! V5: a partner leads to the type of the property, or to a base type of it. (2 faults)
use odata_core::{AnyOf, Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: String,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.product")]
struct Product {
    #[odata(base)]
    entity: Entity,
    #[odata(partner = entities)]
    first: Nav<Category>,
    #[odata(partner = categories)]
    second: Nav<Category>,
    #[odata(partner = derived)]
    third: Nav<Category>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.derived")]
struct Derived {
    #[odata(base)]
    product: Product,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.category")]
struct Category {
    #[odata(base)]
    entity: Entity,
    entities: Nav<Vec<AnyOf<Entity>>>,
    categories: Nav<Vec<Category>>,
    derived: Nav<Vec<Derived>>,
}

fn main() {}
