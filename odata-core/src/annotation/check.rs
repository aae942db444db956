//! Rules about values of annotations, evaluated by the compiler.

use super::{RecordDescriptor, TermDescriptor, TermType, term_type::path_type};
use crate::edm::{
    DefaultValue, EdmType, ModelPath, PrimitiveType, PropertyType,
    check::{default_value, fail, is_literal, same_text},
};
use crate::{csdl::PathKind, slot::Slot};

/// A3: checks that a literal is one of the type, and returns its primitive type.
#[track_caller]
pub(super) const fn literal(expected: TermType, literal: DefaultValue) -> PrimitiveType {
    let quote = if matches!(literal, DefaultValue::Text(_)) { "\"" } else { "" };
    let write = match expected {
        TermType::Primitive(_) | TermType::Definition(_) => {
            if let Some(primitive) = expected.primitive()
                && is_literal(primitive, literal)
            {
                return primitive;
            }
            ""
        }
        TermType::AnyPrimitive | TermType::Any => return natural(literal),
        TermType::Collection(_) => "; a collection is written `[..]`",
        TermType::Record(_) | TermType::AnyRecord => "; a record is written `Type { member: value }`",
        TermType::Enum(_) => "; a member is written `Type::Member`",
        TermType::Path(_) => "; a path is written `path(field)`",
    };
    let [open, name, close] = shown(expected);
    fail(&["`", quote, literal.text(), quote, "` is not a value of `", open, name, close, "`", write])
}

/// The type that a literal has where any is possible.
pub(super) const fn natural(literal: DefaultValue) -> PrimitiveType {
    match literal {
        DefaultValue::Boolean(_) => PrimitiveType::Boolean,
        DefaultValue::Text(_) => PrimitiveType::String,
        DefaultValue::Number(_) if is_literal(PrimitiveType::Int64, literal) => PrimitiveType::Int64,
        DefaultValue::Number(_) => PrimitiveType::Decimal,
    }
}

/// A3: checks a literal whose primitive type is written with it.
#[track_caller]
pub(super) const fn literal_of(expected: TermType, primitive: PrimitiveType, literal: DefaultValue) {
    // A decimal is in quotes here, so that its digits are kept as they are.
    let is_valid = match primitive {
        PrimitiveType::Decimal => is_literal(primitive, DefaultValue::Number(literal.text())),
        _ => is_literal(primitive, literal),
    };
    if !is_valid {
        fail(&["`\"", literal.text(), "\"` is not a value of `", primitive.name(), "`"]);
    }
    constant(expected, TermType::Primitive(primitive), None);
}

/// A3: checks that a constant has the type.
#[track_caller]
pub(super) const fn constant(expected: TermType, found: TermType, record: Option<&'static RecordDescriptor>) {
    if !fits(expected, found, record) {
        let ([open, name, close], [found_open, found_name, found_close]) = (shown(expected), shown(found));
        fail(&[
            "expected a value of `",
            open,
            name,
            close,
            "`, found one of `",
            found_open,
            found_name,
            found_close,
            "`",
        ]);
    }
}

/// Returns whether values of a type are values where another one is expected. Of a record, its descriptor may be known.
const fn fits(expected: TermType, found: TermType, record: Option<&'static RecordDescriptor>) -> bool {
    match (expected, found) {
        (TermType::Any, _)
        | (TermType::AnyPrimitive, TermType::Primitive(_) | TermType::Definition(_) | TermType::Enum(_))
        | (TermType::AnyRecord, TermType::Record(_)) => true,
        (TermType::Collection(expected), TermType::Collection(found)) => fits(*expected, *found, None),
        (TermType::Enum(expected), TermType::Enum(found)) => {
            is_stand_in(expected.name()) || is_stand_in(found.name()) || same_text(expected.name(), found.name())
        }
        (TermType::Record(expected), TermType::Record(found)) => {
            is_stand_in(expected.name)
                || is_stand_in(found.name)
                || same_text(expected.name, found.name)
                || derives(record, expected.name)
        }
        (TermType::Path(expected), TermType::Path(found)) => expected as u8 == found as u8,
        (expected, found) => match (expected.primitive(), found.primitive()) {
            (Some(expected), Some(found)) => same_text(expected.name(), found.name()),
            _ => false,
        },
    }
}

