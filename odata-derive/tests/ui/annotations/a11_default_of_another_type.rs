//! A11: the default value of a term is one of its type.
use odata_core::{ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.count", value = i32, default = "a")]
struct Count;

fn main() {}
