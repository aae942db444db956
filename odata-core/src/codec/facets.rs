//! The checks of a value that was read: of its facets in a request, and of its coordinates.

use super::{Purpose, body::BodyReader};
use crate::{
    edm::{Excess, PropertyDescriptor},
    error::ErrorCode,
    geo::{self, GeoType, Srid},
    slot::{Slot, ValueRef},
    value::{DecimalDigits, StreamContent, significant_digits},
};

impl BodyReader<'_, '_> {
    /// Records a value, or the first item, that exceeds the facets of its property. What a service has stored or
    /// sends is taken as it is.
    #[inline(never)]
    pub(crate) fn check_facets(&mut self, slot: &dyn Slot, property: &PropertyDescriptor, at: usize) {
        if self.purpose == Purpose::Representation {
            return;
        }
        if let Some(excess) = excess_of(&slot.view(), property) {
            self.faults.record(excess.code(), at, || excess.message(property.name));
        }
    }

    /// Records what is wrong with GeoJSON, where it is wrong. `start` is the offset of the text.
    #[cold]
    #[inline(never)]
    pub(crate) fn geo_fault(&mut self, ty: GeoType, json: &str, start: usize) {
        if let Some(fault) = geo::fault(ty, json) {
            self.faults.record(ErrorCode::INVALID_LITERAL, start + fault.offset(), || fault.to_string());
        }
    }
}

/// Returns the facet that a value exceeds, or the first item that exceeds one.
pub(crate) fn excess_of(value: &ValueRef<'_>, property: &PropertyDescriptor) -> Option<Excess> {
    match value {
        ValueRef::List(list) => list.items().find_map(|item| excess(property, &item)),
        value => excess(property, value),
    }
}

/// Returns the facet that a value exceeds: for text the characters count, for binary data and streams the bytes, for
/// numbers the digits.
fn excess(property: &PropertyDescriptor, value: &ValueRef<'_>) -> Option<Excess> {
    let facets = property.facets;
    let second = |picoseconds| facets.excess_of_second(significant_digits(picoseconds));
    match value {
        ValueRef::Text(text) if !property.is_unicode() && !text.is_ascii() => Some(Excess::Unicode),
        // A text has at most as many characters as bytes.
        ValueRef::Text(text) => {
            facets.excess_of_length(text.len()).and_then(|_| facets.excess_of_length(text.chars().count()))
        }
        ValueRef::Binary(bytes) => facets.excess_of_length(bytes.len()),
        ValueRef::Stream(stream) => facets.excess_of_length(match stream.content() {
            StreamContent::Text(text) => text.len(),
            StreamContent::Json(json) => json.len(),
            StreamContent::Bytes(bytes) => bytes.len(),
        }),
        ValueRef::Geo(value) => match (property.srid(), value.srid()) {
            (Some(Srid::Number(declared)), Some(found)) if declared != found => Some(Excess::Srid(declared)),
            _ => None,
        },
        ValueRef::Decimal(number) => facets.excess_of_decimal(DecimalDigits::of(number.get().as_str())),
        ValueRef::DateTimeOffset(value) => second(value.get().time().picoseconds()),
        ValueRef::TimeOfDay(value) => second(value.get().picoseconds()),
        ValueRef::Duration(value) => second(value.get().picoseconds()),
        _ => None,
    }
}
