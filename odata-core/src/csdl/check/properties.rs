//! The types of properties, and those that type definitions and enumeration types have.

use super::{
    super::{EnumType, Name, PrimitiveType, Schema, TypeDefinition},
    defaults::default_value,
    facets::{self, facets},
    faults::{Faults, is_proven, place_of},
    index::{Found, Index},
    types::{Use, find, type_of_value},
};

/// F1 to F7, T7 to T14 and V1: the type of each property with its facets.
pub(super) fn properties(index: &Index<'_>, faults: &mut Faults) {
    for (id, property) in index.properties() {
        let target = || index.target(id, &property.name);
        let at: (_, &dyn Fn() -> String) = (property.place, &target);
        let used = if property.navigation.is_some() { Use::Navigation } else { Use::Property };
        let Some(found) = type_of_value(index, &property.ty, used, at, faults) else { continue };
        if used == Use::Property {
            facets(index, found, &property.ty.facets, at, faults);
        }
        if let Some(default) = property.default.as_ref() {
            match used {
                Use::Property => default_value(index, &property.ty, found, default, at, faults),
                _ => {
                    let message = "a navigation property cannot have a default value";
                    faults.add("F6, OData CSDL 4.01 §7.2.7", place_of(default, property.place), target(), message);
                }
            }
        }
    }
}

/// D1 and E1 to E5: type definitions and enumeration types.
pub(super) fn scalars(index: &Index<'_>, faults: &mut Faults) {
    for schema in &index.document.schemas {
        for definition in &schema.definitions {
            type_definition(index, schema, definition, faults);
        }
        for ty in &schema.enums {
            enumeration(schema, ty, faults);
        }
    }
}

fn name_of(schema: &Schema, name: &Name) -> String {
    format!("{}.{name}", schema.namespace)
}

fn type_definition(index: &Index<'_>, schema: &Schema, definition: &TypeDefinition, faults: &mut Faults) {
    let target = || name_of(schema, &definition.name);
    let underlying = &definition.underlying;
    let Some(found) = find(index, underlying, definition.place, &target, faults) else { return };
    match found {
        Found::Primitive(PrimitiveType::Untyped) => {}
        Found::Primitive(primitive) => {
            let at: (_, &dyn Fn() -> String) = (definition.place, &target);
            return facets::of_definition(index, primitive, &definition.facets, at, faults);
        }
        Found::Abstract("Edm.PrimitiveType") if index.document.version > super::super::Version::V4_0 => return,
        _ => {}
    }
    let message = format!("a type definition is based on a primitive type, and `{underlying}` is none");
    let place = place_of(underlying, definition.place);
    faults.add("D1, OData CSDL 4.01 §11.1", place, target(), message);
}

fn enumeration(schema: &Schema, ty: &EnumType, faults: &mut Faults) {
    let target = || name_of(schema, &ty.name);
    if ty.members.is_empty() && !is_proven(ty.place) {
        faults.add("E1, OData CSDL 4.01 §10", ty.place, target(), "an enumeration type needs at least one member");
    }
    let underlying = match &ty.underlying {
        None => PrimitiveType::Int32,
        Some(name) => match PrimitiveType::from_name(name).filter(|found| found.integer_range().is_some()) {
            Some(primitive) => primitive,
            None => {
                let message = format!(
                    "`{name}` is not an underlying type: use `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32` or `Edm.Int64`"
                );
                return faults.add("E2, OData CSDL 4.01 §10.1", place_of(name, ty.place), target(), message);
            }
        },
    };
    let (least, greatest) = underlying.integer_range().unwrap_or((i64::MIN, i64::MAX));
    let valued = ty.members.iter().filter(|member| member.has_value).count();
    for member in &ty.members {
        let target = || format!("{}/{}", target(), member.name);
        if member.value < least || greatest < member.value {
            let message =
                format!("value {} of member `{}` does not fit `{}`", member.value, member.name, underlying.name());
            faults.add("E3, OData CSDL 4.01 §10.3", member.place, target(), message);
        }
        if ty.is_flags && !(member.has_value && member.value >= 0) {
            let message = "a member of an enumeration type with flags needs a value that is not negative";
            faults.add("E4, OData CSDL 4.01 §10.3", member.place, target(), message);
        } else if !ty.is_flags && !member.has_value && valued > 0 {
            let message = format!("member `{}` has no value, and others have", member.name);
            faults.add("E5, OData CSDL 4.01 §10.3", member.place, target(), message);
        }
    }
}
