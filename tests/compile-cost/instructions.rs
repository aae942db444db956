//! What the derives, what is declared, and the schema rules add to the instructions of rustc.

use std::io;

use crate::{
    TYPES, Workshop,
    annotations::{self, Value},
    macros::{self, FUNCTIONS},
    operations::{self, Kind, STRUCTS},
    project::{Dependencies, Program},
    rules::{self, RULES, USES},
    source::{self, Change, Variant},
};

/// Prints all tables.
pub(crate) fn print(workshop: &Workshop) -> io::Result<()> {
    constants(workshop)?;
    functions(workshop)?;
    let ours = count_variant(workshop, Variant::Ours)?.0;
    derives(workshop, ours)?;
    print_operations(workshop)?;
    print_annotations(workshop)?;
    declarations(workshop, ours)
}

/// Prints the table of the derives alone.
pub(crate) fn print_derives(workshop: &Workshop) -> io::Result<()> {
    derives(workshop, count_variant(workshop, Variant::Ours)?.0)
}

/// Prints what an action and a function add to a struct, next to a complex type.
pub(crate) fn print_operations(workshop: &Workshop) -> io::Result<()> {
    let plain = count_program(workshop, operations::program(Kind::Plain))?;
    println!("\n| a struct of six fields as | millions of instructions |\n|---|--:|");
    for (name, kind) in [
        ("a complex type", Kind::Complex),
        ("a complex type, with two navigation properties more", Kind::Related),
        ("an action, bound to entities and returning some", Kind::Action),
        ("a function, bound to an entity and returning some", Kind::Function),
    ] {
        let count = count_program(workshop, operations::program(kind))?;
        println!("| {name} | {:.2} |", (count - plain) / f64::from(STRUCTS));
    }
    Ok(())
}

/// Prints what an annotation adds to a type.
pub(crate) fn print_annotations(workshop: &Workshop) -> io::Result<()> {
    let plain = count_program(workshop, annotations::program(Value::Nothing))?;
    println!("\n| `annotate(..)` with | millions of instructions for one |\n|---|--:|");
    for (name, value) in
        [("a literal", Value::Literal), ("a record of two members", Value::Record), ("a path", Value::Path)]
    {
        let count = count_program(workshop, annotations::program(value))?;
        println!("| {name} | {:.2} |", (count - plain) / f64::from(annotations::TYPES));
    }
    Ok(())
}

/// What derives add to the same structs without them.
fn derives(workshop: &Workshop, ours: f64) -> io::Result<()> {
    let count = |variant| Ok::<_, io::Error>(count_variant(workshop, variant)?.0);
    let (plain, flat) = (count(Variant::Plain)?, count(Variant::PlainFlat)?);
    let ours = ours - plain;
    println!("\n| added by | check, millions of instructions a type | odata-core / it |\n|---|--:|--:|");
    println!("| odata-core | {:.1} | |", ours / f64::from(TYPES));
    for (name, variant, base) in [("serde, flatten", Variant::Serde, plain), ("serde, flat", Variant::SerdeFlat, flat)]
    {
        let serde = count(variant)? - base;
        println!("| {name} | {:.1} | {:.2} |", serde / f64::from(TYPES), ours / serde);
    }
    Ok(())
}

/// What a declaration adds.
fn declarations(workshop: &Workshop, ours: f64) -> io::Result<()> {
    println!("\n| declared | uses | millions of instructions for one |\n|---|--:|--:|");
    for (name, change) in [
        ("a base", Change::NoBase),
        ("`key`", Change::Key),
        ("`max_length`", Change::MaxLength),
        ("`default`", Change::Default),
        ("a property whose type the macro does not know", Change::Alias),
    ] {
        let (count, uses) = count_variant(workshop, Variant::OursWith(change))?;
        let more = if change == Change::NoBase { ours - count } else { count - ours };
        println!("| {name} | {uses} | {:.2} |", more / f64::from(uses));
    }
    Ok(())
}

/// The rules that the compiler evaluates.
fn constants(workshop: &Workshop) -> io::Result<()> {
    let without = count_program(workshop, rules::program(None))?;
    println!("| the compiler evaluates | thousands of instructions |\n|---|--:|");
    for rule in &RULES {
        let with = count_program(workshop, rules::program(Some(rule)))?;
        println!("| {} | {:.0} |", rule.name, (with - without) * 1e3 / f64::from(USES));
    }
    Ok(())
}

/// The rules that the macro itself knows.
fn functions(workshop: &Workshop) -> io::Result<()> {
    let functions = workshop.project(&program_of_rules(macros::program()))?.functions()?;
    println!("\n| the macro | calls | thousands of instructions for one |\n|---|--:|--:|");
    for function in &FUNCTIONS {
        let path = format!("odata_derive::{}", function.path);
        let Some(found) = functions.get(&path) else {
            return Err(io::Error::other(format!("the macro does not call `{path}`")));
        };
        let calls = u32::try_from(found.calls).unwrap_or(u32::MAX);
        let each = millions(found.instructions) * 1e3 / f64::from(calls);
        println!("| {}, each {} | {} | {each:.1} |", function.what, function.about, found.calls);
    }
    Ok(())
}

/// The instructions for a variant of the types that are compared with serde, in millions, and how often it has its change.
fn count_variant(workshop: &Workshop, variant: Variant) -> io::Result<(f64, u32)> {
    let (program, uses) = source::program(variant);
    Ok((millions(workshop.project(&program)?.instructions()?), uses))
}

/// The instructions for a program, in millions.
fn count_program(workshop: &Workshop, source: String) -> io::Result<f64> {
    Ok(millions(workshop.project(&program_of_rules(source))?.instructions()?))
}

fn program_of_rules(source: String) -> Program {
    Program { name: "cost-rules".to_owned(), source, dependencies: Dependencies::Ours }
}

fn millions(count: u64) -> f64 {
    // Thousands of millions do not fit into 32 bits, and thousands are exact enough.
    f64::from(u32::try_from(count / 1000).unwrap_or(u32::MAX)) / 1000.0
}
