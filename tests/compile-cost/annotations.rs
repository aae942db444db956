//! Annotations of complex types.

use std::fmt::Write as _;

/// The annotated types of a program.
pub(crate) const TYPES: u32 = 100;

/// What each type is annotated with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value {
    Nothing,
    Literal,
    /// A record of two members.
    Record,
    /// A path to a property of the type.
    Path,
}

impl Value {
    /// The word of the derive, with a comma before it.
    fn word(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Literal => ", annotate(Core::LongDescription = \"Long.\")",
            Self::Record => {
                ", annotate(Capabilities::DeleteRestrictions = DeleteRestrictionsType { deletable: true, max_levels: 1 })"
            }
            Self::Path => ", annotate(Core::LongDescription = path(text))",
        }
    }
}

/// A program with annotated types.
pub(crate) fn program(value: Value) -> String {
    let mut program = String::from(
        "#![allow(dead_code, unused_imports)]\n\
         use odata_core::vocabularies::{Capabilities, Core, capabilities::DeleteRestrictionsType};\n",
    );
    for number in 0..TYPES {
        let word = value.word();
        let written = writeln!(
            program,
            "#[derive(Clone, odata_core::ODataComplex)] #[odata(type = \"cost.item{number}\"{word})]\n\
             pub struct Item{number} {{ pub text: String }}"
        );
        written.expect("a string takes all that is written to it");
    }
    program.push_str("fn main() {}\n");
    program
}
