//! What a migration has done, or why it has not.

use std::{error::Error, fmt};

use odata_core::edm::Difference;

/// What a migration has done, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MigrationReport {
    /// In what the present model differs from the recorded one. Empty where no model was recorded.
    pub differences: Vec<Difference>,
    /// What is lost of the entities that are stored.
    pub losses: Vec<RowLoss>,
    /// How many entities were rewritten. Each has a new version.
    pub rewritten: u64,
    /// How many entities were deleted.
    pub deleted: u64,
}

/// Something that entities lose. Its text is one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowLoss {
    /// Where: the type's qualified name, and after a slash the path of the property.
    pub place: String,
    /// What the present model has against it, and what that means.
    pub reason: String,
    /// How many entities lose it.
    pub entities: u64,
}

/// Why a migration was not done. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MigrationError {
    /// Something would be lost, and that was not allowed.
    Refused(MigrationReport),
    /// The store failed, for this reason.
    Failed(String),
}

impl MigrationReport {
    /// Whether something is lost. That is so where a difference of the models says it, whether or not there are entities.
    pub fn loses_data(&self) -> bool {
        !self.losses.is_empty() || self.differences.iter().any(Difference::is_loss)
    }

    /// Whether the models have a difference, or entities were changed.
    pub fn has_changes(&self) -> bool {
        !self.differences.is_empty() || !self.losses.is_empty() || self.rewritten + self.deleted > 0
    }

    pub(super) fn add_loss(&mut self, place: String, reason: String) {
        match self.losses.iter_mut().find(|loss| loss.place == place && loss.reason == reason) {
            Some(loss) => loss.entities += 1,
            None => self.losses.push(RowLoss { place, reason, entities: 1 }),
        }
    }
}

impl fmt::Display for RowLoss {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entities = if self.entities == 1 { "entity" } else { "entities" };
        write!(formatter, "{}: {} ({} {entities})", self.place, self.reason, self.entities)
    }
}

impl MigrationError {
    /// The store failed.
    pub fn failed(cause: impl fmt::Display) -> Self {
        Self::Failed(cause.to_string())
    }
}

/// One line, and for each thing that would be lost one more.
impl fmt::Display for MigrationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(report) => {
                formatter.write_str("the model has changed, and something of what is stored would be lost:")?;
                for difference in report.differences.iter().filter(|difference| difference.is_loss()) {
                    write!(formatter, "\n  {difference}")?;
                }
                report.losses.iter().try_for_each(|loss| write!(formatter, "\n  {loss}"))
            }
            Self::Failed(cause) => write!(formatter, "what is stored cannot be brought to the model: {cause}"),
        }
    }
}

impl Error for MigrationError {}
