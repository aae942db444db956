//! `microsoft.graph.officeClientConfigurationAssignment`.

use odata_core::{AnyOf, ODataEntity};

use super::{Entity, OfficeConfigurationAssignmentTarget};

/// The assignment of a policy to a recipient.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeClientConfigurationAssignment")]
pub struct OfficeClientConfigurationAssignment {
    /// The inherited part.
    #[odata(base)]
    pub entity: Entity,
    /// The recipient of the policy.
    pub target: Option<AnyOf<OfficeConfigurationAssignmentTarget>>,
}
