//! F6: the default value of a property with flags is one of its members, or several.

use odata_core::{Flags, ODataEntity, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flags)]
pub enum Channel {
    Web = 1,
    Store = 2,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    #[odata(default = "web,phone")]
    pub channels: Flags<Channel>,
    #[odata(default = "store,web")]
    pub right: Flags<Channel>,
}

fn main() {}
