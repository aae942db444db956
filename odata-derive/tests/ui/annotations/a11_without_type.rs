//! A11: a term has a type.
use odata_core::{ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note")]
struct Note;

fn main() {}
