//! Values of annotations: paths and records (OData CSDL 4.01 §14.4).

use super::{
    super::{Annotation, Constant, Element, Expression, Name, PathKind, Place, PrimitiveType, Record, TypeReference},
    annotations::is_unchecked,
    defaults::is_literal,
    faults::{Faults, place_of},
    index::{Found, Index},
    paths::Stop,
    targets::Target,
};

/// A value with the type that it should have, if that is known, and the place of what it belongs to.
struct Expected<'d> {
    value: &'d Expression,
    ty: Option<&'d TypeReference>,
    /// Whether it is an item of a collection of this type.
    item: bool,
    place: Place,
}

/// A3, A7 and A8: the values of the annotations of one part.
pub(super) fn values(index: &Index<'_>, target: &Target, annotations: &[Annotation], faults: &mut Faults) {
    let mut annotations: Vec<_> = annotations.iter().filter(|annotation| !is_unchecked(annotation)).collect();
    while let Some(annotation) = annotations.pop() {
        annotations.extend(&annotation.annotations);
        let ty = match index.elements.find(&annotation.term) {
            Some((_, Element::Term(term))) => Some(&term.ty),
            _ => None,
        };
        let place = place_of(&annotation.term, annotation.place);
        let value = annotation.value.as_ref().map(|value| Expected { value, ty, item: false, place });
        let mut next: Vec<_> = value.into_iter().collect();
        while let Some(expected) = next.pop() {
            one(index, target, &expected, &mut next, faults);
        }
    }
}

fn one<'d>(
    index: &Index<'d>,
    target: &Target,
    expected: &Expected<'d>,
    next: &mut Vec<Expected<'d>>,
    faults: &mut Faults,
) {
    let Expected { value, ty, item, place } = *expected;
    let is_collection = ty.is_some_and(|ty| ty.collection && !item);
    let mut inner = |value: &'d Expression, ty: Option<&'d TypeReference>, item: bool| {
        next.push(Expected { value, ty, item, place });
    };
    match value {
        Expression::Path(kind, path) => {
            if let Some(message) = path_fault(index, target.scope, *kind, path) {
                faults.add("A7, OData CSDL 4.01 §14.4.1", place_of(path, place), &*target.path, message);
            }
        }
        Expression::Collection(items) => {
            if ty.is_some_and(|ty| ty.name != "Edm.Untyped") && !is_collection {
                let message = "a collection is not a value of the type, which is a single value";
                faults.add("A3, OData CSDL 4.01 §14.3", place, &*target.path, message);
            }
            for item in items {
                inner(item, ty, true);
            }
        }
        Expression::Record(record) => {
            for member in &record.members {
                let ty = member_type(index, record, ty, &member.name);
                member.value.iter().for_each(|value| inner(value, ty, false));
            }
            let place = if matches!(record.place, Place::Unknown) { place } else { record.place };
            record_faults(index, record, ty, (place, &target.path), faults);
        }
        Expression::Constant(constant) => {
            if let Some(message) = ty.filter(|_| !is_collection).and_then(|ty| constant_fault(index, constant, ty)) {
                let place = if matches!(constant.place, Place::Unknown) { place } else { constant.place };
                faults.add("A3, OData CSDL 4.01 §14.3", place, &*target.path, message);
            }
        }
        Expression::EnumMember(members) => {
            for member in members {
                if let Some(message) = member_fault(index, member) {
                    faults.add("A3, OData CSDL 4.01 §14.3.7", place_of(member, place), &*target.path, message);
                }
            }
        }
        Expression::If(condition) => {
            inner(&condition.condition, None, false);
            inner(&condition.then, ty, item);
            condition.otherwise.iter().for_each(|value| inner(value, ty, item));
        }
        Expression::Apply(apply) => apply.arguments.iter().for_each(|value| inner(value, None, false)),
        Expression::Typed(typed) => inner(&typed.value, None, false),
        Expression::Labeled(labeled) => inner(&labeled.value, ty, item),
        Expression::UrlReference(url, _) => inner(url, None, false),
        Expression::Operation(_, operands, _) => operands.iter().for_each(|value| inner(value, None, false)),
        Expression::Null(_) | Expression::LabeledReference(_) => {}
    }
}

/// Returns the structured type of a record, if it is one of the document.
fn record_type(index: &Index<'_>, record: &Record, ty: Option<&TypeReference>) -> Option<usize> {
    index.structured(record.type_name.as_deref().or(ty.map(|ty| &*ty.name.text))?)
}

fn member_type<'d>(
    index: &Index<'d>,
    record: &Record,
    ty: Option<&TypeReference>,
    name: &str,
) -> Option<&'d TypeReference> {
    index.property(record_type(index, record, ty)?, name).map(|(_, property)| &property.ty)
}

