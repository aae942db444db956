//! References to other documents.

use super::{Markup, annotation::write_outer_annotations};
use crate::csdl::Reference;

pub(super) fn write_reference(xml: &mut Markup, reference: &Reference) {
    xml.start("edmx:Reference");
    xml.attribute("Uri", &reference.uri);
    for include in &reference.includes {
        xml.start("edmx:Include");
        xml.attribute("Namespace", &include.namespace);
        xml.optional("Alias", include.alias.as_deref());
        write_outer_annotations(xml, &include.annotations);
        xml.end();
    }
    for annotations in &reference.include_annotations {
        xml.start("edmx:IncludeAnnotations");
        xml.attribute("TermNamespace", &annotations.term_namespace);
        xml.optional("Qualifier", annotations.qualifier.as_deref());
        xml.optional("TargetNamespace", annotations.target_namespace.as_deref());
        xml.end();
    }
    write_outer_annotations(xml, &reference.annotations);
    xml.end();
}
