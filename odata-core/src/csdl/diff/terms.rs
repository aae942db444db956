//! Which terms a client must understand.

use super::Edit;

/// Terms that forbid something, or ask for something: what is new about them, clients do not know.
const DEMANDS: [&str; 9] = [
    "Org.OData.Core.V1.AcceptableMediaTypes",
    "Org.OData.Core.V1.Computed",
    "Org.OData.Core.V1.Immutable",
    "Org.OData.Core.V1.OperationAvailable",
    "Org.OData.Core.V1.OptimisticConcurrency",
    "Org.OData.Core.V1.Permissions",
    "Org.OData.Core.V1.RequiresExplicitBinding",
    "Org.OData.Core.V1.RequiresType",
    "Org.OData.Core.V1.SchemaVersion",
];

/// Terms that promise something: clients rely on what they had.
const PROMISES: [&str; 22] = [
    "Org.OData.Core.V1.AcceptableMediaTypes",
    "Org.OData.Core.V1.AlternateKeys",
    "Org.OData.Core.V1.AutoExpand",
    "Org.OData.Core.V1.AutoExpandReferences",
    "Org.OData.Core.V1.Computed",
    "Org.OData.Core.V1.ComputedDefaultValue",
    "Org.OData.Core.V1.ConventionalIDs",
    "Org.OData.Core.V1.DefaultNamespace",
    "Org.OData.Core.V1.DereferenceableIDs",
    "Org.OData.Core.V1.ExplicitOperationBindings",
    "Org.OData.Core.V1.IsDelta",
    "Org.OData.Core.V1.IsMediaType",
    "Org.OData.Core.V1.IsURL",
    "Org.OData.Core.V1.MediaType",
    "Org.OData.Core.V1.ODataVersions",
    "Org.OData.Core.V1.OperationAvailable",
    "Org.OData.Core.V1.OptionalParameter",
    "Org.OData.Core.V1.Ordered",
    "Org.OData.Core.V1.Permissions",
    "Org.OData.Core.V1.PositionalInsert",
    "Org.OData.Core.V1.ResourcePath",
    "Org.OData.Core.V1.SchemaVersion",
];

/// Returns whether clients break where an annotation of this term is added, removed or changed. They do without those of
/// terms that are not listed here, which no service can ask them to understand (OData Protocol 4.01 §6.4).
pub(super) fn breaks_clients(term: &str, edit: Edit) -> bool {
    let (demands, promises) = match term.rsplit_once('.').map_or("", |(vocabulary, _)| vocabulary) {
        "Org.OData.Capabilities.V1" | "Org.OData.Authorization.V1" => (true, true),
        // Values that were valid may no longer be.
        "Org.OData.Validation.V1" => (true, false),
        _ => (DEMANDS.contains(&term), PROMISES.contains(&term)),
    };
    match edit {
        Edit::Added => demands,
        Edit::Removed => promises,
        Edit::Changed => demands || promises,
    }
}
