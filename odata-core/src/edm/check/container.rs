//! Rules about entity containers.

use super::{fail, has_key};
use crate::edm::{EdmType, PropertyType, TypeDescriptor};

/// Checks that a type that the declaration of a container names is one that a schema declares.
#[track_caller]
pub const fn named_type(ty: &PropertyType) {
    if ty.collection || ty.nullable || ty.navigation || ty.polymorphic || ty.optional {
        fail(&["`types` takes the types themselves, without `Vec`, `Option`, `Nav` or `AnyOf` around them"]);
    }
    if let EdmType::Primitive(primitive) = ty.edm {
        fail(&[
            "`types` takes entity types, complex types and enumeration types, and `",
            primitive.name(),
            "` is not one",
        ]);
    }
}

/// Checks that the type of a singleton is an entity type (OData CSDL 4.01 §13.3).
#[track_caller]
pub const fn singleton_type(name: &str, ty: &PropertyType) {
    if ty.collection || ty.nullable || ty.navigation || ty.optional {
        fail(&["the type of singleton `", name, "` is one entity type, without `Vec`, `Option` or `Nav`"]);
    }
    match ty.edm {
        EdmType::Entity(_) => {}
        _ => fail(&["singleton `", name, "` needs an entity type"]),
    }
    concrete_child(name, ty);
}

/// Checks that the type of an entity set is a collection of entities with a key (OData CSDL 4.01 §13.2, §6.5).
#[track_caller]
pub const fn entity_set_type(name: &str, ty: &PropertyType, structured: Option<&'static TypeDescriptor>) {
    if !ty.collection || ty.nullable || ty.navigation || ty.optional {
        fail(&["the type of entity set `", name, "` is `Vec<..>` of an entity type"]);
    }
    match (ty.edm, structured) {
        (EdmType::Entity(_), Some(descriptor)) => {
            if !has_key(descriptor) {
                fail(&["entity set `", name, "` needs a key, but entity type `", descriptor.name, "` has none"]);
            }
        }
        _ => fail(&["entity set `", name, "` needs an entity type"]),
    }
    concrete_child(name, ty);
}

#[track_caller]
const fn concrete_child(name: &str, ty: &PropertyType) {
    if ty.is_abstract && !ty.polymorphic {
        fail(&["the type of `", name, "` is abstract and has no instances; put `AnyOf<..>` around it"]);
    }
}
