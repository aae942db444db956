//! `odata-codegen vocabulary`.

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use odata_codegen::vocabulary::{Options, generate};

use super::{Outcome, file::File, print};

/// Print a vocabulary as Rust: its terms and their types, by the derives of odata-core
///
/// The exit code is 2 if a file cannot be read, or if a part of the vocabulary has no form in Rust.
#[derive(Args, Debug)]
pub(super) struct VocabularyCommand {
    /// The document that declares the vocabulary
    file: PathBuf,
    /// Where the code finds odata-core
    #[arg(long, value_name = "PATH", default_value = "::odata_core")]
    crate_path: String,
    /// The Rust module of the types of another vocabulary, such as `com.example.v1=crate::example`
    #[arg(long = "module", value_name = "NAMESPACE=PATH", value_parser = module)]
    modules: Vec<(String, String)>,
    /// The document of another vocabulary: without it, its enumeration types have no flags
    #[arg(long = "reference", value_name = "FILE")]
    references: Vec<PathBuf>,
}

fn module(text: &str) -> Result<(String, String), &'static str> {
    let (namespace, path) = text.split_once('=').ok_or("it has no `=`")?;
    Ok((namespace.to_owned(), path.to_owned()))
}

impl VocabularyCommand {
    pub(super) fn run(self) -> Outcome {
        let file = File::open(&self.file)?;
        let document = file.readable()?;
        let references = self.references.iter().map(|file| File::open(file)?.readable()).collect::<Result<_, _>>()?;
        let options = Options { crate_path: self.crate_path, modules: self.modules, references };
        let rust = generate(&document, &options)
            .map_err(|error| format!("`{file}` has no form in Rust:\n{}", file.lines(&error).trim_end()))?;
        print(&rust)?;
        Ok(ExitCode::SUCCESS)
    }
}
