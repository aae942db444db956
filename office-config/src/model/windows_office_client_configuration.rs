//! `microsoft.graph.windowsOfficeClientConfiguration`.

use odata_core::ODataEntity;

use super::OfficeClientConfiguration;

/// A policy for Office on Windows.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.windowsOfficeClientConfiguration")]
pub struct WindowsOfficeClientConfiguration {
    /// The inherited part.
    #[odata(base)]
    pub office_client_configuration: OfficeClientConfiguration,
}
