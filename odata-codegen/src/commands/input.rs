//! Documents from files.

use std::{
    fmt::Write as _,
    fs,
    io::{self, Read as _},
    str::FromStr,
};

use odata_core::{Error, csdl::Document};

use super::Failure;

/// A file with a CSDL document, or `-` for the standard input.
#[derive(Clone, Debug)]
pub(super) struct File(String);

impl FromStr for File {
    type Err = std::convert::Infallible;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Ok(Self(name.to_owned()))
    }
}

impl File {
    /// Reads the document.
    pub(super) fn read(&self) -> Result<Document, Failure> {
        let bytes = self.bytes().map_err(|error| Failure::Unreadable(format!("{}: {error}", self.name())))?;
        let read = if is_json(&bytes) { Document::from_json(&bytes) } else { Document::from_xml(&bytes) };
        read.map_err(|error| self.faults(&error))
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        if self.0 != "-" {
            return fs::read(&self.0);
        }
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The name that messages begin with.
    fn name(&self) -> &str {
        if self.0 == "-" { "standard input" } else { &self.0 }
    }

    /// Returns all faults of the document, one on each line: file, line, column and what is wrong.
    pub(super) fn faults(&self, error: &Error) -> Failure {
        let mut lines = String::new();
        for fault in error.all() {
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.push_str(self.name());
            if let Some(location) = fault.location() {
                // Nothing fails that writes to a string.
                let _ = write!(lines, ":{}:{}", location.line, location.column);
            }
            let _ = match fault.target() {
                Some(target) => write!(lines, ": {target}: {}", fault.message()),
                None => write!(lines, ": {}", fault.message()),
            };
        }
        Failure::Faults(lines)
    }
}

/// Whether a text is JSON rather than XML: its first character is a brace.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.trim_ascii_start().first() == Some(&b'{')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_begins_with_a_brace() {
        assert!(is_json(b" \r\n{}") && is_json(b"\xef\xbb\xbf{"));
        assert!(!is_json(b"<edmx:Edmx/>") && !is_json(b"") && !is_json(b"\xff\xfe<\0"));
    }
}
