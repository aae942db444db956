//! The entity container.

use super::{annotations::described, split};
use crate::{
    csdl::{ContainerChild, EntityContainer, NavigationPropertyBinding, OperationImport, Place, RustItem, Version},
    edm::{ContainerDescriptor, NavigationBinding},
};

pub(super) fn container(container: &ContainerDescriptor, version: Version) -> EntityContainer {
    let place = Place::Item(RustItem::new(container.rust_name));
    EntityContainer {
        name: split(container.name).1.into(),
        extends: None,
        children: (0..container.children.len()).map(|position| child(container, position, version)).collect(),
        imports: (0..container.imports.len()).map(|position| import(container, position)).collect(),
        annotations: described(container.description, container.annotations(), place),
        place,
    }
}

fn child(container: &ContainerDescriptor, position: usize, version: Version) -> ContainerChild {
    let child = &container.children[position];
    let place = Place::Item(RustItem::new(container.rust_name).field(child.rust_name));
    ContainerChild {
        is_entity_set: child.is_entity_set(),
        name: child.name.into(),
        type_name: child.ty.edm.name().into(),
        nullable: child.nullable && version > Version::V4_0,
        // The default is `true` (OData CSDL 4.01 §13.2).
        in_service_document: (!child.in_service_document).then_some(false),
        bindings: child.bindings.iter().map(binding).collect(),
        annotations: described(child.description, container.child_annotations(position), place),
        place,
    }
}

fn binding(binding: &NavigationBinding) -> NavigationPropertyBinding {
    let set = binding.target().name;
    NavigationPropertyBinding {
        path: binding.path().to_string().into(),
        target: binding.target_path().map_or_else(|| set.into(), |within| format!("{set}/{within}").into()),
    }
}

fn import(container: &ContainerDescriptor, position: usize) -> OperationImport {
    let import = &container.imports[position];
    let place = Place::Item(RustItem::new(container.rust_name).field(import.rust_name));
    OperationImport {
        is_function: import.is_function(),
        name: import.name.into(),
        operation: import.operation.name().into(),
        entity_set: import.entity_set().map(|set| set.name.into()),
        in_service_document: import.in_service_document.then_some(true),
        annotations: described(import.description, container.import_annotations(position), place),
        place,
    }
}
