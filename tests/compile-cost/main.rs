//! What the derives cost when they are compiled, beside serde's derives on the same structs.
//!
//! `cargo run -p odata-tests --release --example compile_cost [-- ROUNDS]` generates projects below `target/compile-cost`:
//! 60 entity types in chains of three with 12 own properties each, and 20 complex types with 6; each entity type is read
//! once and written once. It compiles them in turns with incremental compilation off and the dependencies built, and
//! prints Markdown tables of what the derives add.

mod project;
mod source;

use std::{env, io, path::Path, time::Duration};

use project::{Cost, Project};
use source::{Rule, Variant};

/// The structured types of each project.
const TYPES: f64 = 80.0;

/// Projects that are compiled as far as a program.
const BUILT: [Variant; 5] = [Variant::Plain, Variant::PlainFlat, Variant::Ours, Variant::Serde, Variant::SerdeFlat];

/// Projects that are checked only.
const CHECKED: [Variant; 4] = [
    Variant::Ours,
    Variant::OursWith(Rule::NoBase),
    Variant::OursWith(Rule::MaxLength),
    Variant::OursWith(Rule::Default),
];

fn main() -> io::Result<()> {
    let rounds: u32 = env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(3);
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), Into::into);
    let folder = folder.join("compile-cost");
    let prepare = |variant: &Variant, build| Project::new(&folder, &workspace, *variant, build);
    let mut built = BUILT.iter().map(|variant| prepare(variant, true)).collect::<io::Result<Vec<_>>>()?;
    let mut checked = CHECKED.iter().map(|variant| prepare(variant, false)).collect::<io::Result<Vec<_>>>()?;
    for _ in 0..rounds {
        for project in &mut built {
            project.check()?;
            project.build()?;
        }
    }
    // Small differences need more rounds.
    for _ in 0..rounds * 4 {
        for project in &mut checked {
            project.check()?;
        }
    }
    let [plain, plain_flat, ours, serde, serde_flat] = &built[..] else { unreachable!("as many as `BUILT`") };
    increments(&[("odata-core", ours, plain), ("serde", serde, plain), ("serde, flat", serde_flat, plain_flat)])?;
    rules(&checked);
    Ok(())
}

/// What derives add to the same structs without them, and our part of what serde's add.
fn increments(rows: &[(&str, &Project, &Project)]) -> io::Result<()> {
    let mut measured = Vec::new();
    for (name, with, without) in rows {
        let (size, base) = (with.size()?, without.size()?);
        let kilobytes = |with: u64, without: u64| as_f64(with.saturating_sub(without)) / 1024.0;
        measured.push((
            *name,
            [
                increment(&with.check, &without.check, wall),
                increment(&with.check, &without.check, processor),
                increment(&with.build, &without.build, wall),
                increment(&with.build, &without.build, processor),
                kilobytes(size.code, base.code),
                kilobytes(size.loaded, base.loaded),
            ],
        ));
    }
    println!(
        "| added by | check, ms a type | of processor | release, ms a type | of processor | code, KB | code and data, KB |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (name, values) in &measured {
        let [check, check_processor, build, build_processor, code, loaded] = values;
        println!(
            "| {name} | {:.1} | {:.1} | {:.1} | {:.1} | {code:.0} | {loaded:.0} |",
            check / TYPES,
            check_processor / TYPES,
            build / TYPES,
            build_processor / TYPES
        );
    }
    let (_, ours) = &measured[0];
    for (name, values) in &measured[1..] {
        let ratios: Vec<_> = ours.iter().zip(values).map(|(ours, other)| format!("{:.2}", ours / other)).collect();
        println!("| odata-core / {name} | {} |", ratios.join(" | "));
    }
    Ok(())
}

/// What more the compiler takes where rules apply.
fn rules(checked: &[Project]) {
    let Some((ours, checked)) = checked.split_first() else { return };
    println!("\n| declared | uses | check of 1000 uses, ms of processor |\n|---|--:|--:|");
    for (variant, project) in CHECKED[1..].iter().zip(checked) {
        let more = increment(&project.check, &ours.check, processor);
        let (name, more) = match variant {
            Variant::OursWith(Rule::NoBase) => ("property of a type that has a base", -more),
            Variant::OursWith(Rule::MaxLength) => ("`max_length`", more),
            _ => ("`default`", more),
        };
        let uses = f64::from(u32::try_from(project.uses).unwrap_or(u32::MAX));
        println!("| {name} | {uses} | {:.0} |", more * 1000.0 / uses);
    }
}

/// The difference of the least of two series, in milliseconds.
fn increment(with: &[Cost], without: &[Cost], part: fn(&Cost) -> Duration) -> f64 {
    let least = |costs: &[Cost]| costs.iter().map(part).min().unwrap_or_default().as_secs_f64();
    (least(with) - least(without)) * 1000.0
}

fn wall(cost: &Cost) -> Duration {
    cost.wall
}

fn processor(cost: &Cost) -> Duration {
    cost.processor.unwrap_or(cost.wall)
}

fn as_f64(bytes: u64) -> f64 {
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from)
}
