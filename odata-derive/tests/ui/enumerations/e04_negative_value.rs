//! E4: a member of an enumeration type with flags has no negative value.

use odata_core::ODataEnum;

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flags)]
pub enum Channel {
    Web = 1,
    Store = -2,
}

fn main() {}
