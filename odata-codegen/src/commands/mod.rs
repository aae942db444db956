//! The command line.

mod input;
mod vocabulary;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// Read CSDL documents, and make something of them
///
/// A FILE is XML or JSON, whichever it looks like; `-` is the standard input.
#[derive(Debug, Parser)]
#[command(name = "odata-codegen", version)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Vocabulary(vocabulary::VocabularyCommand),
}

/// Why a command was not carried out.
enum Failure {
    /// What was read has faults, whose lines are the text: exit code 1.
    Faults(String),
    /// Something could not be read or written: exit code 2.
    Unreadable(String),
}

/// The result of a command: an exit code if it was carried out.
type Outcome = Result<ExitCode, Failure>;

impl CommandLine {
    /// Runs the command.
    pub(crate) fn run(self) -> ExitCode {
        let outcome = match self.command {
            Command::Vocabulary(command) => command.run(),
        };
        let (message, code) = match outcome {
            Ok(code) => return code,
            Err(Failure::Faults(lines)) => (lines, 1),
            Err(Failure::Unreadable(message)) => (format!("error: {message}"), 2),
        };
        // There is nowhere to report that this fails.
        let _ = writeln!(io::stderr(), "{message}");
        ExitCode::from(code)
    }
}

/// Writes a result to the standard output.
fn print(text: &str) -> Outcome {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // Whoever reads it has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::Unreadable(format!("the standard output: {error}"))),
    }
}
