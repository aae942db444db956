//! Actions and functions.

use super::{
    annotations::{declared, described, optional},
    property::type_reference,
    split,
};
use crate::{
    csdl::{Operation, Parameter, Place, ReturnType, RustItem, RustNotes, TypeReference, Version},
    edm::{EdmType, OperationAllows, OperationDescriptor, OperationKind, PropertyDescriptor},
};

pub(super) fn operation(operation: &OperationDescriptor, version: Version) -> Operation {
    let notes = RustNotes {
        action_and_function: operation.allows.has(OperationAllows::ACTION_AND_FUNCTION),
        name_of_a_type: operation.allows.has(OperationAllows::NAME_OF_A_TYPE),
        ..RustNotes::default()
    };
    let item = RustItem { notes, ..RustItem::new(operation.rust_name()) };
    let place = Place::Item(item);
    let binding = operation.binding.as_ref().map(|binding| Parameter {
        name: binding.name.into(),
        // What a URL leads to is never null, which needs no `Nullable`.
        ty: TypeReference { collection: binding.ty.collection, ..TypeReference::new(binding.ty.type_name()) },
        annotations: declared(operation.binding_annotations(), place).collect(),
        place,
    });
    let others = (0..operation.parameters().len()).map(|position| parameter(operation, position, item, version));
    Operation {
        is_function: operation.kind == OperationKind::Function,
        name: split(operation.name()).1.into(),
        is_bound: operation.binding.is_some(),
        entity_set_path: operation.entity_set_path().map(Into::into),
        is_composable: operation.is_composable,
        parameters: binding.into_iter().chain(others).collect(),
        return_type: operation.returns.as_ref().map(|returned| ReturnType {
            ty: value_type(returned, version),
            annotations: declared(operation.return_annotations(), place).collect(),
            place,
        }),
        annotations: described(operation.parameters.description, operation.annotations(), place),
        place,
    }
}

fn parameter(operation: &OperationDescriptor, position: usize, item: RustItem, version: Version) -> Parameter {
    let parameter = &operation.parameters()[position];
    let place = Place::Item(item.field(parameter.rust_name));
    let optional = parameter.ty.optional.then(|| optional(parameter.default_value()));
    let others = described(parameter.description, operation.parameter_annotations(position), place);
    Parameter {
        name: parameter.name.into(),
        ty: value_type(parameter, version),
        annotations: optional.into_iter().chain(others).collect(),
        place,
    }
}

/// Returns the type of a parameter or of what is returned. A collection of entities has no `Nullable` (OData CSDL XML
/// 4.01 §12.8), and documents of version 4.0 have no `Unicode` here (OData CSDL 4.01 §17).
fn value_type(part: &PropertyDescriptor, version: Version) -> TypeReference {
    let mut ty = type_reference(part, matches!(part.ty.edm, EdmType::Entity(_)), version);
    if version == Version::V4_0 {
        ty.facets.unicode = None;
    }
    ty
}
