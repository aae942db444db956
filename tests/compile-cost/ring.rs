//! Long rings of types, which the compiler has to follow to their end.

use std::{fmt::Write, io};

use crate::{
    Workshop,
    project::{Dependencies, Program},
};

/// How long a circle of complex types can be that hold each other in boxes. The compiler asks of each type whether threads can
/// share it, along all that it holds, and has to ask four times for a type: itself, `Option`, `Box`, and the pointer in it.
const BOXED: u32 = 30;

/// Builds a program with rings of this many types and runs it, which makes the model of its container.
pub(crate) fn build(workshop: &Workshop, types: u32) -> io::Result<()> {
    let program = Program { name: "ring".to_owned(), source: source(types), dependencies: Dependencies::Ours };
    // Only checked so far. With all that a debugger knows, the compiler's own stack is too small for a thousand types.
    workshop.project(&program)?.run_built(&[("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")])
}

/// A ring of entity types and one of complex types, by `AnyOf`, and circles of complex types in boxes.
fn source(types: u32) -> String {
    let mut text = String::from("#![allow(dead_code)]\nuse odata_core::*;\n");
    let mut line = |line: String| writeln!(text, "{line}").expect("a string takes all that is written to it");
    for at in 0..types {
        let next = (at + 1) % types;
        let circle = at - at % BOXED;
        let next_boxed = if at % BOXED + 1 == BOXED || at + 1 == types { circle } else { at + 1 };
        line(format!("#[derive(Clone, Debug, PartialEq, ODataEntity)] #[odata(type = \"ring.entity{at}\")]"));
        line(format!("pub struct Entity{at} {{ #[odata(key)] pub id: i32, pub next: Nav<Vec<AnyOf<Entity{next}>>> }}"));
        line(format!("#[derive(Clone, Debug, PartialEq, ODataComplex)] #[odata(type = \"ring.complex{at}\")]"));
        line(format!("pub struct Complex{at} {{ pub id: i32, pub next: Option<AnyOf<Complex{next}>> }}"));
        line(format!("#[derive(Clone, Debug, PartialEq, ODataComplex)] #[odata(type = \"ring.boxed{at}\")]"));
        line(format!("pub struct Boxed{at} {{ pub id: i32, pub next: Option<Box<Boxed{next_boxed}>> }}"));
    }
    text.push_str(MAIN);
    text
}

const MAIN: &str = r##"
#[derive(Clone, Debug, PartialEq, ODataEntity)] #[odata(type = "ring.start")]
pub struct Start {
    #[odata(key)] pub id: i32, pub entity: Nav<AnyOf<Entity0>>, pub complex: Option<Complex0>, pub boxed: Option<Boxed0>,
}
#[derive(ODataContainer)] #[odata(type = "ring.Container")]
pub struct Container { #[odata(entity_set)] pub starts: Vec<AnyOf<Start>> }
fn main() {
    let start: Start = codec::from_slice(br#"{"id": 1, "complex": {"id": 2, "next": {"id": 3}}}"#).expect("a start");
    assert!(start == start.clone() && start.complex.is_some());
    let model = Model::of::<Container>().map_err(drop).expect("no faults");
    println!("a model of {} types", model.types().len());
}
"##;
