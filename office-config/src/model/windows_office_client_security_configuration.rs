//! `microsoft.graph.windowsOfficeClientSecurityConfiguration`.

use odata_core::ODataEntity;

use super::OfficeClientConfiguration;

/// A policy for Office on Windows that holds security settings.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.windowsOfficeClientSecurityConfiguration")]
pub struct WindowsOfficeClientSecurityConfiguration {
    /// The inherited part.
    #[odata(base)]
    pub office_client_configuration: OfficeClientConfiguration,
}
