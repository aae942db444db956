//! A11: facets are those of primitive types.
use odata_core::{ODataTerm, annotation::{PropertyPath}};

#[derive(ODataTerm)]
#[odata(type = "shop.place", value = PropertyPath, max_length = 5)]
struct Place;

fn main() {}
