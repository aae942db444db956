//! A11: the base of a term is a term.
use odata_core::{ODataTerm};

struct Other;

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String, base = Other)]
struct Note;

fn main() {}
