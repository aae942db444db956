//! Values of annotations.

use std::borrow::Cow;

use super::{
    Markup,
    annotation::{write_annotations, write_value},
    type_reference::write_facets,
};
use crate::csdl::{Annotation, Apply, Constant, Expression, If, Labeled, Name, PathKind, PrimitiveType, Record, Typed};

/// Returns the attribute that says all of a value, if there is one.
pub(super) fn as_attribute(value: &Expression) -> Option<(&'static str, Cow<'_, str>)> {
    match value {
        Expression::UrlReference(url, annotations) => {
            url.as_str().filter(|_| annotations.is_empty()).map(|url| ("UrlRef", url.into()))
        }
        value => as_text(value),
    }
}

/// Returns the element that has nothing but a text, if a value is one.
fn as_text(value: &Expression) -> Option<(&'static str, Cow<'_, str>)> {
    Some(match value {
        Expression::Constant(constant) => (constant_name(constant), constant.text.as_str().into()),
        Expression::EnumMember(members) => ("EnumMember", member_list(members).into()),
        Expression::Path(kind, path) => (path_name(*kind), path.text.as_str().into()),
        _ => return None,
    })
}

fn constant_name(constant: &Constant) -> &'static str {
    match constant.ty {
        PrimitiveType::Binary => "Binary",
        PrimitiveType::Boolean => "Bool",
        PrimitiveType::Date => "Date",
        PrimitiveType::DateTimeOffset => "DateTimeOffset",
        PrimitiveType::Decimal => "Decimal",
        PrimitiveType::Double | PrimitiveType::Single => "Float",
        PrimitiveType::Duration => "Duration",
        PrimitiveType::Guid => "Guid",
        PrimitiveType::Byte
        | PrimitiveType::Int16
        | PrimitiveType::Int32
        | PrimitiveType::Int64
        | PrimitiveType::SByte => "Int",
        PrimitiveType::TimeOfDay => "TimeOfDay",
        PrimitiveType::String | PrimitiveType::Stream | PrimitiveType::Geo(_) | PrimitiveType::Untyped => "String",
    }
}

/// Returns the name of the element or attribute of a path. XML has no name for that of any property: terms with such
/// values take the path of a property.
fn path_name(kind: PathKind) -> &'static str {
    match kind {
        PathKind::Value => "Path",
        PathKind::Annotation => "AnnotationPath",
        PathKind::ModelElement => "ModelElementPath",
        PathKind::NavigationProperty => "NavigationPropertyPath",
        PathKind::AnyProperty | PathKind::Property => "PropertyPath",
    }
}

fn member_list(members: &[Name]) -> String {
    let members: Vec<&str> = members.iter().map(|member| &**member).collect();
    members.join(" ")
}

/// Writes a value as an element.
pub(super) fn write_expression(xml: &mut Markup, value: &Expression) {
    match value {
        Expression::Constant(_) | Expression::EnumMember(_) | Expression::Path(..) => {
            if let Some((name, text)) = as_text(value) {
                xml.text(name, &text);
            }
        }
        Expression::Null(annotations) => write_element(xml, "Null", &[], annotations),
        Expression::Collection(items) => write_element(xml, "Collection", items, &[]),
        Expression::Record(record) => write_record(xml, record),
        Expression::If(condition) => write_if(xml, condition),
        Expression::Apply(apply) => write_apply(xml, apply),
        Expression::Typed(typed) => write_typed(xml, typed),
        Expression::Labeled(labeled) => write_labeled(xml, labeled),
        Expression::LabeledReference(name) => xml.text("LabeledElementReference", name),
        Expression::UrlReference(url, annotations) => {
            write_element(xml, "UrlRef", std::slice::from_ref(url.as_ref()), annotations);
        }
        Expression::Operation(operator, operands, annotations) => {
            write_element(xml, operator.name(), operands, annotations);
        }
    }
}

fn write_element(xml: &mut Markup, name: &'static str, values: &[Expression], annotations: &[Annotation]) {
    xml.start(name);
    write_content(xml, values, annotations);
    xml.end();
}

fn write_content(xml: &mut Markup, values: &[Expression], annotations: &[Annotation]) {
    for value in values {
        write_expression(xml, value);
    }
    write_annotations(xml, annotations);
}

fn write_record(xml: &mut Markup, record: &Record) {
    xml.start("Record");
    xml.optional("Type", record.type_name.as_deref());
    for member in &record.members {
        xml.start("PropertyValue");
        xml.attribute("Property", &member.name);
        write_value(xml, member.value.as_ref(), &member.annotations);
        xml.end();
    }
    write_annotations(xml, &record.annotations);
    xml.end();
}

fn write_if(xml: &mut Markup, condition: &If) {
    xml.start("If");
    write_expression(xml, &condition.condition);
    write_expression(xml, &condition.then);
    condition.otherwise.iter().for_each(|otherwise| write_expression(xml, otherwise));
    write_annotations(xml, &condition.annotations);
    xml.end();
}

fn write_apply(xml: &mut Markup, apply: &Apply) {
    xml.start("Apply");
    xml.attribute("Function", &apply.function);
    write_content(xml, &apply.arguments, &apply.annotations);
    xml.end();
}

fn write_typed(xml: &mut Markup, typed: &Typed) {
    xml.start(if typed.cast { "Cast" } else { "IsOf" });
    xml.attribute("Type", &typed.ty.to_string());
    write_facets(xml, &typed.ty.facets);
    write_content(xml, std::slice::from_ref(&typed.value), &typed.annotations);
    xml.end();
}

fn write_labeled(xml: &mut Markup, labeled: &Labeled) {
    xml.start("LabeledElement");
    xml.attribute("Name", &labeled.name);
    write_value(xml, Some(&labeled.value), &labeled.annotations);
    xml.end();
}
