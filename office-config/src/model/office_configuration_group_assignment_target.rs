//! `microsoft.graph.officeConfigurationGroupAssignmentTarget`.

use odata_core::ODataComplex;

use super::OfficeConfigurationAssignmentTarget;

/// A group of users that receives a policy.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeConfigurationGroupAssignmentTarget")]
pub struct OfficeConfigurationGroupAssignmentTarget {
    /// The inherited part.
    #[odata(base)]
    pub target: OfficeConfigurationAssignmentTarget,
    /// The `id` of the group.
    pub group_id: Option<String>,
}
