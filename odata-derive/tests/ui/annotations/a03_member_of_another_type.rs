//! A3: a member is one of the type of the term.
use odata_core::{ODataEntity, ODataEnum, ODataTerm};

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.access")]
enum Access {
    Open,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.channel")]
enum Channel {
    Web,
}

#[derive(ODataTerm)]
#[odata(type = "shop.level", value = Access)]
struct Level;

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(annotate(Level = Channel::Web))]
struct Product {
    #[odata(key)]
    id: i32,
}

fn main() {}
