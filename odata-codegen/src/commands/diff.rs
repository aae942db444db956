//! `odata-codegen diff`.

use std::{fmt::Write as _, path::PathBuf, process::ExitCode};

use clap::Args;
use odata_core::csdl::{self, Difference};

use super::{Outcome, file::File, print};

/// Print the differences between two documents, and which of them break clients
///
/// What is safe is what the standard says so of (OData Protocol 4.01 §5.2). The exit code is 1 if clients break, and 2 if a
/// file cannot be read.
#[derive(Args, Debug)]
pub(super) struct DiffCommand {
    /// The document that clients know
    old: PathBuf,
    /// The document that takes its place
    new: PathBuf,
}

impl DiffCommand {
    pub(super) fn run(self) -> Outcome {
        let (old, new) = (File::open(&self.old)?, File::open(&self.new)?);
        let differences = csdl::diff(&old.readable()?, &new.readable()?);
        let mut lines = String::new();
        for difference in &differences {
            let place = new.at(difference.new_place()).or_else(|| old.at(difference.old_place()));
            let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
            // Writing to memory does not fail.
            _ = writeln!(lines, "{place}{difference}");
        }
        print(&lines)?;
        let breaks = differences.iter().any(Difference::breaks_clients);
        Ok(if breaks { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}
