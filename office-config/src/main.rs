//! The program that serves the Office client configuration API.

mod commands;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    commands::CommandLine::parse().run()
}
