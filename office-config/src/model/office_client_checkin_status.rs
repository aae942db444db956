//! `microsoft.graph.officeClientCheckinStatus`.

use odata_core::{ODataComplex, value::DateTimeOffset};

/// The report of one device from when it last asked for its policies.
///
/// Required properties have a default value as well, because a report may leave members out.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeClientCheckinStatus")]
pub struct OfficeClientCheckinStatus {
    /// The policies that took effect on the device.
    pub applied_policies: Vec<String>,
    /// When the device checked in.
    #[odata(default = "0001-01-01T00:00:00Z")]
    pub checkin_date_time: DateTimeOffset,
    /// The name of the device.
    pub device_name: Option<String>,
    /// The operating system of the device.
    pub device_platform: Option<String>,
    /// The version of that operating system.
    pub device_platform_version: Option<String>,
    /// The error, if there was one.
    pub error_message: Option<String>,
    /// The `id` of the user who was signed in.
    #[odata(default = "")]
    pub user_id: String,
    /// The sign-in name of that user.
    pub user_principal_name: Option<String>,
    /// Whether the policies were applied.
    #[odata(default = false)]
    pub was_successful: bool,
}
