//! `Flags<..>` is for enumeration types.

use odata_core::{Flags, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    pub channels: Flags<i32>,
}

fn main() {}
