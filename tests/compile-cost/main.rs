//! What the derives cost when they are compiled, next to serde's derives on the same structs, and what each schema rule
//! adds to that.
//!
//! `cargo run -p odata-tests --release --example compile_cost -- times [ROUNDS]` generates projects below
//! `target/compile-cost`: 60 entity types in chains of three with 12 own properties each, and 20 complex types with 6;
//! each entity type is read once and written once. It compiles them in turns with incremental compilation off and the
//! dependencies built, and prints a Markdown table of what the derives add.
//!
//! `.. --example compile_cost -- instructions` checks such projects under valgrind, which has to be installed, and prints
//! tables of the instructions that rustc takes for the derives, for what is declared, and for each rule. Valgrind sees the
//! same instructions in each run but for one in a hundred thousand, where times differ by a tenth. `.. -- instructions derives`
//! prints the table of the derives alone, `.. -- instructions operations` that of actions and functions,
//! `.. -- instructions annotations` that of annotations.
//!
//! `.. --example compile_cost -- ring TYPES` builds and runs a program in which so many types lead to each other in a ring.

mod annotations;
mod count;
mod instructions;
mod macros;
mod operations;
mod project;
mod ring;
mod rules;
mod source;
mod times;

use std::{
    env, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use project::{Program, Project};

/// The structured types of each project that is compared with serde.
const TYPES: u32 = 80;

/// Where projects are written.
struct Workshop {
    workspace: PathBuf,
    folder: PathBuf,
}

impl Workshop {
    fn new() -> io::Result<Self> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.join("target"), Into::into);
        Ok(Self { folder: target.join("compile-cost"), workspace })
    }

    /// A project with its dependencies built.
    fn project(&self, program: &Program) -> io::Result<Project> {
        Project::new(&self.folder, &self.workspace, program)
    }
}

fn main() -> io::Result<ExitCode> {
    if let Some(code) = count::stand_in() {
        return Ok(code);
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["times"] => times::print(&Workshop::new()?, 3)?,
        ["times", rounds] if rounds.parse().is_ok_and(|rounds: u32| rounds > 0) => {
            times::print(&Workshop::new()?, rounds.parse().unwrap_or(3))?;
        }
        ["instructions"] if count::is_possible() => instructions::print(&Workshop::new()?)?,
        ["instructions", "operations"] if count::is_possible() => instructions::print_operations(&Workshop::new()?)?,
        ["instructions", "annotations"] if count::is_possible() => instructions::print_annotations(&Workshop::new()?)?,
        ["instructions", "derives"] if count::is_possible() => instructions::print_derives(&Workshop::new()?)?,
        ["ring", types] if types.parse().is_ok_and(|types: u32| types > 0) => {
            ring::build(&Workshop::new()?, types.parse().unwrap_or(1))?;
        }
        ["instructions", ..] => return Err(io::Error::other("valgrind is not installed")),
        _ => {
            eprintln!(
                "usage: compile_cost times [ROUNDS] | compile_cost instructions [derives|operations|annotations] | compile_cost ring TYPES"
            );
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
