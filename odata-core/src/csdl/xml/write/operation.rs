//! Actions and functions.

use super::{
    Markup,
    annotation::write_annotations,
    type_reference::{write_facets, write_nullable},
};
use crate::csdl::{Annotation, Operation, TypeReference};

pub(super) fn write_operation(xml: &mut Markup, operation: &Operation) {
    xml.start(if operation.is_function { "Function" } else { "Action" });
    xml.attribute("Name", &operation.name);
    xml.flag("IsBound", operation.is_bound);
    xml.optional("EntitySetPath", operation.entity_set_path.as_deref());
    xml.flag("IsComposable", operation.is_composable);
    for parameter in &operation.parameters {
        xml.start("Parameter");
        xml.attribute("Name", &parameter.name);
        write_rest(xml, &parameter.ty, &parameter.annotations);
    }
    if let Some(returned) = &operation.return_type {
        xml.start("ReturnType");
        write_rest(xml, &returned.ty, &returned.annotations);
    }
    write_annotations(xml, &operation.annotations);
    xml.end();
}

/// Writes what parameters and return types have, and ends the element.
fn write_rest(xml: &mut Markup, ty: &TypeReference, annotations: &[Annotation]) {
    xml.attribute("Type", &ty.to_string());
    write_nullable(xml, ty);
    write_facets(xml, &ty.facets);
    write_annotations(xml, annotations);
    xml.end();
}
