//! `microsoft.graph.updatePriorities`.

use odata_core::{AnyOf, ODataAction};

use super::OfficeClientConfiguration;

/// Sets the priorities of several policies at once.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.updatePriorities", bound_to = Vec<AnyOf<OfficeClientConfiguration>>)]
pub struct UpdatePriorities {
    /// The `id`s of the policies.
    pub office_configuration_policy_ids: Vec<String>,
    /// Their priorities, in the same order.
    pub office_configuration_priorities: Vec<i32>,
}
