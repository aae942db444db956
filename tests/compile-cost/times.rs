//! What the derives add to the time that compiling takes.

use std::{io, time::Duration};

use crate::{
    TYPES, Workshop,
    project::{Cost, Project},
    source::{Variant, program},
};

const VARIANTS: [Variant; 5] = [Variant::Plain, Variant::PlainFlat, Variant::Ours, Variant::Serde, Variant::SerdeFlat];

/// Compiles all variants in turns and prints a table.
pub(crate) fn print(workshop: &Workshop, rounds: u32) -> io::Result<()> {
    let projects = VARIANTS.iter().map(|variant| workshop.project(&program(*variant).0));
    let mut projects = projects.collect::<io::Result<Vec<_>>>()?;
    for project in &projects {
        project.prepare_build()?;
    }
    for _ in 0..rounds {
        for project in &mut projects {
            project.build()?;
        }
        // Checks take so much less time that they need more rounds.
        for _ in 0..3 {
            for project in &mut projects {
                project.check()?;
            }
        }
    }
    let [plain, plain_flat, ours, serde, serde_flat] = &projects[..] else { unreachable!("as many as `VARIANTS`") };
    increments(&[
        ("odata-core", ours, plain),
        ("serde, flatten", serde, plain),
        ("serde, flat", serde_flat, plain_flat),
    ])
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
        let [times @ .., code, loaded] = values;
        let times: Vec<_> = times.iter().map(|time| format!("{:.1}", time / f64::from(TYPES))).collect();
        println!("| {name} | {} | {code:.0} | {loaded:.0} |", times.join(" | "));
    }
    let (_, ours) = &measured[0];
    for (name, values) in &measured[1..] {
        let ratios: Vec<_> = ours.iter().zip(values).map(|(ours, other)| format!("{:.2}", ours / other)).collect();
        println!("| odata-core / {name}, least times | {} |", ratios.join(" | "));
    }
    let [(_, with, without), peers @ ..] = rows else { return Ok(()) };
    for (name, peer, peer_without) in peers {
        let ratio = |costs: fn(&Project) -> &[Cost]| {
            let (ours, peer) =
                (differences(costs(with), costs(without)), differences(costs(peer), costs(peer_without)));
            median(ours.zip(peer).map(|(ours, peer)| ours / peer).collect())
        };
        let (check, build) = (ratio(|project| &project.check), ratio(|project| &project.build));
        println!("| odata-core / {name}, median of rounds | {check:.2} | | {build:.2} | | | |");
    }
    Ok(())
}

/// The difference in each round, in seconds. The machine may have another speed in each.
fn differences(with: &[Cost], without: &[Cost]) -> impl Iterator<Item = f64> {
    with.iter().zip(without).map(|(with, without)| with.wall.as_secs_f64() - without.wall.as_secs_f64())
}

fn median(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios.get(ratios.len() / 2).copied().unwrap_or(f64::NAN)
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
