//! Where something is declared, and texts that know it.

use std::{fmt, ops::Deref};

use crate::json::Location;

/// Where a part of a document is declared.
///
/// Places take no part in comparisons: two documents that say the same are equal, wherever they say it.
#[derive(Clone, Copy, Default, Eq)]
pub enum Place {
    /// Nowhere: the part was made by a program.
    #[default]
    Unknown,
    /// In the text that was read.
    Text(Location),
    /// In Rust: the name of an item, as in `Vehicle` or `Vehicle::id`.
    Item(&'static str),
}

impl Place {
    /// Returns the position in the text that was read.
    pub const fn location(&self) -> Option<Location> {
        match self {
            Self::Text(location) => Some(*location),
            Self::Unknown | Self::Item(_) => None,
        }
    }
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl std::hash::Hash for Place {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

impl fmt::Debug for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => formatter.write_str("?"),
            Self::Text(location) => write!(formatter, "{}:{}", location.line, location.column),
            Self::Item(item) => formatter.write_str(item),
        }
    }
}

/// A name or path as the document spells it, with its place. Its namespace may be an alias.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Name {
    /// The text, without white space around it.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

impl Name {
    /// Creates a name with its place.
    pub fn new(text: impl Into<String>, place: Place) -> Self {
        Self { text: text.into(), place }
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::new(text, Place::Unknown)
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::new(text, Place::Unknown)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(formatter)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}@{:?}", self.text, self.place)
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}
