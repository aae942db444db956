//! `microsoft.graph.officeUserCheckinSummary`.

use odata_core::ODataComplex;

/// How the check-ins of users went, in numbers.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeUserCheckinSummary")]
pub struct OfficeUserCheckinSummary {
    /// How many users had a check-in that failed.
    #[odata(default = 0)]
    pub failed_user_count: i32,
    /// How many users had a check-in that succeeded.
    #[odata(default = 0)]
    pub succeeded_user_count: i32,
}
