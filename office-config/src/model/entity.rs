//! `microsoft.graph.entity`.

use odata_core::ODataEntity;

/// What every entity of Microsoft Graph has.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.entity", abstract)]
pub struct Entity {
    /// Tells the entity apart from all others of its collection. The service makes it.
    #[odata(key, computed)]
    pub id: String,
}
