//! A11: a term applies to kinds of elements of a model.
use odata_core::{ODataTerm};

#[derive(ODataTerm)]
#[odata(type = "shop.note", value = String, applies_to(entity_typ, entity_set))]
struct Note;

fn main() {}
