//! Actions and functions, next to complex types with the same fields.

use std::fmt::Write as _;

/// The structs of a program.
pub(crate) const STRUCTS: u32 = 100;

/// How the structs are declared.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Plain,
    Complex,
    /// With a navigation property of each type that the operations are bound to or return.
    Related,
    /// Bound to entities, and returning some.
    Action,
    /// The same, bound to a single one.
    Function,
}

impl Kind {
    /// The attributes of the struct with this number.
    fn attributes(self, number: u32) -> String {
        let (derive, words) = match self {
            Self::Plain => return "#[derive(Clone)]".to_owned(),
            Self::Complex | Self::Related => ("ODataComplex", ""),
            Self::Action => ("ODataAction", ", bound_to = Vec<Thing>, returns(Vec<Thing>)"),
            Self::Function => ("ODataFunction", ", bound_to = Thing, returns(Vec<Thing>), composable"),
        };
        format!("#[derive(Clone, odata_core::{derive})]\n#[odata(type = \"cost.item{number}\"{words})]")
    }

    /// What the struct has after its six fields.
    fn further_fields(self) -> &'static str {
        match self {
            Self::Related => ", pub g: odata_core::Nav<Vec<Thing>>, pub h: odata_core::Nav<Vec<Thing>>",
            _ => "",
        }
    }
}

/// A program with structs of six fields.
pub(crate) fn program(kind: Kind) -> String {
    let mut program = String::from(
        "#![allow(dead_code)]\n\
         #[derive(Clone, odata_core::ODataEntity)] #[odata(type = \"cost.thing\")]\n\
         pub struct Thing { #[odata(key)] pub id: i32 }\n\
         #[derive(Clone, odata_core::ODataComplex)] #[odata(type = \"cost.part\")]\n\
         pub struct Part { pub text: String }\n",
    );
    for number in 0..STRUCTS {
        let attributes = kind.attributes(number);
        let written = writeln!(
            program,
            "{attributes}\npub struct Item{number} {{ pub a: Option<String>, pub b: String, pub c: i64, \
             pub d: Vec<String>, pub e: Option<Part>, pub f: Vec<Part>{} }}",
            kind.further_fields()
        );
        written.expect("a string takes all that is written to it");
    }
    program.push_str("fn main() {}\n");
    program
}
