//! Structural and navigation properties.

use std::io;

use super::{
    Xml,
    annotation::{has_tags, write_description, write_tags},
};
use crate::edm::{EdmType, PrimitiveType, PropertyDescriptor, ReferentialConstraint, TypeDefinition, TypeDescriptor};

/// Writes the property at this position among those that a type itself declares.
pub(super) fn write_property(xml: &mut Xml, owner: &TypeDescriptor, own: usize) -> io::Result<()> {
    let (property, index) = (&owner.own[own], owner.start as usize + own);
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
    let partner = owner.partner(index).map(|path| path.to_string());
    if let Some(partner) = &partner {
        element = element.with_attribute(("Partner", partner.as_str()));
    }
    let (flags, constraints) = (property.flags, owner.referential_constraints(index));
    let on_delete = flags.on_delete();
    let has_navigation_facts = !constraints.is_empty() || on_delete.is_some();
    if property.description.is_empty() && !has_tags(flags) && !has_navigation_facts {
        return element.write_empty().map(drop);
    }
    element.write_inner_content(|xml| {
        constraints.iter().try_for_each(|constraint| write_constraint(xml, constraint))?;
        if let Some(action) = on_delete {
            xml.create_element("OnDelete").with_attribute(("Action", action.name())).write_empty()?;
        }
        write_tags(xml, property.flags)?;
        write_description(xml, property.description)
    })?;
    Ok(())
}

fn write_constraint(xml: &mut Xml, constraint: &ReferentialConstraint) -> io::Result<()> {
    let (property, referenced) = (constraint.property().to_string(), constraint.referenced_property().to_string());
    xml.create_element("ReferentialConstraint")
        .with_attributes([("Property", property.as_str()), ("ReferencedProperty", referenced.as_str())])
        .write_empty()
        .map(drop)
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
