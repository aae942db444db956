//! Migration of stored entities from an earlier model to the present one.

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

/// How much a migration to a changed model may change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Migration {
    /// Changes nothing if something would be lost.
    #[default]
    Compatible,
    /// Rewrites even if something is lost. A value that does not fit becomes null, the default, or a blank value;
    /// an entity whose type, key or collection the model does not have is deleted, with all that it contains.
    AllowDataLoss,
    /// Finds out what [`AllowDataLoss`](Self::AllowDataLoss) would do, and changes nothing.
    DryRun,
}

/// Migrates the entities of a store to a model, one by one: the argument of [`EntityStore::migrate`].
///
/// The migrator decides and the store acts: in one transaction the store looks up the model that it has recorded,
/// [starts](Self::start) the migration with it, passes each of its entities to [`rewrite`](Self::rewrite) if it is asked to,
/// records the [present model](Self::model_json), and commits if [`finish`](Self::finish) does not fail and this is not a
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

/// What a store has to do in a migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationStep {
    /// Nothing: the recorded model is the present one.
    Nothing,
    /// The present model must be recorded; the entities stay as they are.
    Record,
    /// Each entity must be passed to [`Migrator::rewrite`], and the present model recorded.
    Rewrite,
}

/// What a store has to do with an entity in a migration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rewrite {
    /// Keep it as it is.
    Keep,
    /// Replace it, with a new version.
    Replace {
        /// The qualified name of its type.
        type_name: String,
        /// The entity as a JSON object.
        json: String,
    },
    /// Delete it, with everything that it contains.
    Delete,
}

impl Migrator {
    /// Begins a migration to this model.
    pub fn new(model: &Model, migration: Migration) -> Self {
        let snapshot = ModelSnapshot::new(model);
        Self { model: Arc::new(model.clone()), snapshot, migration, report: MigrationReport::default() }
    }

    /// Returns the present model as JSON, for the store to record.
    pub fn model_json(&self) -> String {
        self.snapshot.to_json()
    }

    /// Returns whether the store must roll back what it has done.
    pub const fn is_dry_run(&self) -> bool {
        matches!(self.migration, Migration::DryRun)
    }

    /// Compares the present model with the recorded one. If no model is recorded, the entities are checked one by one.
    ///
    /// # Errors
    ///
    /// Something would be lost and must not be, or the recorded model cannot be read.
    pub fn start(&mut self, recorded: Option<&str>) -> Result<MigrationStep, MigrationError> {
        let Some(recorded) = recorded else { return Ok(MigrationStep::Rewrite) };
        if recorded == self.model_json() {
            return Ok(MigrationStep::Nothing);
        }
        let recorded = ModelSnapshot::from_json(recorded)
            .map_err(|error| MigrationError::failed(format!("the recorded model cannot be read: {error}")))?;
        self.report.differences = recorded.differences(&self.snapshot);
        self.check()?;
        let is_kept = self.report.differences.iter().all(|difference| *difference.impact() == Impact::None);
        Ok(if is_kept { MigrationStep::Record } else { MigrationStep::Rewrite })
    }

    /// Decides what to do with an entity in the collection with this [path](crate::store::CollectionAddress::path).
    ///
    /// # Errors
    ///
    /// The entity could not be written as JSON.
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

    /// Ends the migration. `deleted` is the number of deleted entities.
    ///
    /// # Errors
    ///
    /// Something would be lost and must not be; then the store must roll back.
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

/// Returns an entity as the JSON that is stored.
pub(crate) fn stored_json(entity: &dyn Structured, model: &Model) -> Result<String, FromUtf8Error> {
    let mut json = Vec::with_capacity(1024);
    write_structured(entity, &WriteOptions::default().with_model(model), &mut json);
    String::from_utf8(json)
}
