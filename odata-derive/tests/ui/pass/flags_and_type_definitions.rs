//! Sets of members, an enumeration type without members, and newtypes, wherever a value can be.

#![deny(warnings)]

use odata_core::{
    Flags, ODataComplex, ODataEntity, ODataEnum, ODataTypeDefinition,
    value::{Decimal, Stream, UnknownMember},
};

const HIGHEST: u8 = 1 << 7;

#[derive(ODataEnum, Clone, Copy)]
#[odata(type = "shop.channel", flags)]
#[repr(u8)]
pub enum Channel {
    None = 0,
    Web = 1,
    Store = 1 << 1,
    Far = HIGHEST,
}

const NEAR: Flags<Channel> = Flags::of(&[Channel::Web, Channel::Store]);

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.later", allow(no_members))]
pub enum Later {
    #[odata(unknown)]
    Other(UnknownMember),
}

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.laterSet", flags, allow(no_members))]
pub enum LaterSet {
    #[odata(unknown)]
    Other(UnknownMember),
}

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "shop.sku", max_length = 12, unicode = false)]
pub struct Sku(pub String);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.money", scale = 2, serde = false)]
struct Money(Box<Decimal>);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.bytes")]
pub struct Bytes(pub Vec<u8>);

#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.manual")]
pub struct Manual(pub Stream);

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.part")]
pub struct Part {
    pub sku: Option<Box<Sku>>,
    pub channels: Vec<Option<Flags<Channel>>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product", serde = false)]
pub struct Product {
    #[odata(key)]
    pub sku: Sku,
    #[odata(key)]
    pub channels: Flags<Channel>,
    #[odata(default = "web,store", computed)]
    pub shown: Option<Flags<Channel>>,
    #[odata(default = "none")]
    pub former: Sku,
    #[odata(precision = 8)]
    price: Money,
    #[odata(max_length = 3)]
    pub bytes: Bytes,
    pub all_bytes: Vec<Option<Bytes>>,
    pub manual: Option<Manual>,
    pub later: Later,
    pub later_set: Flags<LaterSet>,
    pub parts: Vec<Part>,
}

fn main() {
    assert_eq!(NEAR.bits(), 3);
}
