//! `flags` is a word of enumeration types.

use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.channel", flags)]
pub struct Channel {
    pub web: bool,
}

fn main() {}
