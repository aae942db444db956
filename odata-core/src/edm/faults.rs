//! The faults of a model.

use std::collections::BTreeSet;

use super::Model;
use crate::{
    csdl::{Document, check},
    error::{Error, ErrorCode},
};

/// Returns all faults of a model.
pub(super) fn of(model: &Model) -> Vec<Error> {
    let document = Document::from(model);
    let mut faults = check::across(&document);
    faults.extend(aliases_of_nothing(model, &document));
    faults
}

/// N4: an alias of a schema is short for a namespace of the model. No document can say that of another one.
fn aliases_of_nothing(model: &Model, document: &Document) -> Vec<Error> {
    let namespaces: BTreeSet<_> = document.schemas.iter().map(|schema| &*schema.namespace.text).collect();
    let aliases = model.container().aliases.iter().filter(|row| !namespaces.contains(row.namespace));
    let faults = aliases.map(|row| {
        let message = format!(
            "`{}`: alias `{}` stands for `{}`, which is not a namespace of the model (N4, OData CSDL 4.01 §5.1)",
            model.container().rust_name,
            row.alias,
            row.namespace
        );
        Error::new(ErrorCode::INVALID_MODEL, message).with_target(row.alias)
    });
    faults.collect()
}
