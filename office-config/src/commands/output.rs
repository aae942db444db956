//! Standard output and standard error. Unlike `println!`, these functions do not panic if nobody reads.

use std::{
    error::Error,
    io::{self, ErrorKind, Write as _},
};

/// Writes to standard output and flushes it. A closed pipe is not an error: the reader has seen enough.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// Reports on standard error why the program ends.
pub(super) fn error(error: &dyn Error) {
    // If standard error is closed as well, the exit code still shows it.
    let _ = writeln!(io::stderr(), "error: {error}");
}

/// Reports on standard error what a user may not expect of a result.
pub(super) fn note(text: &str) {
    let _ = writeln!(io::stderr(), "note: {text}");
}

/// Reports on standard error what is wrong with the given files.
pub(super) fn faults(lines: &str) {
    let _ = io::stderr().write_all(lines.as_bytes());
}
