//! `office-config token`.

use std::process::ExitCode;

use clap::Args;
use office_config::{
    Database,
    auth::{DEVELOPMENT_TENANT, DevelopmentKey, PERMISSION, TokenRequest},
};
use uuid::Uuid;

use super::{DatabaseOption, Outcome, output};

/// Print a development token, valid for 24 hours
#[derive(Args, Debug)]
pub(super) struct TokenCommand {
    #[command(flatten)]
    database: DatabaseOption,
    /// The tenant whose data the token gives access to
    #[arg(long, value_name = "GUID", default_value_t = DEVELOPMENT_TENANT)]
    tenant: Uuid,
    /// A permission of the token; can be given several times
    #[arg(long, value_name = "NAME", default_value = PERMISSION, value_parser = scope)]
    scope: Vec<String>,
    /// Create the key even if there is no database yet
    #[arg(long)]
    create: bool,
}

impl TokenCommand {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.database;
        let path = database.development_key_path();
        let path = path.ok_or("a database in memory has no key that another program could know")?;
        // A key without a database would be left in whichever folder this is.
        if !(self.create || path.exists() || database.exists()) {
            return Err(no_database(&database).into());
        }
        let request = TokenRequest { tenant: self.tenant, scopes: self.scope };
        let token = DevelopmentKey::open_or_create(&path)?.sign(&request)?;
        output::print(&format!("{token}\n"))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn no_database(database: &Database) -> String {
    format!(
        "there is no database `{database}`, so no server that takes the token; run `office-config serve` with this \
         database first, name another one with `--database URL`, or make the key in advance with `--create`"
    )
}

/// Parses a scope, which is a word (RFC 6749 §3.3).
fn scope(name: &str) -> Result<String, String> {
    let is_scope = |byte: u8| matches!(byte, b'!'..=b'~') && byte != b'"' && byte != b'\\';
    if !name.is_empty() && name.bytes().all(is_scope) {
        Ok(name.to_owned())
    } else {
        Err("the name of a permission has no spaces, quotes or backslashes".to_owned())
    }
}
