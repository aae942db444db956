//! `microsoft.graph.officeClientConfiguration`.

use odata_core::{
    Nav, ODataEntity,
    value::{DateTimeOffset, Stream},
};

use super::{Entity, OfficeClientCheckinStatus, OfficeClientConfigurationAssignment, OfficeUserCheckinSummary};

/// A policy that is delivered to Office clients.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeClientConfiguration")]
pub struct OfficeClientConfiguration {
    /// The inherited part.
    #[odata(base)]
    pub entity: Entity,
    /// The latest report of each device that the policy reached.
    pub checkin_statuses: Vec<OfficeClientCheckinStatus>,
    /// The purpose of the policy, in an administrator's words.
    pub description: Option<String>,
    /// The name that administrators know the policy by.
    pub display_name: Option<String>,
    /// When the policy was last written, set by the service.
    #[odata(computed)]
    pub last_modified_date_time: Option<DateTimeOffset>,
    /// The settings that users cannot change.
    pub policy_payload: Option<Stream>,
    /// The priority over other policies: in a conflict the one with the lowest number wins.
    pub priority: i32,
    /// The numbers of users that the policy reached.
    pub user_checkin_summary: Option<OfficeUserCheckinSummary>,
    /// The settings that users can change.
    pub user_preference_payload: Option<Stream>,
    /// The assignments of the policy to recipients.
    #[odata(contains_target)]
    pub assignments: Nav<Vec<OfficeClientConfigurationAssignment>>,
}
