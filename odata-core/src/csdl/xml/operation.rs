//! Actions and functions.

use std::io;

use super::{CORE, Xml, annotation::write_description, property::facets, split};
use crate::edm::{EdmType, OperationDescriptor, OperationKind, PropertyDescriptor};

pub(super) fn write_operation(xml: &mut Xml, operation: &OperationDescriptor) -> io::Result<()> {
    let mut element = xml.create_element(match operation.kind {
        OperationKind::Action => "Action",
        OperationKind::Function => "Function",
    });
    element = element.with_attribute(("Name", split(operation.name()).1));
    if operation.binding.is_some() {
        element = element.with_attribute(("IsBound", "true"));
    }
    if let Some(path) = operation.entity_set_path() {
        element = element.with_attribute(("EntitySetPath", path.as_str()));
    }
    if operation.is_composable {
        element = element.with_attribute(("IsComposable", "true"));
    }
    let description = operation.parameters.description;
    let has_content = operation.binding.is_some() || operation.returns.is_some() || !operation.parameters().is_empty();
    if !has_content && description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        if let Some(binding) = operation.binding {
            // What a URL leads to is never null, which needs no `Nullable`.
            let type_name = binding.ty.name();
            let attributes = [("Name", binding.name), ("Type", type_name.as_str())];
            xml.create_element("Parameter").with_attributes(attributes).write_empty()?;
        }
        operation.parameters().iter().try_for_each(|parameter| write_parameter(xml, parameter))?;
        if let Some(returned) = operation.returns {
            write_return_type(xml, returned)?;
        }
        write_description(xml, description)
    })?;
    Ok(())
}

fn write_parameter(xml: &mut Xml, parameter: &PropertyDescriptor) -> io::Result<()> {
    let type_name = parameter.ty.name();
    let element = xml.create_element("Parameter");
    let mut element = element.with_attributes([("Name", parameter.name), ("Type", type_name.as_str())]);
    if !(parameter.ty.nullable || is_collection_of_entities(parameter)) {
        element = element.with_attribute(("Nullable", "false"));
    }
    for (facet, value) in facets(parameter) {
        element = element.with_attribute((facet, value.as_str()));
    }
    if !parameter.ty.optional && parameter.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        if parameter.ty.optional {
            write_optional(xml, parameter.default_value())?;
        }
        write_description(xml, parameter.description)
    })?;
    Ok(())
}

fn write_return_type(xml: &mut Xml, returned: &PropertyDescriptor) -> io::Result<()> {
    let type_name = returned.ty.name();
    let mut element = xml.create_element("ReturnType").with_attribute(("Type", type_name.as_str()));
    if !(returned.ty.nullable || is_collection_of_entities(returned)) {
        element = element.with_attribute(("Nullable", "false"));
    }
    for (facet, value) in facets(returned) {
        element = element.with_attribute((facet, value.as_str()));
    }
    element.write_empty().map(drop)
}

/// Returns whether it is a collection of entities, which has no `Nullable` (OData CSDL XML 4.01 §12.8).
fn is_collection_of_entities(part: &PropertyDescriptor) -> bool {
    part.ty.collection && matches!(part.ty.edm, EdmType::Entity(_))
}

/// Writes that a parameter may be left out, and the value that it has then.
fn write_optional(xml: &mut Xml, default: Option<&str>) -> io::Result<()> {
    let term = format!("{CORE}.OptionalParameter");
    xml.create_element("Annotation").with_attribute(("Term", term.as_str())).write_inner_content(|xml| {
        let record = xml.create_element("Record");
        let Some(default) = default else { return record.write_empty().map(drop) };
        record
            .write_inner_content(|xml| {
                let value = xml.create_element("PropertyValue");
                value.with_attributes([("Property", "DefaultValue"), ("String", default)]).write_empty().map(drop)
            })
            .map(drop)
    })?;
    Ok(())
}
