//! The entity and what requests say about it.

#![expect(clippy::option_option, reason = "null and nothing are two things in a PATCH")]
#![expect(clippy::struct_field_names, reason = "these are the names of the properties")]

use odata_core::value::DateTimeOffset;
use rusqlite::{Row, types::Type};
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Policy {
    #[serde(rename = "@odata.context", skip_serializing_if = "Option::is_none")]
    pub(super) context: Option<String>,
    #[serde(rename = "@odata.etag")]
    pub(super) etag: String,
    #[serde(rename = "@odata.type")]
    pub(super) type_name: &'static str,
    pub(super) id: String,
    pub(super) checkin_statuses: Vec<CheckinStatus>,
    pub(super) description: Option<String>,
    pub(super) display_name: Option<String>,
    pub(super) last_modified_date_time: String,
    #[serde(rename = "policyPayload@odata.mediaContentType", skip_serializing_if = "Option::is_none")]
    pub(super) payload_media_type: Option<&'static str>,
    pub(super) policy_payload: Option<String>,
    pub(super) priority: i32,
    pub(super) user_checkin_summary: Option<CheckinSummary>,
    #[serde(rename = "userPreferencePayload@odata.mediaContentType", skip_serializing_if = "Option::is_none")]
    pub(super) preference_media_type: Option<&'static str>,
    pub(super) user_preference_payload: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CheckinStatus {
    applied_policies: Vec<String>,
    checkin_date_time: String,
    device_name: Option<String>,
    device_platform: Option<String>,
    device_platform_version: Option<String>,
    error_message: Option<String>,
    user_id: String,
    user_principal_name: Option<String>,
    was_successful: bool,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CheckinSummary {
    pub(super) failed_user_count: i32,
    pub(super) succeeded_user_count: i32,
}

/// The body of a POST.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NewPolicy {
    #[serde(rename = "@odata.type")]
    _type_name: String,
    #[serde(default)]
    checkin_statuses: Vec<CheckinStatus>,
    description: Option<String>,
    display_name: Option<String>,
    policy_payload: Option<String>,
    priority: i32,
    user_checkin_summary: Option<CheckinSummary>,
    user_preference_payload: Option<String>,
}

/// The body of a PATCH: a member that is there with null is something else than one that is not there.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct PolicyChange {
    checkin_statuses: Option<Vec<CheckinStatus>>,
    #[serde(default, deserialize_with = "given")]
    description: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    display_name: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    policy_payload: Option<Option<String>>,
    priority: Option<i32>,
    #[serde(default, deserialize_with = "given")]
    user_checkin_summary: Option<Option<CheckinSummary>>,
    #[serde(default, deserialize_with = "given")]
    user_preference_payload: Option<Option<String>>,
}

fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

const TYPE_NAME: &str = "#microsoft.graph.windowsOfficeClientSecurityConfiguration";

/// The columns of [`Policy::of_row`], in its order.
macro_rules! columns {
    () => {
        "id, version, checkin_statuses, description, display_name, last_modified, policy_payload, priority, \
         failed_users, succeeded_users, user_preference_payload"
    };
}
pub(super) use columns;

impl Policy {
    pub(super) fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let statuses = row.get_ref(2)?.as_str()?;
        let policy_payload: Option<String> = row.get(6)?;
        let user_preference_payload: Option<String> = row.get(10)?;
        Ok(Self {
            context: None,
            etag: etag(row.get(1)?),
            type_name: TYPE_NAME,
            id: row.get(0)?,
            checkin_statuses: serde_json::from_str(statuses)
                .map_err(|cause| rusqlite::Error::FromSqlConversionFailure(2, Type::Text, Box::new(cause)))?,
            description: row.get(3)?,
            display_name: row.get(4)?,
            last_modified_date_time: row.get(5)?,
            payload_media_type: media_type(policy_payload.as_ref()),
            policy_payload,
            priority: row.get(7)?,
            user_checkin_summary: match (row.get(8)?, row.get(9)?) {
                (Some(failed_user_count), Some(succeeded_user_count)) => {
                    Some(CheckinSummary { failed_user_count, succeeded_user_count })
                }
                _ => None,
            },
            preference_media_type: media_type(user_preference_payload.as_ref()),
            user_preference_payload,
        })
    }

    pub(super) fn change(&mut self, change: PolicyChange) {
        set(&mut self.checkin_statuses, change.checkin_statuses);
        set(&mut self.description, change.description);
        set(&mut self.display_name, change.display_name);
        set(&mut self.policy_payload, change.policy_payload);
        set(&mut self.priority, change.priority);
        set(&mut self.user_checkin_summary, change.user_checkin_summary);
        set(&mut self.user_preference_payload, change.user_preference_payload);
        self.payload_media_type = media_type(self.policy_payload.as_ref());
        self.preference_media_type = media_type(self.user_preference_payload.as_ref());
        self.last_modified_date_time = DateTimeOffset::now_utc().to_string();
    }
}

impl NewPolicy {
    pub(super) fn into_policy(self) -> Policy {
        Policy {
            context: None,
            etag: etag(1),
            type_name: TYPE_NAME,
            id: Uuid::new_v4().to_string(),
            checkin_statuses: self.checkin_statuses,
            description: self.description,
            display_name: self.display_name,
            last_modified_date_time: DateTimeOffset::now_utc().to_string(),
            payload_media_type: media_type(self.policy_payload.as_ref()),
            policy_payload: self.policy_payload,
            priority: self.priority,
            user_checkin_summary: self.user_checkin_summary,
            preference_media_type: media_type(self.user_preference_payload.as_ref()),
            user_preference_payload: self.user_preference_payload,
        }
    }
}

/// A version as an entity tag.
pub(super) fn etag(version: u32) -> String {
    format!("W/\"{version}\"")
}

fn media_type(payload: Option<&String>) -> Option<&'static str> {
    payload.map(|_| "text/plain")
}

fn set<T>(value: &mut T, change: Option<T>) {
    if let Some(change) = change {
        *value = change;
    }
}
