//! A file with a document.

use std::{
    fmt::{self, Write as _},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use odata_core::{
    Error, Result,
    csdl::{Document, Place},
};

/// The text of a file.
pub(super) struct File {
    path: PathBuf,
    text: Vec<u8>,
}

impl File {
    /// Reads a file, or standard input where the path is `-`.
    pub(super) fn open(path: &Path) -> std::result::Result<Self, String> {
        let text = if path == Path::new("-") {
            let mut text = Vec::new();
            io::stdin().lock().read_to_end(&mut text).map(|_| text)
        } else {
            std::fs::read(path)
        };
        let text = text.map_err(|cause| format!("`{}` cannot be read: {cause}", path.display()))?;
        Ok(Self { path: path.to_owned(), text })
    }

    /// Reads the document, whatever its form is.
    pub(super) fn document(&self) -> Result<Document> {
        odata_codegen::read(&self.text)
    }

    /// Reads the document. The error has a line for each fault.
    pub(super) fn readable(&self) -> std::result::Result<Document, String> {
        self.document().map_err(|error| format!("`{self}` is not a CSDL document:\n{}", self.lines(&error).trim_end()))
    }

    /// Returns a line for each fault: `file:line:column: path: message`.
    pub(super) fn lines(&self, error: &Error) -> String {
        let mut lines = String::new();
        for fault in error.all() {
            let place = fault.location().map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
            let path = fault.target().map(|path| format!(" {path}:")).unwrap_or_default();
            // Writing to memory does not fail.
            _ = writeln!(lines, "{self}{place}:{path} {}", fault.message());
        }
        lines
    }

    /// Returns a place in the file as `file:line:column`.
    pub(super) fn at(&self, place: Place) -> Option<String> {
        place.location().map(|at| format!("{self}:{}:{}", at.line, at.column))
    }
}

impl fmt::Display for File {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path.display().fmt(formatter)
    }
}
