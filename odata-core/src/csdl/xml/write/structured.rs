//! Entity types and complex types with their properties.

use super::{
    Markup,
    annotation::write_annotations,
    type_reference::{write_facets, write_nullable},
};
use crate::csdl::{Navigation, Property, PropertyRef, StructuredKind, StructuredType};

pub(super) fn write_type(xml: &mut Markup, ty: &StructuredType) {
    xml.start(match ty.kind {
        StructuredKind::Entity => "EntityType",
        StructuredKind::Complex => "ComplexType",
    });
    xml.attribute("Name", &ty.name);
    xml.optional("BaseType", ty.base.as_deref());
    xml.flag("Abstract", ty.is_abstract);
    xml.flag("OpenType", ty.is_open);
    xml.flag("HasStream", ty.has_stream);
    if let Some(key) = &ty.key {
        write_key(xml, key);
    }
    ty.properties.iter().for_each(|property| write_property(xml, property));
    write_annotations(xml, &ty.annotations);
    xml.end();
}

fn write_key(xml: &mut Markup, key: &[PropertyRef]) {
    xml.start("Key");
    for part in key {
        xml.start("PropertyRef");
        xml.attribute("Name", &part.path);
        xml.optional("Alias", part.alias.as_deref());
        xml.end();
    }
    xml.end();
}

fn write_property(xml: &mut Markup, property: &Property) {
    xml.start(if property.navigation.is_some() { "NavigationProperty" } else { "Property" });
    xml.attribute("Name", &property.name);
    xml.attribute("Type", &property.ty.to_string());
    write_nullable(xml, &property.ty);
    write_facets(xml, &property.ty.facets);
    xml.optional("DefaultValue", property.default.as_deref());
    if let Some(navigation) = &property.navigation {
        write_navigation(xml, navigation);
    }
    write_annotations(xml, &property.annotations);
    xml.end();
}

fn write_navigation(xml: &mut Markup, navigation: &Navigation) {
    xml.flag("ContainsTarget", navigation.contains_target);
    xml.optional("Partner", navigation.partner.as_deref());
    for constraint in &navigation.constraints {
        xml.start("ReferentialConstraint");
        xml.attribute("Property", &constraint.property);
        xml.attribute("ReferencedProperty", &constraint.referenced);
        write_annotations(xml, &constraint.annotations);
        xml.end();
    }
    if let Some(action) = navigation.on_delete {
        xml.start("OnDelete");
        xml.attribute("Action", action.name());
        write_annotations(xml, &navigation.on_delete_annotations);
        xml.end();
    }
}