/// Returns the type of a record that is not the expected one, so that its name must be written.
pub(super) const fn type_to_write(expected: TermType, found: TermType) -> Option<&'static str> {
    match (expected, found) {
        (TermType::Record(expected), TermType::Record(found)) if same_text(expected.name, found.name) => None,
        (_, TermType::Record(found)) => Some(found.name),
        _ => None,
    }
}

/// Returns whether the name is that of a type with faults, from which nothing follows.
const fn is_stand_in(name: &str) -> bool {
    name.is_empty()
}

/// Returns whether a record has a type of this name, or one that derives from it.
const fn derives(record: Option<&'static RecordDescriptor>, expected: &str) -> bool {
    let mut next = record;
    while let Some(level) = next {
        if is_stand_in(level.name) || same_text(level.name, expected) {
            return true;
        }
        next = level.base;
    }
    false
}

/// Returns the name of a type in parts of a message.
const fn shown(ty: TermType) -> [&'static str; 3] {
    if ty.is_collection() { ["Collection(", ty.single_name(), ")"] } else { ["", ty.single_name(), ""] }
}

/// A3, A8: checks that a record has the type, is not abstract, and has all members that it needs.
#[track_caller]
pub(super) const fn record(expected: TermType, ty: TermType, found: &'static RecordDescriptor, given: &[&str]) {
    constant(expected, ty, Some(found));
    if found.is_abstract {
        fail(&["`", found.rust_name, "` is abstract; write a record of a type that derives from it"]);
    }
    let mut at = 0;
    while at < found.members.len() {
        let member = found.declared(at);
        if member.is_required() && !is_among(member.rust_name, given) {
            fail(&["a record of `", found.rust_name, "` needs the member `", member.rust_name, "`"]);
        }
        at += 1;
    }
}

