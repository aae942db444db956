//! The result of a migration.

use std::{error::Error, fmt};

use odata_core::edm::Difference;

/// A report of what a migration has done, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MigrationReport {
    /// The differences between the recorded model and the present one. Empty if no model was recorded.
    pub differences: Vec<Difference>,
    /// The losses of the stored entities.
    pub losses: Vec<RowLoss>,
    /// The number of rewritten entities. Each has a new version.
    pub rewritten: u64,
    /// The number of deleted entities.
    pub deleted: u64,
}

/// A loss of stored entities. Its text is one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowLoss {
    /// The qualified name of the type, and after a slash the path of the property.
    pub place: String,
    /// Why the present model cannot have it, and the consequence.
    pub reason: String,
    /// The number of entities that lose it.
    pub entities: u64,
}

/// An error of a migration. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MigrationError {
    /// Something would be lost, which was not allowed.
    Refused(MigrationReport),
    /// The store failed, for this reason.
    Failed(String),
}

impl MigrationReport {
    /// Returns whether something is lost: by a stored entity, or by a difference of the models, even without entities.
    pub fn loses_data(&self) -> bool {
        !self.losses.is_empty() || self.differences.iter().any(Difference::is_loss)
    }

    /// Returns whether the models differ, or entities were changed.
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
    /// Returns an error of the store.
    pub fn failed(cause: impl fmt::Display) -> Self {
        Self::Failed(cause.to_string())
    }
}

/// Writes one line, and one more for each loss.
impl fmt::Display for MigrationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(report) => {
                formatter.write_str("the model has changed, and stored data would be lost:")?;
                for difference in report.differences.iter().filter(|difference| difference.is_loss()) {
                    write!(formatter, "\n  {difference}")?;
                }
                report.losses.iter().try_for_each(|loss| write!(formatter, "\n  {loss}"))
            }
            Self::Failed(cause) => write!(formatter, "the stored entities cannot be migrated to the model: {cause}"),
        }
    }
}

impl Error for MigrationError {}
