//! Instructions of rustc, counted by valgrind. Unlike times they are the same in each run, so small differences show.

use std::{
    collections::HashMap,
    env,
    ffi::{OsStr, OsString},
    fs, io,
    path::Path,
    process::{Command, ExitCode, Stdio},
};

/// The environment variable that makes this program run in front of rustc: the arguments of valgrind.
const WRAPPED: &str = "COMPILE_COST_VALGRIND";

/// The tool of valgrind that counts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tool {
    /// All instructions together.
    Cachegrind,
    /// The instructions of each function with what it calls.
    Callgrind,
}

/// What a function of the macro takes with all that it calls.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Function {
    /// How often it is called.
    pub(crate) calls: u64,
    /// The instructions of all calls.
    pub(crate) instructions: u64,
}

/// Whether valgrind is there.
pub(crate) fn is_possible() -> bool {
    Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Has the crates that cargo compiles itself, not their dependencies, compiled under valgrind, which writes to `output`.
pub(crate) fn wrap(cargo: &mut Command, tool: Tool, output: &Path) -> io::Result<()> {
    let output = output.display();
    let arguments = match tool {
        Tool::Cachegrind => format!("--tool=cachegrind --cache-sim=no --cachegrind-out-file={output}"),
        Tool::Callgrind => format!("--tool=callgrind --compress-strings=no --callgrind-out-file={output}"),
    };
    cargo.env("RUSTC_WORKSPACE_WRAPPER", env::current_exe()?).env(WRAPPED, arguments);
    Ok(())
}

/// Runs rustc in place of cargo, if cargo has called this program for that.
pub(crate) fn stand_in() -> Option<ExitCode> {
    let valgrind = env::var(WRAPPED).ok()?;
    let rustc: Vec<OsString> = env::args_os().skip(1).collect();
    // Cargo asks rustc about itself first.
    let compiles = rustc.iter().any(|argument| argument == OsStr::new("--out-dir"));
    let status = if compiles {
        Command::new("valgrind")
            .args(["--quiet", "--log-file=/dev/null"])
            .args(valgrind.split(' '))
            .args(&rustc)
            .status()
    } else {
        Command::new(&rustc[0]).args(&rustc[1..]).status()
    };
    Some(if status.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The sum of all instructions in the output of either tool.
pub(crate) fn total(output: &Path) -> io::Result<u64> {
    let text = fs::read_to_string(output)?;
    let sum = text.lines().rev().find_map(|line| line.strip_prefix("summary: ")?.trim().parse().ok());
    sum.ok_or_else(|| io::Error::other(format!("{}: no sum", output.display())))
}

/// The functions in the output of callgrind, by their names.
pub(crate) fn functions(output: &Path) -> io::Result<HashMap<String, Function>> {
    let text = fs::read_to_string(output)?;
    let mut functions: HashMap<String, Function> = HashMap::new();
    let (mut called, mut lines) = ("", text.lines());
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("cfn=") {
            called = name;
        } else if let Some(calls) = line.strip_prefix("calls=") {
            // The next line has a position and the instructions of these calls.
            let calls = calls.split(' ').next().and_then(|calls| calls.parse::<u64>().ok());
            let instructions = lines.next().and_then(|line| line.split(' ').nth(1)?.parse::<u64>().ok());
            let (Some(calls), Some(instructions)) = (calls, instructions) else { continue };
            let function = functions.entry(called.to_owned()).or_default();
            function.calls += calls;
            function.instructions += instructions;
        }
    }
    Ok(functions)
}
