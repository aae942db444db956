//! Rules about what is said for stores.

use super::fail;
use crate::edm::{EdmType, PrimitiveType, PropertyType};

/// Checks that values of the property can be unique: single ones that can be compared exactly.
#[track_caller]
pub const fn unique(property: &str, ty: &PropertyType) {
    if let EdmType::Primitive(primitive) = single("unique", property, ty)
        && !primitive.can_be_key()
    {
        no_type("unique", primitive, property);
    }
}

/// Checks that values of the property can be ordered or found: single ones that have an order.
#[track_caller]
pub const fn indexed(property: &str, ty: &PropertyType) {
    if let EdmType::Primitive(primitive) = single("indexed", property, ty)
        && matches!(primitive, PrimitiveType::Stream | PrimitiveType::Geo(_) | PrimitiveType::Untyped)
    {
        no_type("indexed", primitive, property);
    }
}

/// Checks that the property is text, or a collection of it.
#[track_caller]
pub const fn searchable(property: &str, ty: &PropertyType) {
    match ty.edm {
        _ if ty.fault.is_some() => {}
        EdmType::Primitive(PrimitiveType::String) if !ty.navigation => {}
        _ => fail(&["`searchable` applies only to `Edm.String`, and `", property, "` is not text"]),
    }
}

/// Checks that the property is one primitive value or member of an enumeration type, and returns the type.
#[track_caller]
const fn single(word: &str, property: &str, ty: &PropertyType) -> EdmType {
    let found = match ty.edm {
        _ if ty.fault.is_some() => return ty.edm,
        _ if ty.navigation => "a navigation property",
        EdmType::Entity(_) => return ty.edm,
        EdmType::Complex(_) => "of a complex type",
        _ if ty.collection => "a collection",
        EdmType::Primitive(_) | EdmType::Enum(_) => return ty.edm,
    };
    fail(&["`", word, "` applies only to single primitive values, and `", property, "` is ", found])
}

#[track_caller]
const fn no_type(word: &str, primitive: PrimitiveType, property: &str) -> ! {
    fail(&["`", word, "` does not apply to `", primitive.name(), "`, the type of `", property, "`"])
}
