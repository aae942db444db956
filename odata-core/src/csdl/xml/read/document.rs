//! The document itself, its references and schemas.

use super::{
    lexical::version,
    namespaces::Space,
    reader::Reader,
    rules::{DATA_SERVICES, EDMX, INCLUDE, INCLUDE_ANNOTATIONS, REFERENCE, SCHEMA},
    tree::Node,
};
use crate::csdl::{Document, Include, IncludeAnnotations, Reference, Schema, StructuredKind};

impl Reader {
    pub(super) fn document(&mut self, root: &Node<'_>) -> Document {
        match root.space {
            Space::Edmx if root.name == EDMX.name => {}
            Space::Older(older) => {
                let message = format!("the document is one of {older}: those of versions 4.0 and 4.01 are read");
                self.fault(root.location, message);
                return Document::default();
            }
            _ => {
                let message = format!("the root element is not `Edmx` of the namespace `{}`", crate::csdl::xml::EDMX);
                self.fault(root.location, message);
                return Document::default();
            }
        }
        self.check(root, &EDMX);
        let version = root.name("Version").and_then(|text| version(&text)).unwrap_or_default();
        let references = root.named("Reference").map(|child| self.reference(child)).collect();
        let mut document = Document { version, references, ..Document::default() };
        let mut services = root.named("DataServices").peekable();
        if services.peek().is_none() {
            self.fault(root.location, "`Edmx` has no `DataServices`");
        }
        for services in services {
            self.check(services, &DATA_SERVICES);
            document.schemas.extend(services.named("Schema").map(|child| self.schema(child)));
        }
        document
    }

    fn reference(&mut self, node: &Node<'_>) -> Reference {
        self.check(node, &REFERENCE);
        let (mut includes, mut include_annotations) = (Vec::new(), Vec::new());
        for child in node.elements() {
            match child.name {
                "Include" => includes.push(self.include(child)),
                "IncludeAnnotations" => include_annotations.push(self.include_annotations(child)),
                _ => {}
            }
        }
        Reference {
            uri: node.needed("Uri"),
            includes,
            include_annotations,
            annotations: self.annotations(node),
            place: node.place(),
        }
    }

    fn include(&mut self, node: &Node<'_>) -> Include {
        self.check(node, &INCLUDE);
        Include { namespace: node.needed("Namespace"), alias: node.name("Alias"), annotations: self.annotations(node) }
    }

    fn include_annotations(&mut self, node: &Node<'_>) -> IncludeAnnotations {
        self.check(node, &INCLUDE_ANNOTATIONS);
        IncludeAnnotations {
            term_namespace: node.needed("TermNamespace"),
            qualifier: node.name("Qualifier"),
            target_namespace: node.name("TargetNamespace"),
        }
    }

    fn schema(&mut self, node: &Node<'_>) -> Schema {
        let namespace = node.needed("Namespace");
        let mark = self.enter("", &namespace);
        self.check(node, &SCHEMA);
        let mut schema = Schema { namespace, alias: node.name("Alias"), place: node.place(), ..Schema::default() };
        for child in node.elements() {
            match child.name {
                "EntityType" => schema.types.push(self.structured(child, StructuredKind::Entity)),
                "ComplexType" => schema.types.push(self.structured(child, StructuredKind::Complex)),
                "TypeDefinition" => schema.definitions.push(self.definition(child)),
                "EnumType" => schema.enums.push(self.enumeration(child)),
                "Action" => schema.operations.push(self.operation(child, false)),
                "Function" => schema.operations.push(self.operation(child, true)),
                "Term" => schema.terms.push(self.term(child)),
                "Annotations" => schema.external.push(self.external(child)),
                "EntityContainer" => schema.containers.push(self.container(child)),
                _ => {}
            }
        }
        schema.annotations = self.annotations(node);
        self.leave(mark);
        schema
    }
}