/// A8: a record has members of its type alone, and those that must be there.
fn record_faults(
    index: &Index<'_>,
    record: &Record,
    ty: Option<&TypeReference>,
    (place, target): (Place, &str),
    faults: &mut Faults,
) {
    let rule = "A8, OData CSDL 4.01 §14.4.12";
    if let Some(name) = &record.type_name
        && matches!(index.find(name), Found::Missing)
        && name.rsplit_once('.').is_none_or(|(namespace, _)| index.declares(index.elements.namespace(namespace)))
    {
        faults.add(rule, place_of(name, place), target, super::types::not_found(index, name));
        return;
    }
    let Some(id) = record_type(index, record, ty) else { return };
    if !index.levels[id].complete {
        return;
    }
    let name = index.name(id);
    if record.type_name.is_some()
        && let Some(wanted) = ty.and_then(|ty| index.structured(&ty.name))
        && !index.derives(id, wanted)
    {
        let message = format!("`{name}` does not derive from `{}`", index.name(wanted));
        faults.add(rule, place, target, message);
    }
    let is_open = index.chain(id).any(|level| index.levels[level].ty.is_open);
    for member in &record.members {
        if !is_open && index.property(id, &member.name).is_none() {
            let message = format!("`{name}` has no property `{}`", member.name);
            faults.add(rule, place_of(&member.name, place), target, message);
        }
    }
    if index.levels[id].ty.is_abstract {
        let message = format!("`{name}` is abstract; a record of it names a type that derives from it");
        return faults.add(rule, place, target, message);
    }
    for property in index.chain(id).flat_map(|level| &index.levels[level].ty.properties) {
        let is_required = property.ty.nullable == Some(false)
            && !property.ty.collection
            && property.navigation.is_none()
            && property.default.is_none();
        if is_required && !record.members.iter().any(|member| member.name == *property.name.text) {
            let message = format!("the record lacks `{}`, which values of `{name}` have", property.name);
            faults.add(rule, place, target, message);
        }
    }
}

/// A3: a constant is a value of the type. Text stands for whatever JSON has no form of its own for.
fn constant_fault(index: &Index<'_>, constant: &Constant, ty: &TypeReference) -> Option<String> {
    let found = match index.find(&ty.name) {
        Found::Definition(definition) => index.find(&definition.underlying),
        found => found,
    };
    let (given, text) = (constant.ty, &constant.text);
    let is_number = |ty: PrimitiveType| {
        ty.integer_range().is_some()
            || matches!(ty, PrimitiveType::Decimal | PrimitiveType::Double | PrimitiveType::Single)
    };
    let fits = match found {
        Found::Primitive(PrimitiveType::Untyped | PrimitiveType::Geo(_)) | Found::Abstract(_) | Found::Path(_) => true,
        Found::Primitive(wanted) if given == wanted || given == PrimitiveType::String => is_literal(wanted, text),
        Found::Primitive(wanted) => is_number(wanted) && is_number(given) && is_literal(wanted, text),
        Found::Enum(_) => given == PrimitiveType::String || given.integer_range().is_some(),
        Found::Structured(_) => false,
        _ => true,
    };
    (!fits).then(|| format!("`{text}` is not a value of `{}`", ty.name))
}

/// A3: a member of an enumeration type of the document is there.
fn member_fault(index: &Index<'_>, member: &Name) -> Option<String> {
    let (ty, name) = member.split_once('/')?;
    match index.find(ty) {
        Found::Enum(found) if found.members.iter().any(|member| member.name == *name) => None,
        Found::Enum(_) => Some(format!("`{ty}` has no member `{name}`")),
        Found::Missing if index.declares(index.elements.namespace(ty.rsplit_once('.')?.0)) => {
            Some(format!("there is no enumeration type `{ty}`"))
        }
        _ => None,
    }
}

/// A7: a path begins at what is annotated and leads to what its kind says.
fn path_fault(index: &Index<'_>, scope: Option<usize>, kind: PathKind, path: &str) -> Option<String> {
    if kind == PathKind::Annotation && !path.contains('@') {
        return Some(format!("`{path}` does not lead to an annotation"));
    }
    let scope = scope?;
    // What begins at the container, at an annotation or at what an operation returns is not followed.
    let known = path.split('@').next().unwrap_or_default().trim_end_matches('/');
    let known = known.strip_suffix("/$count").unwrap_or(known);
    if known.is_empty() || known.starts_with('/') || known.contains(['$', '(']) || kind == PathKind::ModelElement {
        return None;
    }
    let walk = index.walk(scope, known);
    match walk.stop {
        Some(Stop::NoProperty(id, _)) if index.chain(id).any(|level| index.levels[level].ty.is_open) => return None,
        Some(stop) => return index.stop_message(stop),
        None if path.contains('@') => return None,
        None => {}
    }
    let last = walk.end().map(|(_, property)| property.navigation.is_some());
    let wanted = match (kind, last) {
        (PathKind::Property, last) if last != Some(false) || walk.ends_with_cast => "a structural property",
        (PathKind::NavigationProperty, last) if last != Some(true) => "a navigation property",
        (PathKind::AnyProperty, None) => "a property",
        _ => return None,
    };
    Some(format!("`{path}` does not lead to {wanted}"))
}
