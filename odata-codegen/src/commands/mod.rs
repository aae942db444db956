//! The command line.

mod check;
mod diagram;
mod diff;
mod file;
mod vocabulary;

use std::{
    error::Error,
    io::{self, ErrorKind, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// Work on CSDL documents: what `$metadata` says, as XML or JSON
///
/// A file is JSON if it begins with `{`, and else XML. `-` stands for standard input.
#[derive(Debug, Parser)]
#[command(name = "odata-codegen", version)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::CheckCommand),
    Diff(diff::DiffCommand),
    Diagram(diagram::DiagramCommand),
    Vocabulary(vocabulary::VocabularyCommand),
}

/// The result of a command: an exit code if it was carried out, else an error with a message.
type Outcome = Result<ExitCode, Box<dyn Error>>;

/// The exit code where a command was not carried out, which is that of wrong arguments as well.
const NOT_DONE: u8 = 2;

impl CommandLine {
    /// Runs the command; what is wrong with its arguments goes to standard error.
    pub(crate) fn run(self) -> ExitCode {
        let outcome = match self.command {
            Command::Check(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Diagram(command) => command.run(),
            Command::Vocabulary(command) => command.run(),
        };
        outcome.unwrap_or_else(|error| {
            // If standard error is closed as well, the exit code still shows it.
            _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::from(NOT_DONE)
        })
    }
}

/// Writes to standard output. A closed pipe is not an error: the reader has seen enough.
fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
