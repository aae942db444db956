//! Numbers as `serde_json` passes them on where it is built with `arbitrary_precision`.
//!
//! Any crate of a program can turn that feature on. Any number other than an integer is then a map with
//! one member that has a special name, and the number as text.

use std::borrow::Cow;

use serde::de::MapAccess;

/// The name of the member that holds the number.
const NAME: &str = "$serde_json::private::Number";

/// Returns whether the member with this name, the first one of a map, makes the map a number.
pub(crate) fn is_number(name: &str) -> bool {
    name == NAME
}

/// The beginning of a map.
pub(crate) enum MapStart<'de> {
    /// The map is a number: its text.
    Number(Cow<'de, str>),
    /// The name of the first member, if there is one.
    Name(Option<Cow<'de, str>>),
}

/// Takes the beginning of a map that may be a number.
pub(crate) fn map_start<'de, A: MapAccess<'de>>(map: &mut A) -> Result<MapStart<'de>, A::Error> {
    match map.next_key::<Cow<'de, str>>()? {
        Some(name) if is_number(&name) => map.next_value().map(MapStart::Number),
        name => Ok(MapStart::Name(name)),
    }
}
