//! `office-config migrate`.

use std::{fmt::Write as _, process::ExitCode};

use clap::Args;
use odata_service::migration::{Migration, MigrationReport};
use office_config::{Database, migrate};

use super::{DatabaseOption, Outcome, output};

/// Migrate a database of an earlier version to the model of this one
///
/// Serving does so as well, if nothing is lost. The exit code is 1 if something would be lost and that is not allowed. No
/// other program should serve the database meanwhile.
#[derive(Args, Debug)]
pub(super) struct MigrateCommand {
    #[command(flatten)]
    database: DatabaseOption,
    /// Change nothing, and print what would change
    #[arg(long)]
    dry_run: bool,
    /// Go on even if stored data is lost
    #[arg(long)]
    allow_data_loss: bool,
}

impl MigrateCommand {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.database;
        match &database {
            // A misspelt path should not create a database.
            Database::File(path) if !path.exists() => return Err(format!("there is no database {database}").into()),
            Database::Memory => return Err("a database in memory is always new".into()),
            Database::File(_) => {}
        }
        let migration = match (self.dry_run, self.allow_data_loss) {
            (true, _) => Migration::DryRun,
            (false, true) => Migration::AllowDataLoss,
            (false, false) => Migration::Compatible,
        };
        let report = migrate(&database, migration)?;
        output::print(&text(&report, &database, self.dry_run))?;
        let refused = report.loses_data() && !self.allow_data_loss;
        Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

/// Returns a line for each difference, and how many entities are concerned.
fn text(report: &MigrationReport, database: &Database, dry_run: bool) -> String {
    if !report.has_changes() {
        return format!("{database} has the model of this version\n");
    }
    let mut text = String::new();
    for difference in &report.differences {
        // Writing into a string does not fail.
        let _ = writeln!(text, "{difference}");
    }
    for loss in &report.losses {
        let _ = writeln!(text, "{loss}");
    }
    if dry_run {
        let MigrationReport { rewritten, deleted, .. } = report;
        let _ = writeln!(text, "entities that would be rewritten: {rewritten}; deleted: {deleted}");
    } else {
        let _ = writeln!(text, "{}", migrated(report));
    }
    text
}

/// Returns a text on how many entities a migration has changed.
pub(super) fn migrated(report: &MigrationReport) -> String {
    format!("entities that were rewritten: {}; deleted: {}", report.rewritten, report.deleted)
}
