//! A term is a struct without fields.
use odata_core::{ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note {
    text: String,
}

fn main() {}
