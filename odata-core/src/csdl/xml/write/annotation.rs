//! Annotations and terms.

use super::{
    EDM, Markup,
    expression::{as_attribute, write_expression},
    type_reference::{write_facets, write_nullable},
};
use crate::csdl::{Annotation, Annotations, Expression, Term};

pub(super) fn write_annotations(xml: &mut Markup, annotations: &[Annotation]) {
    for annotation in annotations {
        write_annotation(xml, annotation, None);
    }
}

/// Writes annotations outside of a schema, where they need the namespace of their elements.
pub(super) fn write_outer_annotations(xml: &mut Markup, annotations: &[Annotation]) {
    for annotation in annotations {
        write_annotation(xml, annotation, Some(EDM));
    }
}

fn write_annotation(xml: &mut Markup, annotation: &Annotation, namespace: Option<&str>) {
    xml.start("Annotation");
    xml.optional("xmlns", namespace);
    xml.attribute("Term", &annotation.term);
    xml.optional("Qualifier", annotation.qualifier.as_deref());
    write_value(xml, annotation.value.as_ref(), &annotation.annotations);
    xml.end();
}

/// Writes what an element has as its value: an attribute where one is enough, else an element; then annotations.
pub(super) fn write_value(xml: &mut Markup, value: Option<&Expression>, annotations: &[Annotation]) {
    match value.map(|value| (value, as_attribute(value))) {
        Some((_, Some((name, text)))) => xml.attribute(name, &text),
        Some((value, None)) => write_expression(xml, value),
        None => {}
    }
    write_annotations(xml, annotations);
}

pub(super) fn write_external(xml: &mut Markup, external: &Annotations) {
    xml.start("Annotations");
    xml.attribute("Target", &external.target);
    xml.optional("Qualifier", external.qualifier.as_deref());
    write_annotations(xml, &external.annotations);
    xml.end();
}

pub(super) fn write_term(xml: &mut Markup, term: &Term) {
    xml.start("Term");
    xml.attribute("Name", &term.name);
    xml.attribute("Type", &term.ty.to_string());
    xml.optional("BaseTerm", term.base.as_deref());
    write_nullable(xml, &term.ty);
    write_facets(xml, &term.ty.facets);
    xml.optional("DefaultValue", term.default.as_deref());
    if !term.applies_to.is_empty() {
        let kinds: Vec<&str> = term.applies_to.iter().map(|kind| &**kind).collect();
        xml.attribute("AppliesTo", &kinds.join(" "));
    }
    write_annotations(xml, &term.annotations);
    xml.end();
}
