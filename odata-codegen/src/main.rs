//! The program that works on CSDL documents.

mod commands;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    commands::CommandLine::parse().run()
}
