//! Enumeration types.

use std::io;

use super::{Xml, annotation::write_description, split};
use crate::edm::{EnumDescriptor, PrimitiveType};

pub(super) fn write_enum(xml: &mut Xml, descriptor: &EnumDescriptor) -> io::Result<()> {
    let mut element = xml.create_element("EnumType").with_attribute(("Name", split(descriptor.name).1));
    if descriptor.underlying != PrimitiveType::Int32 {
        element = element.with_attribute(("UnderlyingType", descriptor.underlying.name()));
    }
    if descriptor.is_flags {
        element = element.with_attribute(("IsFlags", "true"));
    }
    if descriptor.members.is_empty() && descriptor.description.is_empty() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        for member in descriptor.members {
            let value = member.value.to_string();
            let element =
                xml.create_element("Member").with_attributes([("Name", member.name), ("Value", value.as_str())]);
            if member.description.is_empty() {
                element.write_empty()?;
            } else {
                element.write_inner_content(|xml| write_description(xml, member.description))?;
            }
        }
        write_description(xml, descriptor.description)
    })?;
    Ok(())
}
