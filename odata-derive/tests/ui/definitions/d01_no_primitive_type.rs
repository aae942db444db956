//! D1: a type definition is based on a primitive type. (2 faults)

use odata_core::{Flags, ODataComplex, ODataEnum, ODataTypeDefinition};

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel", flags)]
pub enum Channel {
    Web = 1,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.size")]
pub struct Size {
    pub width: i32,
}

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.channels")]
pub struct Channels(pub Flags<Channel>);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.format")]
pub struct Format(pub Size);

fn main() {}
