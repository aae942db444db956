//! `office-config token`.

use std::process::ExitCode;

use clap::Args;
use office_config::auth::{DEVELOPMENT_TENANT, DevelopmentKey, PERMISSION, TokenRequest};
use uuid::Uuid;

use super::{DatabaseOption, Outcome, output};

/// Print a development token, good for 24 hours
#[derive(Args, Debug)]
pub(super) struct TokenCommand {
    #[command(flatten)]
    database: DatabaseOption,
    /// The tenant whose data the token is about
    #[arg(long, value_name = "GUID", default_value_t = DEVELOPMENT_TENANT)]
    tenant: Uuid,
    /// A permission that the token carries; can be given several times
    #[arg(long, value_name = "NAME", default_value = PERMISSION, value_parser = scope)]
    scope: Vec<String>,
}

impl TokenCommand {
    pub(super) fn run(self) -> Outcome {
        let path = self.database.database.development_key_path();
        let path = path.ok_or("a database in memory has no key that another program could know")?;
        let request = TokenRequest { tenant: self.tenant, scopes: self.scope };
        let token = DevelopmentKey::open_or_create(&path)?.sign(&request)?;
        output::print(&format!("{token}\n"))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// A scope is a word (RFC 6749 §3.3).
fn scope(name: &str) -> Result<String, String> {
    let is_scope = |byte: u8| matches!(byte, b'!'..=b'~') && byte != b'"' && byte != b'\\';
    if !name.is_empty() && name.bytes().all(is_scope) {
        Ok(name.to_owned())
    } else {
        Err("the name of a permission has no spaces, quotes or backslashes".to_owned())
    }
}
