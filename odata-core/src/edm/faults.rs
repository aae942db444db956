//! The schema rules that need a whole model.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    EdmType, Model, PropertyDescriptor, TypeDescriptor, TypeKind,
    containing::Containing,
    endless::Endless,
    partners::{self, PartnerFault},
};
use crate::error::{Error, ErrorCode};

/// Returns all faults of a model.
pub(super) fn of(model: &Model) -> Vec<Error> {
    let mut faults = Vec::new();
    names(model, &mut faults);
    namespaces(model, &mut faults);
    for PartnerFault { rule, owner, property, message } in partners::faults(model.types()) {
        faults.push(fault_of(owner, property, rule, &message));
    }
    let mut endless = Endless::among(model.types());
    let containing = Containing::among(model.types());
    for descriptor in model.types() {
        faults.extend(without_key(descriptor));
        for (own, property) in descriptor.own.iter().enumerate() {
            let found = [
                ("V9, OData CSDL 4.01 §8.4", contained_without_key(property)),
                ("V10, OData CSDL 4.01 §8.4", contained_in_collection(property, &containing)),
                ("V12, OData CSDL 4.01 §17", complex_constraint(descriptor, own)),
                ("T13, OData CSDL 4.02 §9.1", endless.fault(descriptor, property)),
            ];
            for (rule, message) in found.into_iter().filter_map(|(rule, message)| Some((rule, message?))) {
                faults.push(fault_of(descriptor, property, rule, &message));
            }
        }
    }
    faults
}

/// Creates a fault of a Rust item, with the id and the section of the rule that it breaks. The target is the item's
/// name in OData.
pub(super) fn fault(rule: &str, item: &str, message: &str, target: &str) -> Error {
    Error::new(ErrorCode::INVALID_MODEL, format!("`{item}`: {message} ({rule})")).with_target(target)
}

/// Creates a fault of a property.
fn fault_of(owner: &TypeDescriptor, property: &PropertyDescriptor, rule: &str, message: &str) -> Error {
    let item = format!("{}::{}", owner.rust_name, property.rust_name);
    fault(rule, &item, message, &format!("{}/{}", owner.name, property.name))
}

/// Checks that the name of each type is unique (OData CSDL 4.01 §3.1).
fn names(model: &Model, faults: &mut Vec<Error>) {
    let mut names = BTreeMap::new();
    for (name, rust_name) in model.names() {
        if let Some(other) = names.insert(name, rust_name) {
            let message = format!("`{other}` is named `{name}` as well");
            faults.push(fault("N6, OData CSDL 4.01 §3.1", rust_name, &message, name));
        }
    }
}

/// Checks that no alias is a namespace of the model, that each of a schema is short for one (OData CSDL 4.01 §5.1), and
/// that none is included from another document (OData CSDL 4.01 §4.2).
fn namespaces(model: &Model, faults: &mut Vec<Error>) {
    let operations = model.operations().iter().map(|operation| operation.name());
    let names = model.names().map(|(name, _)| name).chain(operations);
    let namespaces: BTreeSet<_> =
        names.filter_map(|name| name.rsplit_once('.')).map(|(namespace, _)| namespace).collect();
    let rule = "N4, OData CSDL 4.01 §5.1";
    let item = model.container().rust_name;
    for row in model.container().aliases {
        if namespaces.contains(row.alias) {
            faults.push(fault(rule, item, &alias_is_namespace(row.alias), row.alias));
        } else if !namespaces.contains(row.namespace) {
            let message =
                format!("alias `{}` stands for `{}`, which is not a namespace of the model", row.alias, row.namespace);
            faults.push(fault(rule, item, &message, row.alias));
        }
    }
    for include in model.container().references.iter().flat_map(|reference| reference.includes) {
        if let Some(alias) = include.alias.filter(|alias| namespaces.contains(alias)) {
            faults.push(fault(rule, item, &alias_is_namespace(alias), alias));
        }
        if namespaces.contains(include.namespace) {
            let message = format!("`{}` is a namespace of the model and cannot be included", include.namespace);
            faults.push(fault("X1, OData CSDL 4.01 §4.2", item, &message, include.namespace));
        }
    }
}

fn alias_is_namespace(alias: &str) -> String {
    format!("alias `{alias}` is also a namespace of the model")
}

/// Returns the fault of an entity type without a key. In OData 4.0, one that is not abstract has a key (OData CSDL 4.01
/// §17).
fn without_key(descriptor: &TypeDescriptor) -> Option<Error> {
    let lacks_key = is_keyless(descriptor) && !descriptor.is_abstract;
    let message = "the entity type has no key; declare one, or make the type abstract";
    lacks_key.then(|| fault("K10, OData CSDL 4.01 §17", descriptor.rust_name, message, descriptor.name))
}

fn is_keyless(descriptor: &TypeDescriptor) -> bool {
    descriptor.kind == TypeKind::Entity && descriptor.key().next().is_none()
}

/// Returns the fault of a collection of contained entities without a key, which they need (OData CSDL 4.01 §8.4) even
/// where their type is abstract.
fn contained_without_key(property: &PropertyDescriptor) -> Option<String> {
    let target = property.ty.edm.structured()?;
    (property.flags.contains_target() && property.ty.collection && target.is_abstract && is_keyless(target))
        .then(|| format!("a collection of contained entities needs a key, and `{}` has none", target.rust_name))
}

/// Returns the fault of a referential constraint between complex values, which OData 4.0 does not have (OData CSDL 4.01
/// §17).
fn complex_constraint(owner: &TypeDescriptor, own: usize) -> Option<String> {
    let constraints = owner.referential_constraints(owner.start as usize + own);
    let mut properties = constraints.iter().filter_map(|constraint| constraint.property().property());
    let complex = properties.find(|property| matches!(property.ty.edm, EdmType::Complex(_)))?;
    Some(format!("`{}` has a complex type, and a referential constraint needs primitive types", complex.rust_name))
}

/// Returns the fault of a collection of values with containment navigation properties, which OData 4.0 does not allow
/// (OData CSDL 4.01 §8.4).
fn contained_in_collection(property: &PropertyDescriptor, containing: &Containing) -> Option<String> {
    let item = property.ty.edm.structured().filter(|_| property.ty.collection)?;
    let (owner, found) = containing.in_value(property)?;
    let declared = if item.derives_from(owner) {
        format!("whose field `{}` contains its target", found.rust_name)
    } else {
        format!("in which `{}::{}` contains its target", owner.rust_name, found.rust_name)
    };
    Some(format!("a collection cannot hold values of `{}`, {declared}", item.rust_name))
}
