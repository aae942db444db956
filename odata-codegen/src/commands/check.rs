//! `odata-codegen check`.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{Outcome, file::File, print};

/// Report everything that is wrong with a document, with line and column
///
/// The exit code is 1 if anything is wrong, and 2 if the file cannot be opened.
#[derive(Args, Debug)]
pub(super) struct CheckCommand {
    /// The document; `-` reads standard input
    file: PathBuf,
}

impl CheckCommand {
    pub(super) fn run(self) -> Outcome {
        let file = File::open(&self.file)?;
        match file.document().and_then(|document| document.check().map(|()| document)) {
            Ok(document) => {
                print(&format!("{file}: a valid document of version {}\n", document.version.as_str()))?;
                Ok(ExitCode::SUCCESS)
            }
            Err(faults) => {
                print(&file.lines(&faults))?;
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
