//! The command line.

mod check;
mod diff;
mod entity_file;
mod metadata;
mod migrate;
mod output;
mod serve;
mod signals;
mod token;

use std::{error::Error, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use office_config::Database;

/// Serve the Office client configuration API of Microsoft Graph, and work on its JSON
///
/// Without a command it serves.
#[derive(Debug, Parser)]
#[command(name = "office-config", version, args_conflicts_with_subcommands = true)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::ServeCommand,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::ServeCommand),
    Token(token::TokenCommand),
    Migrate(migrate::MigrateCommand),
    Diff(diff::DiffCommand),
    Check(check::CheckCommand),
    Metadata(metadata::MetadataCommand),
}

/// The result of a command: an exit code if it was carried out, else an error with a message.
type Outcome = Result<ExitCode, Box<dyn Error>>;

impl CommandLine {
    /// Runs the command.
    pub(crate) fn run(self) -> ExitCode {
        let outcome = match self.command.unwrap_or(Command::Serve(self.serve)) {
            Command::Serve(command) => command.run(),
            Command::Token(command) => command.run(),
            Command::Migrate(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Check(command) => command.run(),
            Command::Metadata(command) => command.run(),
        };
        outcome.unwrap_or_else(|error| {
            output::error(&*error);
            ExitCode::FAILURE
        })
    }
}

#[derive(Args, Debug)]
struct DatabaseOption {
    /// The database; the key of development tokens is in a file next to it
    #[arg(long, value_name = "URL", default_value = "sqlite:office-config.db")]
    database: Database,
}
