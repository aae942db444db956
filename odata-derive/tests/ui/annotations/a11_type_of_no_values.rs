//! A11: the type of a term is one that its values can have.
use odata_core::{ODataComplex, ODataTerm};

#[derive(ODataComplex, Clone)]
#[odata(type = "shop.info")]
struct Info {
    open: bool,
}

#[derive(ODataTerm)]
#[odata(type = "shop.about", value = Info)]
struct About;

fn main() {}
