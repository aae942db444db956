//! `office-config diff`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Args;
use odata_core::{Structured, delta::diff_structured, slot::ValueRef};

use super::{
    Outcome,
    entity_file::{EntityFile, office_model, type_option},
    output,
};

/// Print the PATCH body that turns one state of an entity into another
///
/// Related entities, such as those in `assignments`, are not compared.
#[derive(Args, Debug)]
pub(super) struct DiffCommand {
    /// A file with the JSON of the earlier state
    old: PathBuf,
    /// A file with the JSON of the later state
    new: PathBuf,
    /// The type, if a file does not name one with `@odata.type` [default: microsoft.graph.officeClientConfiguration]
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
                note_related(&self.old, &*old);
                note_related(&self.new, &*new);
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

/// Reports related entities in a file, because the result does not show that they differ.
fn note_related(path: &Path, value: &dyn Structured) {
    let properties = value.descriptor().properties();
    let related = properties.filter(|(index, property)| {
        property.ty().is_navigation() && !matches!(value.slot(*index).view(), ValueRef::Absent)
    });
    for (_, property) in related {
        let (file, name) = (path.display(), property.name());
        output::note(&format!("`{name}` in `{file}` is a navigation property and not part of the result"));
    }
}
