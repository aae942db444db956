//! An enumeration type with a fault is one fault, also in `Flags<..>`.

use odata_core::{Flags, ODataEntity, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flag)]
pub enum Channel {
    Web = 1,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    #[odata(default = "web")]
    pub channels: Flags<Channel>,
}

fn main() {}
