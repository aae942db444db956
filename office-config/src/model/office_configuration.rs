//! `microsoft.graph.officeConfiguration`.

use odata_core::{AnyOf, Nav, ODataEntity};

use super::{Entity, OfficeClientCheckinStatus, OfficeClientConfiguration, OfficeUserCheckinSummary};

/// A tenant's configuration of Office clients.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeConfiguration")]
pub struct OfficeConfiguration {
    /// The inherited part.
    #[odata(base)]
    pub entity: Entity,
    /// The latest reports of all devices of the tenant.
    pub tenant_checkin_statuses: Vec<OfficeClientCheckinStatus>,
    /// The numbers of users of the tenant that were reached.
    pub tenant_user_checkin_summary: Option<OfficeUserCheckinSummary>,
    /// The tenant's policies, of any type.
    #[odata(contains_target)]
    pub client_configurations: Nav<Vec<AnyOf<OfficeClientConfiguration>>>,
}
