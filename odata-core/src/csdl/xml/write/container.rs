//! The entity container.

use super::{Markup, annotation::write_annotations};
use crate::csdl::{ContainerChild, EntityContainer, OperationImport};

pub(super) fn write_container(xml: &mut Markup, container: &EntityContainer) {
    xml.start("EntityContainer");
    xml.attribute("Name", &container.name);
    xml.optional("Extends", container.extends.as_deref());
    container.children.iter().for_each(|child| write_child(xml, child));
    container.imports.iter().for_each(|import| write_import(xml, import));
    write_annotations(xml, &container.annotations);
    xml.end();
}

fn write_child(xml: &mut Markup, child: &ContainerChild) {
    let (element, ty) = if child.is_entity_set { ("EntitySet", "EntityType") } else { ("Singleton", "Type") };
    xml.start(element);
    xml.attribute("Name", &child.name);
    xml.attribute(ty, &child.type_name);
    xml.flag("Nullable", child.nullable);
    // It is listed where nothing is said (OData CSDL XML 4.01 §13.2).
    xml.optional("IncludeInServiceDocument", (child.in_service_document == Some(false)).then_some("false"));
    for binding in &child.bindings {
        xml.start("NavigationPropertyBinding");
        xml.attribute("Path", &binding.path);
        xml.attribute("Target", &binding.target);
        xml.end();
    }
    write_annotations(xml, &child.annotations);
    xml.end();
}

fn write_import(xml: &mut Markup, import: &OperationImport) {
    let (element, operation) =
        if import.is_function { ("FunctionImport", "Function") } else { ("ActionImport", "Action") };
    xml.start(element);
    xml.attribute("Name", &import.name);
    xml.attribute(operation, &import.operation);
    xml.optional("EntitySet", import.entity_set.as_deref());
    // It is not listed where nothing is said (OData CSDL XML 4.01 §13.6).
    xml.flag("IncludeInServiceDocument", import.in_service_document == Some(true));
    write_annotations(xml, &import.annotations);
    xml.end();
}
