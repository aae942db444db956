//! Commas between the members of an object.

use crate::json::JsonWriter;

/// The commas between members.
pub(crate) struct Commas {
    any: bool,
}

impl Commas {
    pub(crate) const fn new() -> Self {
        Self { any: false }
    }

    /// Writes a comma unless this is the first member.
    #[inline]
    pub(crate) fn next(&mut self, json: &mut JsonWriter) {
        if self.comma() {
            json.byte(b',');
        }
    }

    /// Returns whether a comma comes before the next member.
    #[inline]
    pub(super) const fn comma(&mut self) -> bool {
        std::mem::replace(&mut self.any, true)
    }
}
