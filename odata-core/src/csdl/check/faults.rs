//! The faults that were found, and how their messages name parts of a document.

use std::{collections::HashMap, fmt::Display};

use super::super::{Name, Place};
use crate::{
    error::{Error, ErrorCode},
    json::Location,
};

/// The faults that were found so far.
#[derive(Default)]
pub(super) struct Faults {
    found: Vec<Fault>,
    /// The names that stand for nothing, each with its fault.
    missing: HashMap<String, usize>,
}

struct Fault {
    rule: &'static str,
    place: Place,
    target: String,
    message: String,
    /// In how many other places the same is wrong.
    others: usize,
}

impl Faults {
    /// Adds a fault with the id and the section of the rule. `target` is the path of the part in the document.
    pub(super) fn add(
        &mut self,
        rule: &'static str,
        place: Place,
        target: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.found.push(Fault { rule, place, target: target.into(), message: message.into(), others: 0 });
    }

    /// Adds the fault of a name that stands for nothing, unless there is one already, which counts it then.
    pub(super) fn add_missing(
        &mut self,
        rule: &'static str,
        name: &str,
        place: Place,
        target: impl FnOnce() -> String,
        message: impl FnOnce() -> String,
    ) {
        if let Some(fault) = self.missing.get(name).and_then(|at| self.found.get_mut(*at)) {
            fault.others += 1;
        } else {
            self.missing.insert(name.to_owned(), self.found.len());
            self.add(rule, place, target(), message());
        }
    }

    /// Returns the faults in the order of the text, if there is one.
    pub(super) fn into_errors(self) -> Vec<Error> {
        let mut found = self.found;
        found.sort_by_key(|fault| fault.place.location().map_or(0, |location| location.offset));
        found.into_iter().map(Fault::into_error).collect()
    }
}

impl Fault {
    fn into_error(self) -> Error {
        let Self { rule, place, target, message, others } = self;
        let others = match others {
            0 => String::new(),
            1 => ", as in one other place".to_owned(),
            others => format!(", as in {others} other places"),
        };
        let message = match place {
            Place::Item(item) => format!("`{item}`: {message}{others} ({rule})"),
            Place::Text(_) | Place::Unknown => format!("{message}{others} ({rule})"),
        };
        let error = Error::new(ErrorCode::INVALID_MODEL, message).with_target(target);
        match place.location() {
            Some(location) => error.with_location(location),
            None => error,
        }
    }
}

/// Returns the place of a name; that of what it belongs to if the name has none.
pub(super) fn place_of(name: &Name, outer: Place) -> Place {
    if matches!(name.place, Place::Unknown) { outer } else { name.place }
}

/// Returns the name of a Rust item, or else of the part of the document, for a message.
pub(super) fn called(place: Place, name: impl Display) -> String {
    match place.item() {
        Some(item) => format!("`{item}`"),
        None => format!("`{name}`"),
    }
}

/// Returns words for a part that has the same name as another one.
pub(super) fn other(place: Place, what: &str) -> String {
    match place {
        Place::Item(item) => format!("`{item}`"),
        Place::Text(Location { line, column, .. }) => format!("{what} in line {line}, column {column}"),
        Place::Unknown => what.to_owned(),
    }
}

/// Returns a hint for whoever writes the Rust item; nothing for other documents.
pub(super) fn hint(place: Place, text: &'static str) -> &'static str {
    if place.item().is_some() { text } else { "" }
}

/// Returns whether a part is a Rust item. The compiler has checked it, or the item allows what is wrong.
pub(super) fn is_proven(place: Place) -> bool {
    place.item().is_some()
}
