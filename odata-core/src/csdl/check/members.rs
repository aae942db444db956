//! The names of the parts of one type, operation or container.

use std::collections::HashMap;

use super::{
    super::{Name, Place, Property, Version},
    faults::{Faults, is_proven, other, place_of},
    identifier::identifier_fault,
    index::{Index, Visit},
};

/// Checks that no name is there twice.
fn unique<'d>(
    rule: &'static str,
    what: &str,
    owner: &str,
    names: impl Iterator<Item = (&'d Name, Place)>,
    faults: &mut Faults,
) {
    let mut known: HashMap<&str, Place> = HashMap::new();
    for (name, outer) in names {
        let place = place_of(name, outer);
        if let Some(first) = known.get(&*name.text) {
            let message = format!("{what} `{name}` is declared twice, first by {}", other(*first, "the one"));
            faults.add(rule, place, format!("{owner}/{name}"), message);
        } else {
            known.insert(&name.text, place);
        }
    }
}

/// N8, N11, N12 and N13: the parts of one type, operation or container have different names.
pub(super) fn unique_names(index: &Index<'_>, faults: &mut Faults) {
    for (id, level) in index.levels.iter().enumerate() {
        let names = level.ty.properties.iter().map(|property| (&property.name, property.place));
        unique("N8, OData CSDL 4.01 §7, §8", "property", &index.name(id), names, faults);
    }
    for schema in &index.document.schemas {
        for ty in &schema.enums {
            let names = ty.members.iter().map(|member| (&member.name, member.place));
            unique("N11, OData CSDL 4.01 §10.3", "member", &format!("{}.{}", schema.namespace, ty.name), names, faults);
        }
        for operation in &schema.operations {
            let names = operation.parameters.iter().map(|parameter| (&parameter.name, parameter.place));
            let owner = format!("{}.{}", schema.namespace, operation.name);
            unique("N12, OData CSDL 4.01 §12.9", "parameter", &owner, names, faults);
        }
        for container in &schema.containers {
            let children = container.children.iter().map(|child| (&child.name, child.place));
            let imports = container.imports.iter().map(|import| (&import.name, import.place));
            let owner = format!("{}.{}", schema.namespace, container.name);
            unique("N13, OData CSDL 4.01 §13", "child", &owner, children.chain(imports), faults);
        }
    }
}

/// N9: no property is named as its type.
pub(super) fn named_as_type(index: &Index<'_>, faults: &mut Faults) {
    for (id, property) in index.properties().filter(|(_, property)| !is_proven(property.place)) {
        if property.name == *index.levels[id].ty.name {
            let message = format!("property `{}` has the same name as its type", property.name);
            let place = place_of(&property.name, property.place);
            faults.add("N9, OData CSDL 4.01 §6, §9", place, index.target(id, &property.name), message);
        }
    }
}

/// N10: no base type declares a property already. In version 4.01, a property can be declared again with a derived
/// type, as what it is.
pub(super) fn inherited(index: &Index<'_>, faults: &mut Faults) {
    let mut known: HashMap<&str, Vec<(usize, &Property)>> = HashMap::new();
    for visit in index.visits() {
        let (Visit::Enter(id) | Visit::Leave(id)) = visit;
        for property in &index.levels[id].ty.properties {
            let before = known.entry(&property.name.text).or_default();
            if let Visit::Leave(_) = visit {
                before.pop();
                continue;
            }
            if let Some(&(base, first)) = before.last().filter(|(base, _)| *base != id) {
                redeclared(index, (id, property), (base, first), faults);
            }
            before.push((id, property));
        }
    }
}

fn redeclared(
    index: &Index<'_>,
    (id, property): (usize, &Property),
    (base, first): (usize, &Property),
    faults: &mut Faults,
) {
    let same_kind = property.navigation.is_some() == first.navigation.is_some();
    let narrows = || {
        let derives = match (index.target_type(property), index.target_type(first)) {
            (Some(ty), Some(first)) => index.derives(ty, first),
            (None, None) => index.elements.qualified(&property.ty.name) == index.elements.qualified(&first.ty.name),
            _ => false,
        };
        derives && property.ty.collection == first.ty.collection
    };
    if index.document.version == Version::V4_0 || !same_kind {
        let base = index.name(base);
        let message = format!("property `{}` is already declared by the base type `{base}`", property.name);
        let place = place_of(&property.name, property.place);
        faults.add("N10, OData CSDL 4.01 §7, §8", place, index.target(id, &property.name), message);
    } else if !narrows() {
        let message = format!(
            "property `{}` is declared by the base type `{}` as `{}`, and `{}` does not derive from that",
            property.name,
            index.name(base),
            first.ty,
            property.ty
        );
        faults.add("N10, OData CSDL 4.01 §7, §8", property.place, index.target(id, &property.name), message);
    }
}

/// N1: names are identifiers.
pub(super) fn identifiers(index: &Index<'_>, faults: &mut Faults) {
    let mut check = |name: &Name, outer: Place, target: &dyn Fn() -> String| {
        if let Some(message) = identifier_fault(name) {
            faults.add("N1, OData CSDL 4.01 §15.2", place_of(name, outer), target(), message);
        }
    };
    for schema in &index.document.schemas {
        let target = |name: &Name| format!("{}.{name}", schema.namespace);
        let part = |owner: &Name, name: &Name| format!("{}.{owner}/{name}", schema.namespace);
        for ty in &schema.types {
            check(&ty.name, ty.place, &|| target(&ty.name));
            for property in &ty.properties {
                check(&property.name, property.place, &|| part(&ty.name, &property.name));
            }
            for alias in ty.key.iter().flatten().filter_map(|part| part.alias.as_ref()) {
                check(alias, ty.place, &|| target(&ty.name));
            }
        }
        for ty in &schema.enums {
            check(&ty.name, ty.place, &|| target(&ty.name));
            for member in &ty.members {
                check(&member.name, member.place, &|| part(&ty.name, &member.name));
            }
        }
        for ty in &schema.definitions {
            check(&ty.name, ty.place, &|| target(&ty.name));
        }
        for term in &schema.terms {
            check(&term.name, term.place, &|| target(&term.name));
        }
        for operation in &schema.operations {
            check(&operation.name, operation.place, &|| target(&operation.name));
            for parameter in &operation.parameters {
                check(&parameter.name, parameter.place, &|| part(&operation.name, &parameter.name));
            }
        }
        for container in &schema.containers {
            check(&container.name, container.place, &|| target(&container.name));
            for child in &container.children {
                check(&child.name, child.place, &|| part(&container.name, &child.name));
            }
            for import in &container.imports {
                check(&import.name, import.place, &|| part(&container.name, &import.name));
            }
        }
    }
}
