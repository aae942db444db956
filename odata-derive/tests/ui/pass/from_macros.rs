//! Types that a `macro_rules` macro writes.
#![deny(warnings)]
use odata_core::{ODataComplex, StructuredType};

macro_rules! complex {
    ($name:ident, $full:literal, $field:ident: $ty:ty = $default:literal) => {
        #[derive(ODataComplex, Clone)]
        #[odata(type = $full)]
        pub struct $name {
            #[odata(default = $default)]
            pub $field: $ty,
            pub others: Vec<$name>,
        }
    };
}

complex!(Info, "graph.info", display_name: Option<String> = "none");

fn main() {
    assert_eq!(Info::DESCRIPTOR.properties().count(), 2);
}
