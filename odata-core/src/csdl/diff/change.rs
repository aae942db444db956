//! A difference as data and as text.

use std::fmt;

use super::part::{Aspect, Flag, Part};
use crate::{
    csdl::{MaxLength, OnDelete, Place, Scale},
    geo::Srid,
};

/// A difference between a document and a later one: the result of [`diff`](super::diff).
///
/// Its text is one line: the target, the change, and whether it breaks clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    target: String,
    change: Change,
    places: (Place, Place),
    breaks: bool,
}

impl Difference {
    pub(super) const fn new(target: String, change: Change, places: (Place, Place), breaks: bool) -> Self {
        Self { target, change, places, breaks }
    }

    /// Returns the path of what has changed, as in `fleet.vehicle/seats` (OData CSDL 4.01 §14.2.2).
    pub fn target(&self) -> &str {
        &self.target
    }

    /// Returns what has changed.
    pub const fn change(&self) -> &Change {
        &self.change
    }

    /// Returns where the old document declares it; [`Place::Unknown`] if it does not.
    pub const fn old_place(&self) -> Place {
        self.places.0
    }

    /// Returns where the new document declares it; [`Place::Unknown`] if it does not.
    pub const fn new_place(&self) -> Place {
        self.places.1
    }

    /// Returns whether it breaks clients (OData Protocol 4.01 §5.2).
    pub const fn breaks_clients(&self) -> bool {
        self.breaks
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.target, self.change)?;
        if self.breaks { formatter.write_str("; breaks clients") } else { Ok(()) }
    }
}

/// What has changed. Its text is a part of a sentence: `removed`, `now abstract`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// The new document alone has it.
    Added(Part),
    /// The old document alone has it.
    Removed(Part),
    /// The name now stands for something else.
    Kind {
        /// What it was.
        old: Part,
        /// What it is.
        new: Part,
    },
    /// It is now so, or no longer.
    Flag {
        /// What it is about.
        flag: Flag,
        /// Whether it is so in the new document.
        now: bool,
    },
    /// It has another text, or one of the documents has none.
    Detail {
        /// What it is about.
        aspect: Aspect,
        /// The text of the old document, with namespaces in place of their aliases.
        old: Option<String>,
        /// The text of the new document.
        new: Option<String>,
    },
    /// It has another list of texts.
    List {
        /// What it is about.
        aspect: Aspect,
        /// The texts of the old document.
        old: Vec<String>,
        /// The texts of the new document.
        new: Vec<String>,
    },
    /// The type no longer derives from this one, which both documents have.
    NoLongerDerives(String),
    /// The maximum length, in characters or bytes.
    MaxLength {
        /// That of the old document.
        old: Option<MaxLength>,
        /// That of the new document.
        new: Option<MaxLength>,
    },
    /// The number of digits.
    Precision {
        /// That of the old document.
        old: Option<u64>,
        /// That of the new document.
        new: Option<u64>,
    },
    /// The number of digits after the point.
    Scale {
        /// That of the old document.
        old: Option<Scale>,
        /// That of the new document.
        new: Option<Scale>,
    },
    /// The coordinate reference system.
    Srid {
        /// That of the old document.
        old: Option<Srid>,
        /// That of the new document.
        new: Option<Srid>,
    },
    /// What happens to related entities.
    OnDelete {
        /// That of the old document.
        old: Option<OnDelete>,
        /// That of the new document.
        new: Option<OnDelete>,
    },
    /// The value of a member of an enumeration type.
    Value {
        /// That of the old document.
        old: i64,
        /// That of the new document.
        new: i64,
    },
    /// Where the related entities of a navigation property are found.
    Binding {
        /// The path to the navigation property.
        path: String,
        /// The target in the old document.
        old: Option<String>,
        /// The target in the new document.
        new: Option<String>,
    },
    /// An annotation.
    Annotation {
        /// The qualified name of the term.
        term: String,
        /// The qualifier.
        qualifier: Option<String>,
        /// What happened to it.
        edit: Edit,
    },
}

