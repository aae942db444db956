//! `office-config diff`.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use odata_core::delta::diff_structured;

use super::{
    Outcome,
    entity_file::{EntityFile, office_model, type_option},
    output,
};

/// Print the PATCH body that turns one state of an entity into another
#[derive(Args, Debug)]
pub(super) struct DiffCommand {
    /// A file with the JSON of the earlier state
    old: PathBuf,
    /// A file with the JSON of the later state
    new: PathBuf,
    /// The type of a file that names none with `@odata.type` [default: microsoft.graph.officeClientConfiguration]
    #[arg(long = "type", value_name = "NAME")]
    type_name: Option<String>,
}

impl DiffCommand {
    pub(super) fn run(self) -> Outcome {
        let model = office_model()?;
        let default = type_option(&model, self.type_name.as_deref())?;
        let old = EntityFile::open(&self.old)?;
        let new = EntityFile::open(&self.new)?;
        match (old.read(&model, default), new.read(&model, default)) {
            (Ok(old), Ok(new)) => {
                let mut body = diff_structured(&*old, &*new)?.to_vec();
                body.push(b'\n');
                output::print(&String::from_utf8(body)?)?;
                Ok(ExitCode::SUCCESS)
            }
            (old, new) => {
                let faults = [old.err(), new.err()].into_iter().flatten().collect::<String>();
                output::faults(&faults);
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
