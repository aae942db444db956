//! The list items written by hand: as typetag trait objects and as an internally tagged enum.

use serde::{Deserialize, Serialize};

use super::flat::Summary;

/// A list item.
#[derive(Serialize, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Web {
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) priority: i32,
    pub(crate) url: Option<String>,
    pub(crate) hits: i64,
    pub(crate) tags: Vec<String>,
}

/// A list item.
#[derive(Serialize, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Mail {
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) priority: i32,
    pub(crate) address: Option<String>,
    pub(crate) active: bool,
}

/// A list item.
#[derive(Serialize, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Score {
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) priority: i32,
    pub(crate) value: f64,
    pub(crate) totals: Option<Summary>,
}

/// Any list item, as a trait object.
#[typetag::serde(tag = "@odata.type")]
pub(crate) trait Object {}

#[typetag::serde(name = "#g.web")]
impl Object for Web {}

#[typetag::serde(name = "#g.mail")]
impl Object for Mail {}

#[typetag::serde(name = "#g.score")]
impl Object for Score {}

/// Any list item, as an enum.
#[derive(Serialize, Deserialize)]
#[serde(tag = "@odata.type")]
pub(crate) enum Item {
    #[serde(rename = "#g.web")]
    Web(Web),
    #[serde(rename = "#g.mail")]
    Mail(Mail),
    #[serde(rename = "#g.score")]
    Score(Score),
}
