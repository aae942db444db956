//! A11: a facet applies to the type of the term.
use odata_core::{ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.count", value = i32, max_length = 5)]
struct Count;

fn main() {}
