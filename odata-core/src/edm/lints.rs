//! What a model is allowed to contain but should not.

use super::{Model, Registry};
use crate::{
    csdl::{Document, check},
    error::{Error, ErrorCode},
};

/// Returns the names that differ only in the case of their letters (OData CSDL 4.01 §3.1), which many clients and
/// stores treat as the same, terms at elements that they are not meant for, and the namespaces that add no types.
pub(super) fn of(model: &Model) -> Vec<Error> {
    let document = Document::from(model);
    let mut lints = check::twin_names(&document);
    lints.extend(check::misapplied(&document, |name| {
        let found = model.applied_terms().binary_search_by_key(&name, |term| term.name);
        found.map_or_else(|_| Vec::new(), |found| model.applied_terms()[found].applies_to.names().collect())
    }));
    for namespace in model.container().namespaces {
        let registry = Registry::global();
        if registry.in_namespace(namespace).next().is_none()
            && registry.enums_in(namespace).next().is_none()
            && registry.definitions_in(namespace).next().is_none()
            && registry.operations_in_namespace(namespace).next().is_none()
        {
            let message = format!("`all_of` adds no types: the program has none of namespace `{namespace}`");
            lints.push(Error::new(ErrorCode::INVALID_MODEL, message).with_target(*namespace));
        }
    }
    lints
}
