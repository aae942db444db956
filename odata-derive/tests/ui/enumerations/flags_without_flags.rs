//! A value of an enumeration type with flags is of type `Flags<..>`. (2 faults)

use odata_core::{ODataEntity, ODataEnum};

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flags)]
pub enum Channel {
    Web = 1,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
    pub channel: Channel,
    pub others: Vec<Option<Channel>>,
}

fn main() {}
