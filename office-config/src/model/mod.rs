//! The entity data model of the Office client configuration API, one type or action per file.
//!
//! It is the part of Microsoft Graph below the singleton `officeConfiguration`. It differs from Microsoft's
//! `$metadata` in two places: [`OfficeClientConfiguration`] is not abstract, because a request can create one, and it has
//! `lastModifiedDateTime`, which the API's documentation lists.

mod assign;
mod entity;
mod graph_service;
mod office_client_checkin_status;
mod office_client_configuration;
mod office_client_configuration_assignment;
mod office_configuration;
mod office_configuration_assignment_target;
mod office_configuration_group_assignment_target;
mod office_user_checkin_summary;
mod update_priorities;
mod windows_office_client_configuration;
mod windows_office_client_security_configuration;

pub use assign::Assign;
pub use entity::Entity;
pub use graph_service::GraphService;
pub use office_client_checkin_status::OfficeClientCheckinStatus;
pub use office_client_configuration::OfficeClientConfiguration;
pub use office_client_configuration_assignment::OfficeClientConfigurationAssignment;
pub use office_configuration::OfficeConfiguration;
pub use office_configuration_assignment_target::OfficeConfigurationAssignmentTarget;
pub use office_configuration_group_assignment_target::OfficeConfigurationGroupAssignmentTarget;
pub use office_user_checkin_summary::OfficeUserCheckinSummary;
pub use update_priorities::UpdatePriorities;
pub use windows_office_client_configuration::WindowsOfficeClientConfiguration;
pub use windows_office_client_security_configuration::WindowsOfficeClientSecurityConfiguration;
