//! Values of annotations with one spelling for each meaning.

use super::{
    super::{Annotation, Constant, Expression, PathKind, PrimitiveType, PropertyValue, Record},
    normal::Names,
};

/// Writes annotations in normal form, in order of their terms and qualifiers.
pub(super) fn normal_annotations(names: &Names<'_>, annotations: &mut Vec<Annotation>) {
    for annotation in &mut *annotations {
        let value = annotation.value.take().or_else(|| names.default_of(&annotation.term));
        names.name(&mut annotation.term);
        annotation.value = Some(normal_value(names, value));
        normal_annotations(names, &mut annotation.annotations);
    }
    annotations.sort_by(|one, other| key(one).cmp(&key(other)));
}

/// Returns what distinguishes an annotation from others at the same place.
pub(super) fn key(annotation: &Annotation) -> (&str, Option<&str>) {
    (&annotation.term.text, annotation.qualifier.as_ref().map(|qualifier| &*qualifier.text))
}

/// Returns a value in normal form. JSON is the measure: what it does not distinguish is not distinguished. Terms of which
/// a document gives no value are those that are true where they are.
fn normal_value(names: &Names<'_>, value: Option<Expression>) -> Expression {
    let Some(mut value) = value else { return Expression::boolean(true) };
    match &mut value {
        Expression::Null(annotations) => normal_annotations(names, annotations),
        Expression::Constant(constant) => normal_constant(names, constant),
        Expression::EnumMember(members) => {
            let short: Vec<_> = members.iter().map(|member| member.rsplit('/').next().unwrap_or(member)).collect();
            return Expression::string(short.join(","));
        }
        Expression::Path(PathKind::Value, path) | Expression::LabeledReference(path) => names.name(path),
        Expression::Path(_, path) => return Expression::string(names.resolve(path)),
        Expression::Collection(items) => normal_values(names, items),
        Expression::Operation(_, operands, annotations) => {
            normal_values(names, operands);
            normal_annotations(names, annotations);
        }
        Expression::Record(record) => normal_record(names, record),
        Expression::If(branches) => {
            for branch in [&mut branches.condition, &mut branches.then].into_iter().chain(&mut branches.otherwise) {
                replace(names, branch);
            }
            normal_annotations(names, &mut branches.annotations);
        }
        Expression::Apply(apply) => {
            normal_values(names, &mut apply.arguments);
            normal_annotations(names, &mut apply.annotations);
        }
        Expression::Typed(typed) => {
            replace(names, &mut typed.value);
            names.type_reference(&mut typed.ty);
            normal_annotations(names, &mut typed.annotations);
        }
        Expression::Labeled(labeled) => {
            replace(names, &mut labeled.value);
            normal_annotations(names, &mut labeled.annotations);
        }
        Expression::UrlReference(url, annotations) => {
            replace(names, url);
            normal_annotations(names, annotations);
        }
    }
    value
}

fn replace(names: &Names<'_>, value: &mut Expression) {
    let taken = std::mem::replace(value, Expression::Collection(Vec::new()));
    *value = normal_value(names, Some(taken));
}

fn normal_values(names: &Names<'_>, values: &mut [Expression]) {
    for value in values {
        replace(names, value);
    }
}

fn normal_record(names: &Names<'_>, record: &mut Record) {
    if let Some(type_name) = &mut record.type_name {
        names.name(type_name);
    }
    for PropertyValue { value, annotations, .. } in &mut record.members {
        *value = Some(normal_value(names, value.take()));
        normal_annotations(names, annotations);
    }
    record.members.sort_by(|one, other| one.name.text.cmp(&other.name.text));
    normal_annotations(names, &mut record.annotations);
}

fn normal_constant(names: &Names<'_>, constant: &mut Constant) {
    constant.ty = match constant.ty {
        PrimitiveType::Boolean => PrimitiveType::Boolean,
        // Numbers of any size.
        ty if ty.integer_range().is_some() => PrimitiveType::Decimal,
        PrimitiveType::Decimal | PrimitiveType::Double | PrimitiveType::Single => PrimitiveType::Decimal,
        _ => PrimitiveType::String,
    };
    // A path in JSON is text, whose names may have aliases.
    if constant.ty == PrimitiveType::String {
        constant.text = names.resolve(&constant.text);
    }
}
