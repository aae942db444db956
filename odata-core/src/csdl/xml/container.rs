//! The entity container.

use std::io;

use super::{Xml, annotation::write_description, split};
use crate::edm::{ContainerChild, ContainerDescriptor, NavigationBinding, OperationImport};

pub(super) fn write_container(xml: &mut Xml, container: &ContainerDescriptor) -> io::Result<()> {
    let element = xml.create_element("EntityContainer").with_attribute(("Name", split(container.name).1));
    element.write_inner_content(|xml| {
        container.children.iter().try_for_each(|child| write_child(xml, child))?;
        container.imports.iter().try_for_each(|import| write_import(xml, import))?;
        write_description(xml, container.description)
    })?;
    Ok(())
}

fn write_child(xml: &mut Xml, child: &ContainerChild) -> io::Result<()> {
    let (name, type_attribute) =
        if child.is_entity_set() { ("EntitySet", "EntityType") } else { ("Singleton", "Type") };
    let mut element =
        xml.create_element(name).with_attributes([("Name", child.name), (type_attribute, child.ty.edm.name())]);
    // The default is `true` (OData CSDL XML 4.01 §13.2).
    if !child.in_service_document {
        element = element.with_attribute(("IncludeInServiceDocument", "false"));
    }
    if child.description.is_empty() && child.bindings.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        child.bindings.iter().try_for_each(|binding| write_binding(xml, binding))?;
        write_description(xml, child.description)
    })?;
    Ok(())
}

fn write_binding(xml: &mut Xml, binding: &NavigationBinding) -> io::Result<()> {
    let (path, mut target) = (binding.path().to_string(), binding.target().name.to_owned());
    if let Some(within) = binding.target_path() {
        target = format!("{target}/{within}");
    }
    let element = xml.create_element("NavigationPropertyBinding");
    element.with_attributes([("Path", path.as_str()), ("Target", target.as_str())]).write_empty().map(drop)
}

fn write_import(xml: &mut Xml, import: &OperationImport) -> io::Result<()> {
    let (name, operation) =
        if import.is_function() { ("FunctionImport", "Function") } else { ("ActionImport", "Action") };
    let mut element = xml.create_element(name);
    element = element.with_attributes([("Name", import.name), (operation, import.operation.name())]);
    if let Some(set) = import.entity_set() {
        element = element.with_attribute(("EntitySet", set.name));
    }
    if import.in_service_document {
        element = element.with_attribute(("IncludeInServiceDocument", "true"));
    }
    if import.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| write_description(xml, import.description)).map(drop)
}
