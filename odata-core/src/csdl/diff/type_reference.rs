//! Types of values, with their facets.

use super::{
    super::{Facets, TypeReference},
    Aspect, Change, Flag, flag,
};

/// Returns how the type of a value has changed.
pub(super) fn changes(aspect: Aspect, old: &TypeReference, new: &TypeReference) -> Vec<Change> {
    let (old_text, new_text) = (old.to_string(), new.to_string());
    let is_other = old_text != new_text;
    let ty = is_other.then_some(Change::Detail { aspect, old: Some(old_text), new: Some(new_text) });
    let nullable = flag(Flag::Nullable, old.is_nullable(), new.is_nullable());
    ty.into_iter().chain(nullable).chain(facets(old.facets, new.facets)).collect()
}

/// Returns how facets have changed.
pub(super) fn facets(old: Facets, new: Facets) -> impl Iterator<Item = Change> {
    fn changed<T: PartialEq + Copy>(old: T, new: T, change: impl Fn(T, T) -> Change) -> Option<Change> {
        (old != new).then(|| change(old, new))
    }
    [
        changed(old.max_length, new.max_length, |old, new| Change::MaxLength { old, new }),
        changed(old.precision, new.precision, |old, new| Change::Precision { old, new }),
        changed(old.scale, new.scale, |old, new| Change::Scale { old, new }),
        flag(Flag::Unicode, old.unicode.unwrap_or(true), new.unicode.unwrap_or(true)),
        changed(old.srid, new.srid, |old, new| Change::Srid { old, new }),
    ]
    .into_iter()
    .flatten()
}
