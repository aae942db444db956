//! Positions in a body: path, line and column.

use super::{Location, path::PathWalk};

/// A position in a body: its property path, line and column.
pub(crate) struct Located {
    pub(crate) path: String,
    pub(crate) location: Location,
}

/// Returns the positions of all these offsets, in the same order. Scans the body once, however many there are.
pub(crate) fn locate(body: &[u8], offsets: &[usize]) -> Vec<Located> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_unstable_by_key(|&index| offsets[index]);
    let (mut walk, mut location) = (PathWalk::new(body), Location::START);
    let mut found: Vec<Option<Located>> = offsets.iter().map(|_| None).collect();
    for index in order {
        let offset = offsets[index];
        location = location.forward(body, offset);
        found[index] = Some(Located { path: walk.path_at(offset), location });
    }
    found.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::path_at;

    #[test]
    fn many_positions_are_those_of_each_alone() {
        let body = "{\"ä\": [1, {\"b\\\"\": \"x\"}],\n \"c\": {\"d\": []},\r\n \"e\": nul}".as_bytes();
        let mut offsets: Vec<usize> = (0..body.len() + 2).collect();
        offsets.extend([3, 0, 3, 40, 7]);
        offsets.rotate_left(13);
        for (place, offset) in locate(body, &offsets).into_iter().zip(&offsets) {
            assert_eq!(place.path, path_at(body, *offset), "offset {offset}");
            assert_eq!(place.location, Location::from_offset(body, *offset), "offset {offset}");
        }
    }
}
