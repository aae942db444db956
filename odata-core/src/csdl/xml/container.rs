//! The entity container.

use std::io;

use super::{Xml, annotation::write_description, split};
use crate::edm::{ContainerChild, ContainerDescriptor};

pub(super) fn write_container(xml: &mut Xml, container: &ContainerDescriptor) -> io::Result<()> {
    let element = xml.create_element("EntityContainer").with_attribute(("Name", split(container.name).1));
    element.write_inner_content(|xml| {
        container.children.iter().try_for_each(|child| write_child(xml, child))?;
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
    if child.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| write_description(xml, child.description)).map(drop)
}