/// What happened to an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// The new document alone has it.
    Added,
    /// The old document alone has it.
    Removed,
    /// It has another value.
    Changed,
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added(_) => formatter.write_str("new"),
            Self::Removed(_) => formatter.write_str("removed"),
            Self::Kind { new, .. } => write!(formatter, "now {}", new.described()),
            Self::Flag { flag, now } => formatter.write_str(flag.text(*now)),
            Self::Detail { aspect: Aspect::Base, new, .. } => match new {
                Some(base) => write!(formatter, "now derives from `{base}`"),
                None => formatter.write_str("no longer derives from another one"),
            },
            Self::Detail { aspect, old, new } => edited(formatter, aspect.name(), old.as_deref(), new.as_deref()),
            Self::List { aspect: Aspect::Parameters, old, new } => {
                write!(formatter, "the parameters ({}) are now in the order ({})", old.join(", "), new.join(", "))
            }
            Self::List { aspect, old, new } => {
                let (aspect, old, new) = (aspect.name(), old.join(", "), new.join(", "));
                write!(formatter, "the {aspect} changed from ({old}) to ({new})")
            }
            Self::NoLongerDerives(base) => write!(formatter, "no longer derives from `{base}`"),
            Self::MaxLength { old, new } => limit(formatter, "MaxLength", *old, *new, |length| match length {
                MaxLength::Number(number) => (u128::from(number), number.to_string()),
                MaxLength::Max => (u128::MAX, "max".to_owned()),
            }),
            Self::Precision { old, new } => {
                limit(formatter, "Precision", *old, *new, |digits| (u128::from(digits), digits.to_string()))
            }
            Self::Scale { old, new } => limit(formatter, "Scale", *old, *new, |scale| match scale {
                Scale::Number(number) => (u128::from(number), number.to_string()),
                Scale::Variable => (u128::MAX - 1, "variable".to_owned()),
                Scale::Floating => (u128::MAX, "floating".to_owned()),
            }),
            Self::Srid { old, new } => {
                let text = |srid: &Option<Srid>| srid.map(|srid| srid.to_string());
                edited(formatter, "SRID", text(old).as_deref(), text(new).as_deref())
            }
            Self::OnDelete { old, new } => {
                let name = |action: &Option<OnDelete>| action.map(OnDelete::name);
                edited(formatter, "action on delete", name(old), name(new))
            }
            Self::Value { old, new } => write!(formatter, "the value changed from {old} to {new}"),
            Self::Binding { path, old, new } => match (old, new) {
                (Some(old), None) => write!(formatter, "`{path}` is no longer bound to `{old}`"),
                (_, new) => write!(formatter, "`{path}` is now bound to `{}`", new.as_deref().unwrap_or_default()),
            },
            Self::Annotation { term, qualifier, edit } => {
                let edit = match edit {
                    Edit::Added => "now has",
                    Edit::Removed => "no longer has",
                    Edit::Changed => "has another value of",
                };
                write!(formatter, "{edit} `{term}")?;
                qualifier.as_ref().map_or(Ok(()), |qualifier| write!(formatter, "#{qualifier}"))?;
                formatter.write_str("`")
            }
        }
    }
}

/// Writes the change of a text.
fn edited(formatter: &mut fmt::Formatter<'_>, name: &str, old: Option<&str>, new: Option<&str>) -> fmt::Result {
    match (old, new) {
        (Some(old), Some(new)) => write!(formatter, "the {name} changed from `{old}` to `{new}`"),
        (None, Some(new)) => write!(formatter, "the {name} is now `{new}`"),
        (_, None) => write!(formatter, "the {name} is gone"),
    }
}

/// Writes the change of a limit.
fn limit<T: Copy>(
    formatter: &mut fmt::Formatter<'_>,
    name: &str,
    old: Option<T>,
    new: Option<T>,
    shown: impl Fn(T) -> (u128, String),
) -> fmt::Result {
    let Some(new) = new else { return write!(formatter, "no longer has `{name}`") };
    let (rank, text) = shown(new);
    let only = old.is_none_or(|old| rank < shown(old).0);
    write!(formatter, "`{name}` is now {}{text}", if only { "only " } else { "" })
}
