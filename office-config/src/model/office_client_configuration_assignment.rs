//! `microsoft.graph.officeClientConfigurationAssignment`.

use odata_core::{AnyOf, ODataEntity};

use super::{Entity, OfficeConfigurationAssignmentTarget};

/// Gives a policy to somebody.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeClientConfigurationAssignment")]
pub struct OfficeClientConfigurationAssignment {
    /// The inherited part.
    #[odata(base)]
    pub entity: Entity,
    /// Who gets the policy.
    pub target: Option<AnyOf<OfficeConfigurationAssignmentTarget>>,
}
