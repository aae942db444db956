//! Lines and columns of many offsets.

use crate::{csdl::Place, json::Location};

/// The distance of offsets whose location is known beforehand, in bytes.
const STEP: usize = 256;

/// The locations of offsets in a text, each found in constant time.
pub(super) struct Places<'j> {
    text: &'j [u8],
    known: Vec<Location>,
}

impl<'j> Places<'j> {
    pub(super) fn of(text: &'j [u8]) -> Self {
        let mut known = Vec::with_capacity(text.len() / STEP + 1);
        let mut location = Location::START;
        known.push(location);
        for offset in (STEP..text.len()).step_by(STEP) {
            location = location.forward(text, offset);
            known.push(location);
        }
        Self { text, known }
    }

    pub(super) fn at(&self, offset: usize) -> Place {
        let before = (offset / STEP).min(self.known.len() - 1);
        Place::Text(self.known[before].forward(self.text, offset))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_are_those_from_the_start() {
        let text = "{\n \"ä€🙂\": [1,\r\n2]}\n".repeat(100);
        let places = Places::of(text.as_bytes());
        for offset in 0..text.len() + 10 {
            let found = places.at(offset).location();
            assert_eq!(found, Some(Location::from_offset(text.as_bytes(), offset)), "offset {offset}");
        }
        let nothing = Places::of(b"").at(3).location();
        assert_eq!(nothing, Some(Location::from_offset(b"", 0)));
    }
}
