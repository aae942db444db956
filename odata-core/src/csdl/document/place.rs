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
    /// In Rust.
    Item(RustItem),
}

/// A Rust item that declares a part of a document: a type, or a field of one.
///
/// It has passed the rules that the compiler checks. `Display` writes `Vehicle` or `Vehicle::id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RustItem {
    /// The name of the type.
    pub ty: &'static str,
    /// The name of the field.
    pub field: Option<&'static str>,
    /// What the item says that CSDL has no words for.
    pub notes: RustNotes,
}

/// What a Rust item says about its part of a document that CSDL has no words for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct RustNotes {
    /// An action and a function may have one name and one binding parameter: `allow(action_and_function)`.
    pub action_and_function: bool,
    /// An operation may be named as a type: `allow(name_of_a_type)`.
    pub name_of_a_type: bool,
    /// Values have exactly the type of the property, and not one that derives from it.
    pub exact_type: bool,
    /// Neither the term of an annotation nor its value are known: `annotate("ns.Term" = raw ..)`.
    pub unchecked: bool,
}

impl RustItem {
    /// Creates the place of a type.
    pub const fn new(ty: &'static str) -> Self {
        let notes =
            RustNotes { action_and_function: false, name_of_a_type: false, exact_type: false, unchecked: false };
        Self { ty, field: None, notes }
    }

    /// Returns the place of a field of the type.
    #[must_use]
    pub const fn field(self, field: &'static str) -> Self {
        Self { field: Some(field), ..self }
    }
}

impl fmt::Display for RustItem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.ty)?;
        self.field.map_or(Ok(()), |field| write!(formatter, "::{field}"))
    }
}

impl Place {
    /// Returns the position in the text that was read.
    pub const fn location(&self) -> Option<Location> {
        match self {
            Self::Text(location) => Some(*location),
            Self::Unknown | Self::Item(_) => None,
        }
    }

    /// Returns the Rust item that declares the part.
    pub const fn item(&self) -> Option<RustItem> {
        match self {
            Self::Item(item) => Some(*item),
            Self::Unknown | Self::Text(_) => None,
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
            Self::Item(item) => write!(formatter, "{item}"),
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
