//! `odata-codegen vocabulary`

use clap::Args;
use odata_codegen::vocabulary::{Options, generate};

use super::{Outcome, input::File, print};

/// Print a vocabulary as Rust: its terms, and their types
#[derive(Args, Debug)]
pub(crate) struct VocabularyCommand {
    /// The document that declares the vocabulary
    file: File,
    /// Where the code finds `odata_core`
    #[arg(long, value_name = "PATH", default_value = "::odata_core")]
    crate_path: String,
    /// The Rust module of the types of another vocabulary, such as `com.example.v1=crate::example`
    #[arg(long = "module", value_name = "NAMESPACE=PATH", value_parser = module)]
    modules: Vec<(String, String)>,
    /// The document of another vocabulary, for its enumeration types with flags
    #[arg(long = "reference", value_name = "FILE")]
    references: Vec<File>,
}

fn module(text: &str) -> Result<(String, String), &'static str> {
    let (namespace, path) = text.split_once('=').ok_or("it has no `=`")?;
    Ok((namespace.to_owned(), path.to_owned()))
}

impl VocabularyCommand {
    pub(super) fn run(self) -> Outcome {
        let document = self.file.read()?;
        let references = self.references.iter().map(File::read).collect::<Result<_, _>>()?;
        let options = Options { crate_path: self.crate_path, modules: self.modules, references };
        let rust = generate(&document, &options).map_err(|error| self.file.faults(&error))?;
        print(&rust)
    }
}
