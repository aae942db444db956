//! A complex type has no key. (2 faults)
use odata_core::ODataComplex;

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info", key(id), alternate_key(id))]
struct Info {
    id: i32,
}

fn main() {}
