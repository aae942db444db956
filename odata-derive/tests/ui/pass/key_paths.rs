//! Keys by paths: through base types, boxes and derived types, also where the base type is not dereferenced to.
use odata_core::{AnyOf, Nav, ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.number")]
struct Number {
    id: i32,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    #[odata(base)]
    number: Number,
    r#type: String,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.closedInfo")]
struct ClosedInfo {
    #[odata(base, no_deref)]
    number: Number,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.product")]
#[odata(key(info.id as infoId, boxed.r#type as boxedType, any.id as anyId, closed.number.id as closedId, region))]
#[odata(alternate_key(nullable.id as nullableId), alternate_key(parent.info.id as parentId, parent.region as parentRegion))]
struct Product {
    info: Info,
    boxed: Box<Info>,
    any: AnyOf<Info>,
    closed: ClosedInfo,
    nullable: Option<Info>,
    region: String,
    parent: Nav<Option<Box<Product>>>,
}

// Two types whose paths lead through each other.
#[derive(ODataEntity, Clone)]
#[odata(type = "shop.order", alternate_key(invoice.number.id as invoiceId))]
struct Order {
    #[odata(key)]
    id: i32,
    number: Number,
    invoice: Nav<Box<Invoice>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "shop.invoice", alternate_key(order.number.id as orderId))]
struct Invoice {
    #[odata(key)]
    id: i32,
    number: Number,
    order: Nav<Box<Order>>,
}

fn main() {}
