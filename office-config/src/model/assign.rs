//! `microsoft.graph.assign`.

use odata_core::{AnyOf, ODataAction};

use super::{OfficeClientConfiguration, OfficeClientConfigurationAssignment};

/// Assigns a policy to recipients, in place of those that it has.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.assign", bound_to = AnyOf<OfficeClientConfiguration>)]
#[odata(returns(Vec<OfficeClientConfigurationAssignment>))]
pub struct Assign {
    /// The assignments that the policy has from now on.
    pub office_configuration_assignments: Vec<OfficeClientConfigurationAssignment>,
}
