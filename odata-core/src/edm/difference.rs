//! A difference between two models, and its impact on stored values.

use std::fmt;

/// A difference between a model and an earlier one.
///
/// Its text is one line: the place, the change, and the impact on stored values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    place: String,
    change: String,
    impact: Impact,
}

/// The impact of a difference on values that were stored by the earlier model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impact {
    /// They are values of the new model as they are.
    None,
    /// They are values of the new model once they have been read and written by it.
    Rewrite,
    /// Some of them are lost, or a value is missing, as the text describes.
    Loss(String),
}

impl Impact {
    pub(super) fn loss(what: impl Into<String>) -> Self {
        Self::Loss(what.into())
    }
}

impl Difference {
    pub(super) fn new(place: impl Into<String>, change: impl Into<String>, impact: Impact) -> Self {
        Self { place: place.into(), change: change.into(), impact }
    }

    /// Returns the entity set, singleton, type or property: `vehicles`, `fleet.truck`, `fleet.truck/tonnes`.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Returns what has changed.
    pub fn change(&self) -> &str {
        &self.change
    }

    /// Returns the impact on stored values.
    pub const fn impact(&self) -> &Impact {
        &self.impact
    }

    /// Returns whether something is lost.
    pub const fn is_loss(&self) -> bool {
        matches!(self.impact, Impact::Loss(_))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}; ", self.place, self.change)?;
        match &self.impact {
            Impact::None => formatter.write_str("nothing is lost"),
            Impact::Rewrite => formatter.write_str("nothing is lost, stored values are rewritten"),
            Impact::Loss(what) => formatter.write_str(what),
        }
    }
}
