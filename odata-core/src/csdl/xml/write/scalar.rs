//! Enumeration types and type definitions.

use super::{Markup, annotation::write_annotations, type_reference::write_facets};
use crate::csdl::{EnumType, TypeDefinition};

pub(super) fn write_enum(xml: &mut Markup, ty: &EnumType) {
    xml.start("EnumType");
    xml.attribute("Name", &ty.name);
    xml.optional("UnderlyingType", ty.underlying.as_deref());
    xml.flag("IsFlags", ty.is_flags);
    for member in &ty.members {
        xml.start("Member");
        xml.attribute("Name", &member.name);
        xml.optional("Value", member.has_value.then(|| member.value.to_string()).as_deref());
        write_annotations(xml, &member.annotations);
        xml.end();
    }
    write_annotations(xml, &ty.annotations);
    xml.end();
}

pub(super) fn write_definition(xml: &mut Markup, definition: &TypeDefinition) {
    xml.start("TypeDefinition");
    xml.attribute("Name", &definition.name);
    xml.attribute("UnderlyingType", &definition.underlying);
    write_facets(xml, &definition.facets);
    write_annotations(xml, &definition.annotations);
    xml.end();
}
