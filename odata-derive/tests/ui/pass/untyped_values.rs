//! `Edm.Untyped`, alone, in collections and in complex values that hold each other.
use odata_core::{ODataComplex, ODataEntity, slot::Untyped};

#[derive(ODataComplex, Clone)]
#[odata(type = "pass.part")]
struct Part {
    content: Untyped,
    next: Option<Box<Part>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "pass.message")]
struct Message {
    #[odata(key)]
    id: i32,
    contents: Vec<Option<Untyped>>,
    part: Part,
}

fn main() {}
