//! The declarations of this framework: an entity with 27 properties on three levels, and a family of list items.

use odata_core::{AnyOf, ODataComplex, ODataEntity, ODataEnum, value::Decimal};

/// Where updates come from.
#[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
#[odata(type = "g.channel")]
pub(crate) enum Channel {
    /// Now.
    Current,
    /// Once a month.
    Monthly,
    /// Too early.
    Beta,
}

/// Counters.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "g.summary")]
pub(crate) struct Summary {
    /// How often it went well.
    pub(crate) succeeded: i32,
    /// How often it did not.
    pub(crate) failed: i32,
    /// When.
    pub(crate) last: Option<String>,
}

/// One outcome.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "g.status")]
pub(crate) struct Status {
    /// Of what.
    pub(crate) name: String,
    /// A number.
    pub(crate) code: i32,
    /// Text.
    pub(crate) detail: Option<String>,
}

/// A setting of any type.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "g.setting", abstract)]
pub(crate) struct Setting {
    /// The name.
    pub(crate) name: String,
}

/// A setting that is a number.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "g.intSetting")]
pub(crate) struct IntSetting {
    /// The name.
    #[odata(base)]
    pub(crate) setting: Setting,
    /// The number.
    pub(crate) value: i64,
}

/// A setting that is text.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "g.stringSetting")]
pub(crate) struct StringSetting {
    /// The name.
    #[odata(base)]
    pub(crate) setting: Setting,
    /// The text.
    pub(crate) value: Option<String>,
    /// Whether to hide it.
    pub(crate) secret: bool,
}

/// The first level: 1 property.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.entity", abstract)]
pub(crate) struct Entity {
    /// The key.
    #[odata(key)]
    pub(crate) id: String,
}

/// The second level: 11 properties.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.directoryObject")]
pub(crate) struct DirectoryObject {
    #[odata(base)]
    pub(crate) entity: Entity,
    #[odata(computed)]
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
}

/// The third level: 15 properties, nested, repeated and polymorphic ones among them.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.config")]
pub(crate) struct Config {
    #[odata(base)]
    pub(crate) directory_object: DirectoryObject,
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
    pub(crate) settings: Vec<AnyOf<Setting>>,
    pub(crate) main_setting: Option<AnyOf<Setting>>,
    pub(crate) surname: Option<String>,
    pub(crate) budget: Option<Decimal>,
}

/// What all list items have.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.item", abstract)]
pub(crate) struct Item {
    #[odata(base)]
    pub(crate) entity: Entity,
    pub(crate) display_name: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) priority: i32,
}

/// A list item.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.web")]
pub(crate) struct Web {
    #[odata(base)]
    pub(crate) item: Item,
    pub(crate) url: Option<String>,
    pub(crate) hits: i64,
    pub(crate) tags: Vec<String>,
}

/// A list item.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.mail")]
pub(crate) struct Mail {
    #[odata(base)]
    pub(crate) item: Item,
    pub(crate) address: Option<String>,
    pub(crate) active: bool,
}

/// A list item.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "g.score")]
pub(crate) struct Score {
    #[odata(base)]
    pub(crate) item: Item,
    pub(crate) value: f64,
    pub(crate) totals: Option<Summary>,
}
