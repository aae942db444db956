//! `office-config migrate`.

use std::{fmt::Write as _, process::ExitCode};

use clap::Args;
use odata_service::migration::{Migration, MigrationReport};
use office_config::{Database, migrate};

use super::{DatabaseOption, Outcome, output};

/// Bring a database of an earlier version to the model of this one
///
/// Serving does so as well, where nothing is lost. Ends with 1 where something is and may not be. No other program should
/// serve the database meanwhile.
#[derive(Args, Debug)]
pub(super) struct MigrateCommand {
    #[command(flatten)]
    database: DatabaseOption,
    /// Changes nothing, and says what would change
    #[arg(long)]
    dry_run: bool,
    /// Goes on where something of what is stored is lost
    #[arg(long)]
    allow_data_loss: bool,
}

impl MigrateCommand {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.database;
        match &database {
            // A path that is misspelt is no reason to make a database.
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

/// What has changed, a line each, and how many entities that concerns.
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

/// How many entities a migration has changed.
pub(super) fn migrated(report: &MigrationReport) -> String {
    format!("entities that were rewritten: {}; deleted: {}", report.rewritten, report.deleted)
}
