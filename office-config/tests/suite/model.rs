//! The model compared with Microsoft Graph's own description of it.

use std::{fs, path::Path};

use odata_core::{
    Model,
    csdl::{self, Document, to_xml},
};
use office_config::model::GraphService;

use crate::support::{csdl::facts, reference};

#[test]
fn the_model_is_valid() {
    odata_core::assert_model!(GraphService);
}

/// With `ODATA_BLESS`, the diagram is written.
#[test]
fn the_readme_shows_the_model() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once("```mermaid\n").expect("a diagram");
    let (shown, after) = rest.split_once("```\n").expect("the end of the diagram");
    let diagram = csdl::diagram(&Document::from(&Model::of::<GraphService>().expect("a valid model")));
    if std::env::var_os("ODATA_BLESS").is_some() {
        fs::write(&path, format!("{before}```mermaid\n{diagram}```\n{after}")).unwrap();
    } else {
        assert_eq!(shown, diagram, "ODATA_BLESS=1 cargo test -p office-config --test suite the_readme");
    }
}

/// The part of a fact that is the same for all, which is left out below.
const SCHEMA: &str = "/Edmx/DataServices/Schema microsoft.graph";

#[test]
fn metadata_is_that_of_microsoft_graph() {
    let Some(csdl) = reference::read("graph-office.csdl.xml") else { return };
    let theirs = facts(&csdl);
    let ours = facts(&to_xml(&Model::of::<GraphService>().expect("a valid model")));
    let short = |fact: &String| fact.strip_prefix(SCHEMA).unwrap_or(fact).to_owned();

    let missing: Vec<_> = theirs.difference(&ours).map(short).collect();
    assert_eq!(
        missing,
        [
            // Documents of OData 4.0 have no such facet on parameters.
            "/Action updatePriorities/Parameter officeConfigurationPolicyIds Unicode=false",
            // Some of the requests that the API documents create values of this type.
            "/EntityType officeClientConfiguration Abstract=true",
        ]
    );
    // Descriptions and `Core.Computed`, none of which Microsoft publishes here, and the reference that they need.
    let (annotations, others): (Vec<_>, Vec<_>) =
        ours.difference(&theirs).map(short).partition(|fact| fact.contains("/Annotation Org.OData.Core.V1."));
    assert!(annotations.iter().all(|fact| fact.contains("V1.Description") || fact.contains("V1.Computed")));
    assert_eq!(
        others,
        [
            // Whether items of collections can be null: Microsoft does not say; here they cannot.
            "/Action updatePriorities/Parameter officeConfigurationPolicyIds Nullable=false",
            "/ComplexType officeClientCheckinStatus/Property appliedPolicies Nullable=false",
            // Required properties that a report may leave out.
            "/ComplexType officeClientCheckinStatus/Property checkinDateTime DefaultValue=0001-01-01T00:00:00Z",
            // All digits of a second are kept.
            "/ComplexType officeClientCheckinStatus/Property checkinDateTime Precision=12",
            "/ComplexType officeClientCheckinStatus/Property userId DefaultValue=",
            "/ComplexType officeClientCheckinStatus/Property wasSuccessful DefaultValue=false",
            "/ComplexType officeUserCheckinSummary/Property failedUserCount DefaultValue=0",
            "/ComplexType officeUserCheckinSummary/Property succeededUserCount DefaultValue=0",
            "/EntityType officeClientConfiguration/Property checkinStatuses Nullable=false",
            // A property that the API documents list.
            "/EntityType officeClientConfiguration/Property lastModifiedDateTime",
            "/EntityType officeClientConfiguration/Property lastModifiedDateTime Precision=12",
            "/EntityType officeClientConfiguration/Property lastModifiedDateTime Type=Edm.DateTimeOffset",
            "/EntityType officeConfiguration/Property tenantCheckinStatuses Nullable=false",
            "/Edmx/Reference https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml",
            "/Edmx/Reference https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml/Include Org.OData.Core.V1",
        ]
    );
}
