//! A file with the JSON of an entity or complex value.

use std::path::{Path, PathBuf};

use odata_core::{
    Model, Structured,
    codec::{ReadOptions, read_structured, type_name_of},
    edm::TypeDescriptor,
};
use office_config::model::{GraphService, OfficeClientConfiguration};

/// The text of a file, and the type that it names.
pub(super) struct EntityFile {
    path: PathBuf,
    body: Vec<u8>,
    /// The value of `@odata.type`.
    type_name: Option<String>,
}

impl EntityFile {
    pub(super) fn open(path: &Path) -> Result<Self, String> {
        let body = std::fs::read(path).map_err(|cause| format!("`{}` cannot be read: {cause}", path.display()))?;
        let type_name = type_name_of(&body);
        Ok(Self { path: path.to_owned(), body, type_name })
    }

    /// Reads the value strictly, as the type that the file names, else as `fallback`.
    ///
    /// The error has a line for each fault: `file:line:column: path: message`.
    pub(super) fn read(&self, model: &Model, fallback: &'static TypeDescriptor) -> Result<Box<dyn Structured>, String> {
        // The reader refuses a type that the model does not have: it knows the position.
        let declared = self.type_name.as_deref().and_then(|name| model.find(name)).unwrap_or(fallback);
        let options = ReadOptions::strict().with_aliases(model.container().aliases());
        read_structured(declared, true, &self.body, &options)
            .map_err(|error| error.all().map(|fault| self.line_about(fault)).collect())
    }

    fn line_about(&self, fault: &odata_core::Error) -> String {
        let file = self.path.display();
        let place = fault.location().map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
        let path = fault.target().map(|path| format!(" {path}:")).unwrap_or_default();
        format!("{file}{place}:{path} {}\n", fault.message())
    }
}

/// Returns the model that files are read by.
pub(super) fn office_model() -> Result<Model, String> {
    Model::of::<GraphService>().map_err(|error| format!("the model has faults: {error:?}"))
}

/// Returns the type that `--type` names, else that of policies.
pub(super) fn type_option(model: &Model, name: Option<&str>) -> Result<&'static TypeDescriptor, String> {
    let Some(name) = name else {
        return Ok(<OfficeClientConfiguration as odata_core::StructuredType>::DESCRIPTOR);
    };
    let qualified = name.trim_start_matches('#');
    let short = |found: &&&'static TypeDescriptor| found.short_name() == qualified;
    let found = model.find(qualified).or_else(|| model.types().iter().find(short).copied());
    found.ok_or_else(|| {
        let names: Vec<_> = model.types().iter().map(|known| known.name()).collect();
        format!("`{name}` is not a type of the model; its types are {}", names.join(", "))
    })
}
