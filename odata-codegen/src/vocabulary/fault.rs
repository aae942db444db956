//! What has no form in Rust.

use std::fmt;

use odata_core::csdl::Place;

/// A part of a document that has no form in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it is declared.
    pub place: Place,
    /// What is wrong.
    pub message: String,
}

/// All faults of a document, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    pub(super) fn one(message: String) -> Self {
        Self(vec![Fault { place: Place::Unknown, message }])
    }
}

/// Displays each fault as a line, with its position if there is one.
impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            if let Some(location) = fault.place.location() {
                write!(formatter, "{}:{}: ", location.line, location.column)?;
            }
            formatter.write_str(&fault.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
