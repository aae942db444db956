//! What annotations demand of an object of a request, checked at its end.

use std::ops::Range;

use super::{
    Purpose,
    body::BodyReader,
    member::{Members, Target},
};
use crate::{
    error::ErrorCode,
    json::{JsonError, JsonReader},
    request_rules::{Constraint, Fixed},
    slot::ValueRef,
};

impl BodyReader<'_, '_> {
    /// Checks the properties of an object that has just ended, and takes back those that requests do not set.
    #[cold]
    #[inline(never)]
    pub(super) fn check_rules(&mut self, target: &mut dyn Target, members: &mut Members) {
        let Some(rules) = self.rules() else { return };
        let known = self.faults.len();
        for rule in rules.of_type(members.descriptor()) {
            let purpose = target.purpose_of(rule.index, self.purpose);
            let is_ignored = match rule.fixed {
                Some(Fixed::Computed) => true,
                Some(Fixed::Immutable) => purpose == Purpose::Update,
                None => false,
            };
            if is_ignored {
                // Nobody has to give it a value.
                if !members.properties.insert(rule.index) {
                    target.forget(rule.index);
                }
                continue;
            }
            let is_taken = members.properties.contains(rule.index) && !self.skips(purpose, rule.property);
            let Some(slot) = target.slot(rule.index).filter(|_| is_taken) else { continue };
            for (item, code, problem) in problems(&slot.view(), &rule.constraints) {
                self.broken(rule.property.name, item, known, code, &problem);
            }
        }
    }

    /// Records that the value of a property of the object that has just ended is not what an annotation demands, or one of
    /// its items, unless one of the first `known` faults is about it.
    fn broken(&mut self, name: &str, item: Option<usize>, known: usize, code: ErrorCode, problem: &str) {
        // The text is searched for each fault.
        if !self.faults.has_room() {
            return;
        }
        let Some((at, range)) = place_of(self.reader.bytes(), self.reader.offset(), name, item) else { return };
        if !self.faults.is_any_in(&range, known) {
            let noun = if item.is_some() { "an item of" } else { "the value of" };
            self.faults.record(code, at, || format!("{noun} `{name}` {problem}"));
        }
    }
}

/// Returns what is wrong with a value, with the position of the item if it is a collection.
fn problems(value: &ValueRef<'_>, constraints: &[Constraint]) -> Vec<(Option<usize>, ErrorCode, String)> {
    let of_value = |item, value: &ValueRef<'_>| {
        let found = constraints.iter().filter_map(|constraint| constraint.problem(value));
        found.map(|(code, problem)| (item, code, problem)).collect::<Vec<_>>()
    };
    match value {
        ValueRef::List(list) => {
            list.items().enumerate().flat_map(|(position, item)| of_value(Some(position), &item)).collect()
        }
        value => of_value(None, value),
    }
}

/// Returns the place of a member, or of an item of it, and the offsets of all of the member. `end` is the offset after the
/// object that has the member.
///
/// Only faults need it, so nothing is noted while the body is read.
fn place_of(body: &[u8], end: usize, name: &str, item: Option<usize>) -> Option<(usize, Range<usize>)> {
    let last = body.get(..end)?.iter().rposition(|byte| *byte == b'}')?;
    let start = start_of_object(body, last)?;
    let found = find_member(body.get(start..=last)?, name, item).ok().flatten();
    found.map(|(at, range)| (start + at, start + range.start..start + range.end))
}

/// Returns the offset of the brace that the one at `last` closes.
fn start_of_object(body: &[u8], last: usize) -> Option<usize> {
    let (mut open, mut in_string, mut escaped) = (Vec::new(), false, false);
    for (at, byte) in body.iter().enumerate().take(last + 1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => open.push(at),
            b'}' | b']' => {
                let start = open.pop();
                if at == last {
                    return start;
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns the place of a member of an object, which was read before, or of an item of it.
fn find_member(object: &[u8], name: &str, item: Option<usize>) -> Result<Option<(usize, Range<usize>)>, JsonError> {
    let mut reader = JsonReader::new(object)?;
    reader.begin_object()?;
    while let Some(found) = reader.next_name()? {
        if found != name {
            reader.skip_value()?;
            continue;
        }
        let start = reader.name_offset();
        let mut at = start;
        if let Some(item) = item {
            reader.begin_array()?;
            let mut position = 0;
            while reader.next_item()? {
                if position == item {
                    at = reader.value_offset();
                }
                reader.skip_value()?;
                position += 1;
            }
        } else {
            reader.skip_value()?;
        }
        return Ok(Some((at, start..reader.offset())));
    }
    Ok(None)
}
