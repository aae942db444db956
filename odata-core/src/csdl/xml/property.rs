//! Structural and navigation properties.

use std::io;

use super::{
    Xml,
    annotation::{has_tags, write_description, write_tags},
};
use crate::edm::{EdmType, PrimitiveType, PropertyDescriptor, TypeDefinition};

pub(super) fn write_property(xml: &mut Xml, property: &PropertyDescriptor) -> io::Result<()> {
    let ty = property.ty;
    let type_name = ty.name();
    let mut element = xml.create_element(if ty.navigation { "NavigationProperty" } else { "Property" });
    element = element.with_attributes([("Name", property.name), ("Type", type_name.as_str())]);
    // A collection of related entities has no `Nullable` (OData CSDL XML 4.01 §8.2).
    if !(ty.nullable || ty.navigation && ty.collection) {
        element = element.with_attribute(("Nullable", "false"));
    }
    for (facet, value) in facets(property) {
        element = element.with_attribute((facet, value.as_str()));
    }
    if let Some(default) = property.default {
        element = element.with_attribute(("DefaultValue", default.text()));
    }
    if property.flags.contains_target() {
        element = element.with_attribute(("ContainsTarget", "true"));
    }
    let on_delete = property.flags.on_delete();
    if property.description.is_empty() && !has_tags(property.flags) && on_delete.is_none() {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        if let Some(action) = on_delete {
            xml.create_element("OnDelete").with_attribute(("Action", action.name())).write_empty()?;
        }
        write_tags(xml, property.flags)?;
        write_description(xml, property.description)
    })?;
    Ok(())
}

/// Returns the facets of a property, without those that its type definition has. Without declared facets all digits
/// that a value can have are allowed, which must be declared: a decimal number has no digits after the point otherwise,
/// and a second has no fraction (OData CSDL 4.01 §7.2.3, §7.2.4).
pub(super) fn facets(property: &PropertyDescriptor) -> impl Iterator<Item = (&'static str, String)> {
    let (mut precision, mut scale) = (property.precision().map(|digits| digits.to_string()), None);
    if let EdmType::Primitive(primitive) = property.ty.edm {
        if primitive.is_temporal() {
            precision.get_or_insert_with(|| "12".to_owned());
        }
        if primitive == PrimitiveType::Decimal {
            scale = Some(property.scale().map_or_else(|| "variable".to_owned(), |digits| digits.to_string()));
        }
    }
    let max_length = property.max_length().map(|length| length.to_string());
    let srid = property.declared_srid().map(|srid| srid.to_string());
    let unicode = (!property.is_unicode()).then(|| "false".to_owned());
    let definition = property.ty.definition;
    let is_free = |of: fn(&TypeDefinition) -> bool| !definition.is_some_and(of);
    [
        ("MaxLength", max_length.filter(|_| is_free(|definition| definition.max_length().is_some()))),
        ("Precision", precision.filter(|_| is_free(|definition| definition.precision().is_some()))),
        ("Scale", scale.filter(|_| is_free(|definition| definition.scale().is_some()))),
        ("Unicode", unicode.filter(|_| is_free(|definition| definition.unicode.is_some()))),
        ("SRID", srid.filter(|_| is_free(|definition| definition.srid().is_some()))),
    ]
    .into_iter()
    .filter_map(|(facet, value)| Some((facet, value?)))
}
