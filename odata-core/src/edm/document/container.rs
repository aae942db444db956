//! The entity container.

use super::{annotations::description, split};
use crate::{
    csdl::{ContainerChild, EntityContainer, NavigationPropertyBinding, OperationImport, Place, RustItem, Version},
    edm::{self, ContainerDescriptor, NavigationBinding},
};

pub(super) fn container(container: &ContainerDescriptor, version: Version) -> EntityContainer {
    let item = RustItem::new(container.rust_name);
    EntityContainer {
        name: split(container.name).1.into(),
        extends: None,
        children: container.children.iter().map(|found| child(found, item, version)).collect(),
        imports: container.imports.iter().map(|found| import(found, item)).collect(),
        annotations: description(container.description),
        place: Place::Item(item),
    }
}

fn child(child: &edm::ContainerChild, item: RustItem, version: Version) -> ContainerChild {
    ContainerChild {
        is_entity_set: child.is_entity_set(),
        name: child.name.into(),
        type_name: child.ty.edm.name().into(),
        nullable: child.nullable && version > Version::V4_0,
        // The default is `true` (OData CSDL 4.01 §13.2).
        in_service_document: (!child.in_service_document).then_some(false),
        bindings: child.bindings.iter().map(binding).collect(),
        annotations: description(child.description),
        place: Place::Item(item.field(child.rust_name)),
    }
}

fn binding(binding: &NavigationBinding) -> NavigationPropertyBinding {
    let set = binding.target().name;
    NavigationPropertyBinding {
        path: binding.path().to_string().into(),
        target: binding.target_path().map_or_else(|| set.into(), |within| format!("{set}/{within}").into()),
    }
}

fn import(import: &edm::OperationImport, item: RustItem) -> OperationImport {
    OperationImport {
        is_function: import.is_function(),
        name: import.name.into(),
        operation: import.operation.name().into(),
        entity_set: import.entity_set().map(|set| set.name.into()),
        in_service_document: import.in_service_document.then_some(true),
        annotations: description(import.description),
        place: Place::Item(item.field(import.rust_name)),
    }
}
