//! Media entities, which are created from their media (OData Protocol 4.01 §11.4.7): the service has no place for these.

use odata_core::{
    Model,
    edm::{PropertyType, TypeDescriptor},
};

/// Returns where the service would have to serve media entities, and one of their types: an entity set, a singleton or
/// a containment navigation property.
pub(crate) fn served_media(model: &Model) -> Option<(String, &'static TypeDescriptor)> {
    let children = model.container().children().iter().map(|child| (child.name().to_owned(), child.ty()));
    let contained = model.types().iter().flat_map(|descriptor| {
        let properties = descriptor.own_properties().iter().filter(|property| property.contains_target());
        properties.map(|property| (format!("{}/{}", descriptor.name(), property.name()), property.ty()))
    });
    children.chain(contained).find_map(|(place, ty)| Some((place, media_type(model, ty)?)))
}

/// Returns a media entity type that values of the type can have.
fn media_type(model: &Model, ty: &'static PropertyType) -> Option<&'static TypeDescriptor> {
    let declared = ty.edm.structured()?;
    if ty.polymorphic { model.instances(declared).find(|ty| ty.has_stream()) } else { Some(declared) }
        .filter(|ty| ty.has_stream())
}
