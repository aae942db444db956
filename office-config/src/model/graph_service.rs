//! `microsoft.graph.GraphService`.

use odata_core::ODataContainer;

use super::OfficeConfiguration;

/// The entity container, where the URLs of the API begin.
#[derive(ODataContainer)]
#[odata(type = "microsoft.graph.GraphService", schema("microsoft.graph", alias = "graph"))]
pub struct GraphService {
    /// The tenant's configuration of Office clients. It has no value until it is written for the first time.
    #[odata(singleton, nullable)]
    pub office_configuration: OfficeConfiguration,
}
