//! The entity written by hand for serde and struct-patch: one flat struct that holds all 27 properties.

#![expect(clippy::float_cmp, reason = "what struct-patch derives compares two states of one number")]

use serde::{Deserialize, Serialize};
use struct_patch::Patch;

/// Where updates come from.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Channel {
    #[default]
    Current,
    Monthly,
    Beta,
}

/// Counters.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Summary {
    pub(crate) succeeded: i32,
    pub(crate) failed: i32,
    pub(crate) last: Option<String>,
}

/// One outcome.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Status {
    pub(crate) name: String,
    pub(crate) code: i32,
    pub(crate) detail: Option<String>,
}

/// A setting of any type.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
#[serde(tag = "@odata.type")]
pub(crate) enum Setting {
    #[serde(rename = "#g.intSetting")]
    Int { name: String, value: i64 },
    #[serde(rename = "#g.stringSetting")]
    Str { name: String, value: Option<String>, secret: bool },
}

/// The entity.
#[derive(Serialize, Deserialize, Clone, Debug, Default, PartialEq, Patch)]
#[patch(attribute(derive(Serialize, Deserialize, Debug, Default)))]
#[patch(attribute(serde(rename_all = "camelCase")))]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Flat {
    #[serde(rename = "@odata.type")]
    #[patch(skip)]
    pub(crate) odata_type: Option<String>,
    pub(crate) id: String,
    pub(crate) deleted_date_time: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) city: Option<String>,
    pub(crate) company_name: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) department: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) employee_id: Option<String>,
    pub(crate) given_name: Option<String>,
    pub(crate) job_title: Option<String>,
    pub(crate) login_count: i64,
    pub(crate) enabled: Option<bool>,
    pub(crate) priority: i32,
    pub(crate) ratio: f64,
    pub(crate) phones: Vec<String>,
    pub(crate) mail: Option<String>,
    pub(crate) channel: Channel,
    pub(crate) user_type: Option<String>,
    pub(crate) created_at: Option<String>,
    pub(crate) summary: Option<Summary>,
    pub(crate) totals: Summary,
    pub(crate) statuses: Vec<Status>,
    pub(crate) settings: Vec<Setting>,
    pub(crate) main_setting: Option<Setting>,
    pub(crate) surname: Option<String>,
    pub(crate) budget: Option<f64>,
}
