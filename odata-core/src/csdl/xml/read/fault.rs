//! Faults with their places.

use crate::{Error, ErrorCode, json::Location};

/// The result of what a fault ends.
pub(super) type Located<T> = Result<T, Fault>;

/// A fault of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) location: Location,
    pub(super) message: String,
    /// The path of the part that it is about; empty where that is not known.
    pub(super) target: String,
}

impl Fault {
    #[cold]
    pub(super) fn new(location: Location, message: impl Into<String>) -> Self {
        Self { location, message: message.into(), target: String::new() }
    }

    /// Creates a fault at the end of a text.
    #[cold]
    pub(super) fn at_end(text: &str, message: impl Into<String>) -> Self {
        Self::new(Location::from_offset(text.as_bytes(), text.len()), message)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let error = Error::new(ErrorCode::INVALID_CSDL, fault.message).with_location(fault.location);
        if fault.target.is_empty() { error } else { error.with_target(fault.target) }
    }
}

/// The faults of a document, as many as are reported.
pub(super) struct Faults {
    found: Vec<Fault>,
    most: usize,
}

impl Faults {
    pub(super) fn new(most: usize) -> Self {
        Self { found: Vec::new(), most: most.max(1) }
    }

    #[cold]
    pub(super) fn add(&mut self, fault: Fault) {
        if self.found.len() < self.most {
            self.found.push(fault);
        }
    }

    /// Returns all of them and one after which nothing can be read, as one error.
    pub(super) fn ended_by(mut self, last: Fault) -> Error {
        self.found.sort_by_key(|fault| fault.location.offset);
        match Error::from_many(self.found.into_iter().map(Error::from)) {
            Some(first) => first.with_detail(last.into()),
            None => last.into(),
        }
    }

    /// Returns all of them as one error, in the order of the text; `None` for a document without faults.
    pub(super) fn into_error(mut self) -> Option<Error> {
        self.found.sort_by_key(|fault| fault.location.offset);
        Error::from_many(self.found.into_iter().map(Error::from))
    }
}
