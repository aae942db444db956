//! E4: a member of an enumeration type with flags has no negative value, also as a constant.

use odata_core::ODataEnum;

const LAST: i16 = -4;

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flags)]
#[repr(i16)]
pub enum Channel {
    Web = 1,
    Store = LAST,
}

fn main() {}
