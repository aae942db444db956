//! `microsoft.graph.officeConfigurationAssignmentTarget`.

use odata_core::ODataComplex;

/// A recipient of a policy. Each kind of recipient is a type that derives from this one.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "microsoft.graph.officeConfigurationAssignmentTarget", abstract)]
pub struct OfficeConfigurationAssignmentTarget {}
