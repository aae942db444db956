//! `office-config check`.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;

use super::{
    Outcome,
    entity_file::{EntityFile, office_model, type_option},
    output,
};

/// Report everything that is wrong with an entity's JSON, with path, line and column
///
/// The exit code is 1 if anything is wrong.
#[derive(Args, Debug)]
pub(super) struct CheckCommand {
    /// The file to check
    file: PathBuf,
    /// The type, if the JSON does not name one with `@odata.type` [default: microsoft.graph.officeClientConfiguration]
    #[arg(long = "type", value_name = "NAME")]
    type_name: Option<String>,
}

impl CheckCommand {
    pub(super) fn run(self) -> Outcome {
        let model = office_model()?;
        let fallback = type_option(&model, self.type_name.as_deref())?;
        match EntityFile::open(&self.file)?.read(&model, fallback) {
            Ok(value) => {
                output::print(&format!("{}: a valid {}\n", self.file.display(), value.descriptor().name()))?;
                Ok(ExitCode::SUCCESS)
            }
            Err(faults) => {
                output::print(&faults)?;
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
