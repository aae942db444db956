//! Faults, recorded while the rest is read.

use crate::{
    error::{Error, ErrorCode},
    json::locate,
};

/// The faults of a text, up to a limit.
#[derive(Debug)]
pub(super) struct Faults {
    list: Vec<(ErrorCode, usize, String)>,
    most: usize,
}

impl Faults {
    pub(super) const fn at_most(most: usize) -> Self {
        Self { list: Vec::new(), most }
    }

    /// Records a fault at an offset.
    pub(super) fn record(&mut self, code: ErrorCode, offset: usize, message: impl FnOnce() -> String) {
        if self.list.len() < self.most {
            self.list.push((code, offset, message()));
        }
    }

    /// Returns all faults as one error, in the order of the text.
    pub(super) fn into_error(mut self, text: &[u8]) -> Option<Error> {
        self.list.sort_by_key(|(_, offset, _)| *offset);
        let offsets: Vec<_> = self.list.iter().map(|(_, offset, _)| *offset).collect();
        let faults = self.list.into_iter().zip(locate(text, &offsets));
        Error::from_many(faults.map(|((code, _, message), located)| Error::new(code, message).at(located, None)))
    }
}
