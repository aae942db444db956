//! Entity types and complex types.

use std::io;

use super::{
    Xml,
    annotation::{write_alternate_keys, write_description},
    property::write_property,
};
use crate::edm::{EdmType, PrimitiveType, PropertyDescriptor, TypeDescriptor, TypeKind};

pub(super) fn write_type(xml: &mut Xml, descriptor: &TypeDescriptor) -> io::Result<()> {
    let mut element = xml.create_element(match descriptor.kind {
        TypeKind::Entity => "EntityType",
        TypeKind::Complex | TypeKind::Operation => "ComplexType",
    });
    element = element.with_attribute(("Name", descriptor.short_name()));
    if let Some(base) = descriptor.base {
        element = element.with_attribute(("BaseType", base.name));
    }
    if descriptor.is_abstract {
        element = element.with_attribute(("Abstract", "true"));
    }
    if descriptor.is_open {
        element = element.with_attribute(("OpenType", "true"));
    }
    if descriptor.has_stream {
        element = element.with_attribute(("HasStream", "true"));
    }
    if descriptor.own.is_empty() && descriptor.description.is_empty() && descriptor.facts.is_none() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        write_key(xml, descriptor)?;
        let mut shown = (0..descriptor.own.len()).filter(|own| is_of_4_0(&descriptor.own[*own]));
        shown.try_for_each(|own| write_property(xml, descriptor, own))?;
        write_alternate_keys(xml, descriptor)?;
        write_description(xml, descriptor.description)
    })?;
    Ok(())
}

/// Returns whether a document of version 4.0 can have the property (OData CSDL 4.01 §17). Clients have to expect members
/// that are not declared.
fn is_of_4_0(property: &PropertyDescriptor) -> bool {
    !matches!(property.ty.edm, EdmType::Primitive(PrimitiveType::Untyped))
}

fn write_key(xml: &mut Xml, descriptor: &TypeDescriptor) -> io::Result<()> {
    let mut key = descriptor.own_key().peekable();
    if key.peek().is_none() {
        return Ok(());
    }
    xml.create_element("Key").write_inner_content(|xml| {
        key.try_for_each(|part| {
            let path = part.to_string();
            let mut element = xml.create_element("PropertyRef").with_attribute(("Name", path.as_str()));
            if part.is_nested() {
                element = element.with_attribute(("Alias", part.name()));
            }
            element.write_empty().map(drop)
        })
    })?;
    Ok(())
}
