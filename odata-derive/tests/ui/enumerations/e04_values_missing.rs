//! E4: each member of an enumeration type with flags has a value that is written. (2 faults)

use odata_core::ODataEnum;

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flags)]
pub enum Channel {
    Web,
    Store = 2,
    Phone,
}

fn main() {}
