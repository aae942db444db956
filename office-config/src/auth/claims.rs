//! The claims of tokens.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The tenant that the tokens of all personal Microsoft accounts name.
const PERSONAL_ACCOUNTS: Uuid = Uuid::from_u128(0x9188_040d_6c67_4c5b_b112_36a3_04b6_6dad);

/// The claims that decide about a request. Those about the token itself (`iss`, `aud`, `exp`, `nbf`) are checked before
/// these.
#[derive(Debug, Deserialize)]
pub(crate) struct Claims {
    /// The tenant whose data is read and written.
    pub(crate) tid: Uuid,
    /// Permissions that a user has delegated, separated by spaces.
    #[serde(default)]
    scp: String,
    /// Permissions of an application that acts on its own.
    #[serde(default)]
    roles: Vec<String>,
    /// When the token expires. What is not a number was refused when the token was verified.
    #[serde(default)]
    exp: serde_json::Value,
}

impl Claims {
    /// Returns whether the token is for a personal Microsoft account. These share one tenant, which is not an organization: its
    /// data would be everybody's.
    pub(crate) fn is_of_personal_account(&self) -> bool {
        self.tid == PERSONAL_ACCOUNTS
    }

    /// Returns when the token expires, in seconds since 1970.
    pub(crate) fn expires(&self) -> Option<f64> {
        self.exp.as_f64()
    }

    /// Returns whether the token has a permission, delegated or the application's own.
    pub(crate) fn permits(&self, permission: &str) -> bool {
        let mut granted = self.scp.split_ascii_whitespace().chain(self.roles.iter().map(String::as_str));
        granted.any(|granted| granted == permission)
    }
}

/// All claims of a token that this program signs.
#[derive(Debug, Serialize)]
pub(crate) struct SignedClaims<'a> {
    pub(crate) iss: &'a str,
    pub(crate) aud: &'a str,
    pub(crate) iat: u64,
    pub(crate) nbf: u64,
    pub(crate) exp: u64,
    pub(crate) sub: &'a str,
    pub(crate) tid: Uuid,
    pub(crate) scp: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(rest: &str) -> Claims {
        serde_json::from_str(&format!("{{\"tid\": \"8A3D3D8C-6DFE-4D0B-A7BD-DF4F1BBE6B4C\" {rest}}}")).unwrap()
    }

    #[test]
    fn permissions_are_whole_words() {
        let delegated = claims(r#", "scp": "User.Read Policy.ReadWrite.All""#);
        assert!(delegated.permits("Policy.ReadWrite.All") && delegated.permits("User.Read"));
        assert!(!delegated.permits("Policy.Read") && !delegated.permits("ReadWrite.All") && !delegated.permits(""));
        let application = claims(r#", "roles": ["Policy.ReadWrite.All"]"#);
        assert!(application.permits("Policy.ReadWrite.All") && !application.permits("User.Read"));
        assert!(!claims("").permits("User.Read"));
    }

    #[test]
    fn a_tenant_is_one_tenant_in_any_spelling() {
        assert_eq!(claims("").tid.to_string(), "8a3d3d8c-6dfe-4d0b-a7bd-df4f1bbe6b4c");
        assert!(serde_json::from_str::<Claims>(r#"{"scp": "User.Read"}"#).is_err());
        assert!(serde_json::from_str::<Claims>(r#"{"tid": "contoso"}"#).is_err());
    }
}
