//! Bringing stored entities from an earlier model to the present one.

mod report;
mod row;

use std::{string::FromUtf8Error, sync::Arc};

use odata_core::{
    Model, Structured,
    codec::{WriteOptions, write_structured},
    edm::{Impact, ModelSnapshot},
};

pub use self::report::{MigrationError, MigrationReport, RowLoss};
use self::row::Finding;
use crate::store::StoredEntity;

/// How far a store may go to bring its entities to a changed model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Migration {
    /// Changes nothing where something would be lost.
    #[default]
    Compatible,
    /// Rewrites also where something is lost. A value that does not fit becomes null, or the default, or a blank value;
    /// an entity whose type, key or collection the model does not have is deleted, with all that it contains.
    AllowDataLoss,
    /// Finds out what [`AllowDataLoss`](Self::AllowDataLoss) would do, and changes nothing.
    DryRun,
}

/// Brings the entities of a store to a model, row by row: what [`EntityStore::migrate`] is given.
///
/// It decides, and the store does: in one transaction the store looks up the model that it has recorded, asks what to do
/// [to start with](Self::start), hands in each of its entities if it is asked to, records the
/// [present model](Self::model_json), and commits if [`finish`](Self::finish) lets it and this is no
/// [dry run](Self::is_dry_run).
///
/// [`EntityStore::migrate`]: crate::store::EntityStore::migrate
#[derive(Debug)]
pub struct Migrator {
    model: Arc<Model>,
    snapshot: ModelSnapshot,
    migration: Migration,
    report: MigrationReport,
}

/// What a migration takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationStep {
    /// Nothing: the recorded model is the present one.
    Nothing,
    /// The present model must be recorded; the entities stay as they are.
    Record,
    /// Each entity must be handed to [`Migrator::rewrite`], and the present model recorded.
    Rewrite,
}

/// What becomes of an entity in a migration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rewrite {
    /// It stays as it is.
    Keep,
    /// It is replaced, and gets a new version.
    Replace {
        /// The qualified name of its type.
        type_name: String,
        /// The entity as a JSON object.
        json: String,
    },
    /// It is deleted, and everything that it contains.
    Delete,
}

impl Migrator {
    /// Begins a migration to this model.
    pub fn new(model: &Model, migration: Migration) -> Self {
        let snapshot = ModelSnapshot::new(model);
        Self { model: Arc::new(model.clone()), snapshot, migration, report: MigrationReport::default() }
    }

    /// Returns the present model as the store has to record it.
    pub fn model_json(&self) -> String {
        self.snapshot.to_json()
    }

    /// Whether nothing that the store does may last.
    pub const fn is_dry_run(&self) -> bool {
        matches!(self.migration, Migration::DryRun)
    }

    /// Compares the present model with the recorded one. Entities of which no model is recorded are looked at one by one.
    ///
    /// # Errors
    ///
    /// Something would be lost and must not be, or the recorded model cannot be read.
    pub fn start(&mut self, recorded: Option<&str>) -> Result<MigrationStep, MigrationError> {
        let Some(recorded) = recorded else { return Ok(MigrationStep::Rewrite) };
        let recorded = ModelSnapshot::from_json(recorded)
            .map_err(|error| MigrationError::failed(format!("the recorded model cannot be read: {error}")))?;
        if recorded == self.snapshot {
            return Ok(MigrationStep::Nothing);
        }
        self.report.differences = recorded.differences(&self.snapshot);
        self.check()?;
        let is_kept = self.report.differences.iter().all(|difference| *difference.impact() == Impact::None);
        Ok(if is_kept { MigrationStep::Record } else { MigrationStep::Rewrite })
    }

    /// Decides what becomes of an entity in the collection with this [path](crate::store::CollectionAddress::path).
    ///
    /// # Errors
    ///
    /// The model's own writer has failed.
    pub fn rewrite(&mut self, collection: &str, stored: &StoredEntity) -> Result<Rewrite, MigrationError> {
        let row::Rewritten { entity, findings } = row::rewrite(&self.model, collection, stored);
        for Finding { place, what } in findings {
            self.report.add_loss(place, what);
        }
        let Some(entity) = entity else { return Ok(Rewrite::Delete) };
        let json = stored_json(&*entity, &self.model).map_err(MigrationError::failed)?;
        let type_name = entity.descriptor().name();
        if (type_name, &json) == (&*stored.type_name, &stored.json) {
            return Ok(Rewrite::Keep);
        }
        self.report.rewritten += 1;
        Ok(Rewrite::Replace { type_name: type_name.to_owned(), json })
    }

    /// Ends the migration. `deleted` is how many entities there are fewer than before.
    ///
    /// # Errors
    ///
    /// Something would be lost and must not be; then nothing may have changed.
    pub fn finish(mut self, deleted: u64) -> Result<MigrationReport, MigrationError> {
        self.report.deleted = deleted;
        self.check()?;
        Ok(self.report)
    }

    fn check(&self) -> Result<(), MigrationError> {
        if self.migration == Migration::Compatible && self.report.loses_data() {
            return Err(MigrationError::Refused(self.report.clone()));
        }
        Ok(())
    }
}

/// The JSON by which an entity is stored.
pub(crate) fn stored_json(entity: &dyn Structured, model: &Model) -> Result<String, FromUtf8Error> {
    let mut json = Vec::with_capacity(1024);
    write_structured(entity, &WriteOptions::default().with_model(model), &mut json);
    String::from_utf8(json)
}