const fn is_among(name: &str, names: &[&str]) -> bool {
    let mut at = 0;
    while at < names.len() {
        if same_text(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

/// A3: checks that the type is that of collections.
#[track_caller]
pub(super) const fn collection(expected: TermType) {
    if !matches!(expected, TermType::Collection(_) | TermType::Any) {
        fail(&["expected one value of `", expected.single_name(), "`, found a collection"]);
    }
}

/// A7: checks where a path ends, and returns its kind.
#[track_caller]
pub(super) const fn path(expected: TermType, found: ModelPath) -> PathKind {
    let TermType::Path(kind) = expected else {
        value_path(expected, found);
        return PathKind::Value;
    };
    let Some(property) = found.property() else { return kind };
    match kind {
        PathKind::Property if property.ty.is_navigation() => fail(&[
            "`Edm.PropertyPath` leads to a structural property, and `",
            property.name,
            "` is a navigation property",
        ]),
        PathKind::NavigationProperty if !property.ty.is_navigation() => fail(&[
            "`Edm.NavigationPropertyPath` leads to a navigation property, and `",
            property.name,
            "` is a structural property",
        ]),
        PathKind::Annotation => fail(&["`Edm.AnnotationPath` leads to an annotation: `path(field @ Term)`"]),
        _ => kind,
    }
}

/// A7: checks the type of the value that a path leads to, if both are primitive.
#[track_caller]
const fn value_path(expected: TermType, found: ModelPath) {
    let Some(property) = found.property() else { return };
    if found.cast().is_some() || goes_through_collection(found) || matches!(expected, TermType::Any) {
        return;
    }
    let single = property.name;
    if expected.is_collection() != property.ty.is_collection() {
        let what = if expected.is_collection() { "a collection is expected" } else { "one value is expected" };
        let is = if expected.is_collection() { "is one value" } else { "is a collection" };
        fail(&["`", single, "` ", is, ", and ", what]);
    }
    let item = match expected {
        TermType::Collection(item) => *item,
        single => single,
    };
    let (Some(wanted), EdmType::Primitive(primitive)) = (item.primitive(), property.ty.edm_type()) else { return };
    if !same_text(wanted.name(), primitive.name()) {
        fail(&["`", single, "` is of `", primitive.name(), "`, and a value of `", item.single_name(), "` is expected"]);
    }
}

/// Returns whether a step before the last is a collection.
const fn goes_through_collection(path: ModelPath) -> bool {
    let mut at = 0;
    while let (Some(step), Some(_)) = (path.step(at), path.step(at + 1)) {
        if step.property.ty.is_collection() {
            return true;
        }
        at += 1;
    }
    false
}

/// A7: returns the kind of a path to an annotation.
#[track_caller]
pub(super) const fn annotation_path(expected: TermType) -> PathKind {
    match expected {
        TermType::Path(kind @ (PathKind::Annotation | PathKind::ModelElement)) => kind,
        TermType::Path(kind) => fail(&["expected a value of `", path_type(kind), "`, found a path to an annotation"]),
        _ => PathKind::Value,
    }
}

/// A3: checks that an annotation can do without a value.
#[track_caller]
pub(super) const fn without_value(term: &'static TermDescriptor, needed: Option<&str>) {
    if let Some(member) = needed {
        fail(&["an annotation with `", term.rust_name, "` needs a record with the member `", member, "`"]);
    }
    let has_default = term.default.is_some() || term.nullable || matches!(term.ty, TermType::Record(_));
    if !has_default && !is_stand_in(term.name) {
        fail(&["`", term.rust_name, "` has no default value; write `", term.rust_name, " = ..`"]);
    }
}

/// A11: checks that facets are those of a primitive type, and returns the type of a property with this type, for the rules
/// about them.
#[track_caller]
pub const fn facet_type(ty: TermType) -> PropertyType {
    let item = match ty {
        TermType::Collection(item) => *item,
        single => single,
    };
    let Some(primitive) = item.primitive() else {
        fail(&["facets apply to primitive types, and not to `", item.single_name(), "`"]);
    };
    let found = PropertyType::single(EdmType::Primitive(primitive), no_value);
    match item {
        TermType::Definition(definition) => found.defined(definition, no_value),
        _ => found,
    }
}

fn no_value() -> Box<dyn Slot> {
    Box::new(false)
}

/// A11: checks the default value of a term or of a member of a record.
#[track_caller]
pub const fn term_default(ty: TermType, value: DefaultValue) {
    match ty {
        TermType::Primitive(_) | TermType::Definition(_) => {
            literal(ty, value);
        }
        TermType::Enum(descriptor) => {
            if !is_stand_in(descriptor.name()) {
                let ty = PropertyType::single(EdmType::Enum(descriptor), no_value);
                default_value("", &ty, value);
            }
        }
        TermType::AnyPrimitive | TermType::Any => {}
        TermType::Collection(_) => fail(&["a collection cannot have a default value"]),
        TermType::Path(_) | TermType::Record(_) | TermType::AnyRecord => {
            fail(&[
                "only values of primitive types and enumeration types have default values, and not those of `",
                ty.single_name(),
                "`",
            ]);
        }
    }
}

/// Checks that a record begins with the members of its base type, which constants cannot inherit.
#[track_caller]
pub const fn record_base(base: &RecordDescriptor, record: &RecordDescriptor) {
    let mut at = 0;
    while at < base.members.len() {
        let expected = &base.members[at];
        if at >= record.members.len() || !same_text(expected.name, record.members[at].name) {
            fail(&[
                "a record has the members of its base type before its own, and `",
                expected.rust_name,
                "` of `",
                base.rust_name,
                "` is missing",
            ]);
        }
        at += 1;
    }
}
