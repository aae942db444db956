//! K8: a key path stays in its entity.
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.category")]
struct Category {
    #[odata(key)]
    id: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", key(category.id as categoryId))]
struct Product {
    category: Nav<Category>,
}

fn main() {}
