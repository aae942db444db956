//! `microsoft.graph.entity`.

use odata_core::ODataEntity;

/// The base type of all entities of Microsoft Graph.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.entity", abstract)]
pub struct Entity {
    /// The identifier of the entity in its collection, set by the service.
    #[odata(key, computed)]
    pub id: String,
}
