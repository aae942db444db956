//! Annotations that a container declares for parts of the document, and for what is declared elsewhere.

use super::{annotations::declared, split};
use crate::{
    csdl::{Annotation, Annotations, Document, Place, RustItem},
    edm::{ContainerDescriptor, DocumentPart},
};

/// Adds the annotations of schemas, references and includes, and those that are apart from what they annotate: these are
/// in the schema of the container.
pub(super) fn annotate(document: &mut Document, container: &ContainerDescriptor) {
    let place = Place::Item(RustItem::new(container.rust_name));
    for found in container.document_annotations() {
        let annotation = declared(std::iter::once(found.annotation()), place);
        if let Some(annotations) = annotations_of(document, found.part()) {
            annotations.extend(annotation);
        }
    }
    let mut external: Vec<Annotations> = Vec::new();
    for found in container.external_annotations() {
        let target = found.target().to_string();
        let annotation = declared(std::iter::once(found.annotation()), place);
        match external.iter_mut().find(|known| known.target == *target) {
            Some(known) => known.annotations.extend(annotation),
            None => external.push(Annotations {
                target: target.into(),
                annotations: annotation.collect(),
                place,
                ..Annotations::default()
            }),
        }
    }
    let namespace = split(container.name).0;
    if let Some(schema) = document.schemas.iter_mut().find(|schema| schema.namespace == *namespace) {
        schema.external = external;
    }
}

fn annotations_of(document: &mut Document, part: DocumentPart) -> Option<&mut Vec<Annotation>> {
    match part {
        DocumentPart::Schema(namespace) => {
            let mut schemas = document.schemas.iter_mut();
            schemas.find(|schema| schema.namespace == *namespace).map(|schema| &mut schema.annotations)
        }
        DocumentPart::Include(namespace) => {
            let mut includes = document.references.iter_mut().flat_map(|reference| &mut reference.includes);
            includes.find(|include| include.namespace == *namespace).map(|include| &mut include.annotations)
        }
        DocumentPart::Reference(uri) => {
            let mut references = document.references.iter_mut();
            references.find(|reference| reference.uri == *uri).map(|reference| &mut reference.annotations)
        }
    }
}
