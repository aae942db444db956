//! Rules of partners and referential constraints (OData CSDL 4.01 §8.3 to §8.5).

use super::{derives, fail, is_stand_in, same_text};
use crate::edm::{EdmType, ModelPath, ModelStep, PrimitiveType, PropertyDescriptor, PropertyType, TypeDescriptor};

/// Checks that a partner is a navigation property that leads back to the type of the property, and that its own partner
/// is the property (OData CSDL 4.01 §8.3).
#[track_caller]
pub const fn partner(owner: &'static TypeDescriptor, own: usize, path: ModelPath) {
    let Some(last) = path.last() else { return };
    let back = last.property;
    if !back.ty.navigation {
        fail(&["`", back.name, "` of `", last.ty.name, "` is not a navigation property, and a partner is one"]);
    }
    if let Some(target) = last.target
        && !is_stand_in(target)
        && !derives(owner, target)
    {
        let leads = ["partner `", back.name, "` of `", last.ty.name, "` leads to `", target.name, "`, not to `"];
        fail(&[leads[0], leads[1], leads[2], leads[3], leads[4], leads[5], leads[6], owner.name, "`"]);
    }
    let property = &owner.own[own];
    if let Some(facts) = last.ty.navigation_facts(last.index())
        && let Some(named) = &facts.partner
    {
        names_back(property, back, named.fields);
    } else if back.flags.contains_target()
        && let Some(target) = last.target
        && is_of_one_chain(last.ty, target)
    {
        has_optional_owner(back, property);
    }
}

/// Checks that the partner of a partner is the property itself (OData CSDL 4.01 §8.3).
#[track_caller]
const fn names_back(property: &PropertyDescriptor, back: &PropertyDescriptor, named: &[&str]) {
    let [.., last] = named else { return };
    if named.len() > 1 || !same_text(last, property.rust_name) {
        fail(&[
            "partner `",
            back.rust_name,
            "` has the partner `",
            last,
            "`, not `",
            property.rust_name,
            "`; two navigation properties are partners of each other, or one of them names none",
        ]);
    }
}

/// Checks the partner of a containment navigation property that leads to a type of the same chain, so that the
/// entities can contain each other: the outermost one is not contained (OData CSDL 4.01 §8.4).
#[track_caller]
pub const fn containment_partner(
    owner: &'static TypeDescriptor,
    own: usize,
    target: Option<&'static TypeDescriptor>,
    path: ModelPath,
) {
    if let (Some(target), Some(last)) = (target, path.last())
        && is_of_one_chain(owner, target)
        && last.property.ty.navigation
    {
        has_optional_owner(&owner.own[own], last.property);
    }
}

const fn is_of_one_chain(a: &'static TypeDescriptor, b: &'static TypeDescriptor) -> bool {
    !is_stand_in(b) && (derives(a, b) || derives(b, a))
}

/// Checks that the partner of a recursive containment navigation property is a single entity that may be missing.
#[track_caller]
const fn has_optional_owner(containing: &PropertyDescriptor, partner: &PropertyDescriptor) {
    let fault = if partner.ty.collection {
        "single: an entity is contained in one other"
    } else if !partner.ty.nullable {
        "nullable: the outermost entity is not contained; use `Nav<Option<..>>`"
    } else {
        return;
    };
    let name = partner.name;
    fail(&["partner `", name, "` of the recursive containment `", containing.name, "` must be ", fault]);
}

/// Checks that a step of a path leads to a single complex value (OData CSDL 4.01 §8.5).
#[track_caller]
pub const fn single_complex(path: ModelPath, at: usize) {
    let Some(step) = path.step(at) else { return };
    let property = step.property;
    let what = match (property.ty.navigation, property.ty.collection) {
        (true, _) => "a navigation property",
        (false, true) => "a collection",
        (false, false) => return,
    };
    fail(&["the path cannot go through `", property.name, "`, which is ", what]);
}

/// Checks that a step of a path does not lead to other entities (OData CSDL 4.01 §8.3).
#[track_caller]
pub const fn no_navigation(path: ModelPath, at: usize) {
    if let Some(step) = path.step(at)
        && step.property.ty.navigation
    {
        let name = step.property.name;
        fail(&["the path cannot go through `", name, "`, which is a navigation property"]);
    }
}

/// Checks that a navigation property with a referential constraint leads to a single entity (OData CSDL 4.01 §8.5).
#[track_caller]
pub const fn constrained(property: &str, ty: &PropertyType) {
    if ty.navigation && ty.collection {
        fail(&["a referential constraint needs a single related entity, and `", property, "` is a collection"]);
    }
}

/// Checks that a property can have the value of one of the related entity (OData CSDL 4.01 §8.5).
#[track_caller]
pub const fn constraint(navigation: &str, ty: &PropertyType, dependent: ModelPath, principal: ModelPath) {
    let (Some(own), Some(other)) = (dependent.last(), principal.last()) else { return };
    single_value(own);
    single_value(other);
    let (a, b) = (own.property, other.property);
    if !same_type(a.ty.edm, b.ty.edm) {
        let (a_type, b_type) = (type_name(a.ty.edm, own.target), type_name(b.ty.edm, other.target));
        fail(&[
            "referential constraint: `",
            a.name,
            "` is `",
            a_type,
            "` but `",
            b.name,
            "` of `",
            other.ty.name,
            "` is `",
            b_type,
            "`",
        ]);
    }
    let optional = if ty.nullable {
        Some(["`", navigation, "` is"])
    } else if is_nullable(principal) {
        Some(["`", b.name, "` of the related entity is"])
    } else {
        None
    };
    match (optional, is_nullable(dependent)) {
        (Some(because), false) => {
            fail(&["`", a.name, "` must be nullable, as ", because[0], because[1], because[2]]);
        }
        (None, true) => fail(&[
            "`",
            a.name,
            "` cannot be nullable, as neither `",
            navigation,
            "` nor `",
            b.name,
            "` of the related entity is",
        ]),
        _ => {}
    }
}

#[track_caller]
const fn single_value(step: &ModelStep) {
    let property = step.property;
    let what = match property.ty.edm {
        _ if property.ty.navigation => "a navigation property",
        _ if property.ty.collection => "a collection",
        EdmType::Primitive(PrimitiveType::Stream) => "a stream",
        _ => return,
    };
    fail(&[
        "`",
        property.name,
        "` of `",
        step.ty.name,
        "` is ",
        what,
        " and cannot be part of a referential constraint",
    ]);
}

const fn same_type(a: EdmType, b: EdmType) -> bool {
    match (a, b) {
        (EdmType::Primitive(a), EdmType::Primitive(b)) => same_text(a.name(), b.name()),
        (EdmType::Enum(a), EdmType::Enum(b)) => a.name.is_empty() || b.name.is_empty() || same_text(a.name, b.name),
        (EdmType::Complex(_), EdmType::Complex(_)) => true,
        _ => false,
    }
}

const fn type_name(ty: EdmType, structured: Option<&'static TypeDescriptor>) -> &'static str {
    match (ty, structured) {
        (EdmType::Primitive(primitive), _) => primitive.name(),
        (EdmType::Enum(descriptor), _) => descriptor.name,
        (_, Some(descriptor)) => descriptor.name,
        (_, None) => "another type",
    }
}

/// Returns whether the path can have no value.
const fn is_nullable(path: ModelPath) -> bool {
    let mut at = 0;
    while let Some(step) = path.step(at) {
        if step.property.ty.nullable {
            return true;
        }
        at += 1;
    }
    false
}
