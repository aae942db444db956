//! The faults that were found, and how their messages name parts of a document.

use std::fmt::Display;

use super::super::{Name, Place};
use crate::{
    error::{Error, ErrorCode},
    json::Location,
};

/// The faults that were found so far.
#[derive(Default)]
pub(super) struct Faults(Vec<Error>);

impl Faults {
    /// Adds a fault with the id and the section of the rule. `target` is the path of the part in the document.
    pub(super) fn add(&mut self, rule: &str, place: Place, target: impl Into<String>, message: impl Display) {
        let message = match place {
            Place::Item(item) => format!("`{item}`: {message} ({rule})"),
            Place::Text(_) | Place::Unknown => format!("{message} ({rule})"),
        };
        let error = Error::new(ErrorCode::INVALID_MODEL, message).with_target(target);
        self.0.push(match place.location() {
            Some(location) => error.with_location(location),
            None => error,
        });
    }

    /// Returns the faults in the order of the text, if there is one.
    pub(super) fn into_errors(self) -> Vec<Error> {
        let mut errors = self.0;
        errors.sort_by_key(|error| error.location().map_or(0, |location| location.offset));
        errors
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
