//! `microsoft.graph.officeUserCheckinSummary`.

use odata_core::ODataComplex;

/// The numbers of users whose check-ins succeeded and failed.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeUserCheckinSummary")]
pub struct OfficeUserCheckinSummary {
    /// The number of users with a failed check-in.
    #[odata(default = 0)]
    pub failed_user_count: i32,
    /// The number of users with a successful check-in.
    #[odata(default = 0)]
    pub succeeded_user_count: i32,
}
