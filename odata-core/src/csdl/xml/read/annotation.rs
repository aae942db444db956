//! Annotations and terms.

use super::{
    reader::Reader,
    rules::{ANNOTATION, ANNOTATIONS, TERM},
    tree::Node,
};
use crate::csdl::{Annotation, Annotations, Term};

impl Reader {
    /// Reads the annotations of an element.
    pub(super) fn annotations(&mut self, node: &Node<'_>) -> Vec<Annotation> {
        node.named("Annotation").map(|child| self.annotation(child)).collect()
    }

    fn annotation(&mut self, node: &Node<'_>) -> Annotation {
        let (term, qualifier) = (node.needed("Term"), node.name("Qualifier"));
        let segment = qualifier.as_ref().map(|qualifier| format!("{term}#{qualifier}"));
        let mark = self.enter("/@", segment.as_deref().unwrap_or(&term));
        self.check(node, &ANNOTATION);
        let annotation = Annotation {
            term,
            qualifier,
            value: self.value(node),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        annotation
    }

    pub(super) fn external(&mut self, node: &Node<'_>) -> Annotations {
        let target = node.needed("Target");
        let mark = self.enter_path(&target);
        self.check(node, &ANNOTATIONS);
        let annotations = self.annotations(node);
        self.leave(mark);
        Annotations { target, qualifier: node.name("Qualifier"), annotations, place: node.place() }
    }

    pub(super) fn term(&mut self, node: &Node<'_>) -> Term {
        let name = node.needed("Name");
        let mark = self.enter(".", &name);
        self.check(node, &TERM);
        let term = Term {
            name,
            ty: node.ty(),
            base: node.name("BaseTerm"),
            default: node.literal("DefaultValue"),
            applies_to: node.names("AppliesTo"),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        term
    }
}
