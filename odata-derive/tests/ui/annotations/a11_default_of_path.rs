//! A11: a path has no default value.
use odata_core::{ODataTerm, annotation::{PropertyPath}};

#[derive(ODataTerm)]
#[odata(type = "shop.place", value = PropertyPath, default = "a")]
struct Place;

fn main() {}
