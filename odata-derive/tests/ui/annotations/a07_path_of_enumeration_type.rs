//! A7: a path begins in a type with properties.
use odata_core::{ODataEnum, ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String)]
struct Note;

#[derive(ODataEnum, Clone)]
#[odata(type = "shop.access", annotate(Note = path(name)))]
enum Access {
    Open,
}

fn main() {}
