//! A11: a collection has no default value.
use odata_core::{ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.notes", value = Vec<String>, default = "a")]
struct Notes;

fn main() {}
