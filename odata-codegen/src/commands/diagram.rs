//! `odata-codegen diagram`.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use odata_core::csdl;

use super::{Outcome, file::File, print};

/// Print a class diagram of a document, as Mermaid draws it
///
/// The exit code is 2 if the file cannot be read.
#[derive(Args, Debug)]
pub(super) struct DiagramCommand {
    /// The document; `-` reads standard input
    file: PathBuf,
}

impl DiagramCommand {
    pub(super) fn run(self) -> Outcome {
        print(&csdl::diagram(&File::open(&self.file)?.readable()?))?;
        Ok(ExitCode::SUCCESS)
    }
}
