//! Checks for what a model is allowed to contain but should not.

use std::collections::BTreeMap;

use super::{Model, Registry};
use crate::error::{Error, ErrorCode};

/// Returns the names that differ only in the case of their letters (OData CSDL 4.01 §3.1), which many clients and
/// stores treat as the same, and the namespaces that add no types.
pub(super) fn of(model: &Model) -> Vec<Error> {
    let mut lints = Vec::new();
    let types = model.types().iter().map(|descriptor| descriptor.name);
    let enums = model.enums().iter().map(|descriptor| descriptor.name);
    let mut names = Names::default();
    for name in types.chain(enums).chain([model.container().name]) {
        lints.extend(names.add(name).map(|message| lint(message, name.to_owned())));
    }
    for descriptor in model.types() {
        let mut names = Names::default();
        for (index, property) in descriptor.properties() {
            let twin = names.add(property.name).filter(|_| index >= descriptor.start as usize);
            lints.extend(twin.map(|message| lint(message, format!("{}/{}", descriptor.name, property.name))));
        }
    }
    let members = model.enums().iter().map(|descriptor| (descriptor.name, descriptor.members));
    for (name, members) in members {
        let mut names = Names::default();
        for member in members {
            lints.extend(names.add(member.name).map(|message| lint(message, format!("{name}/{}", member.name))));
        }
    }
    let mut names = Names::default();
    let children = model.container().children.iter().map(|child| child.name);
    for name in children.chain(model.container().imports.iter().map(|import| import.name)) {
        let place = || format!("{}/{name}", model.container().name);
        lints.extend(names.add(name).map(|message| lint(message, place())));
    }
    for namespace in model.container().namespaces {
        let registry = Registry::global();
        if registry.in_namespace(namespace).next().is_none()
            && registry.operations_in_namespace(namespace).next().is_none()
        {
            let message = format!("`all_of` adds no types: the program has none of namespace `{namespace}`");
            lints.push(lint(message, (*namespace).to_owned()));
        }
    }
    lints
}

fn lint(message: String, target: String) -> Error {
    Error::new(ErrorCode::INVALID_MODEL, message).with_target(target)
}

/// The names of one scope, by their lower case.
#[derive(Default)]
struct Names(BTreeMap<String, &'static str>);

impl Names {
    /// Adds a name. Returns a message if another name differs only in case.
    fn add(&mut self, name: &'static str) -> Option<String> {
        let first = *self.0.entry(name.to_lowercase()).or_insert(name);
        (first != name).then(|| format!("`{name}` and `{first}` differ only in case"))
    }
}
