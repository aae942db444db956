//! `Flags<..>` is for enumeration types with flags.

use odata_core::{Flags, ODataEntity, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel")]
pub enum Channel {
    Web = 1,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    pub channels: Option<Flags<Channel>>,
}

fn main() {}
