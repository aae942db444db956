//! The document itself and its references.

use std::collections::HashSet;

use super::{
    super::uri,
    Reader,
    node::{Member, Node, Value},
    object::{Object, Shape},
};
use crate::csdl::{
    Document, Include, IncludeAnnotations, Name, Reference, StructuredKind, Version, nearest::did_you_mean,
};

const DOCUMENT: Shape =
    Shape { noun: "a document", members: &["$Version", "$EntityContainer", "$Reference"], has_children: true };
const REFERENCE: Shape =
    Shape { noun: "a reference", members: &["$Include", "$IncludeAnnotations"], has_children: false };
const INCLUDE: Shape = Shape { noun: "an included schema", members: &["$Namespace", "$Alias"], has_children: false };
const INCLUDE_ANNOTATIONS: Shape = Shape {
    noun: "an item of `$IncludeAnnotations`",
    members: &["$TermNamespace", "$Qualifier", "$TargetNamespace"],
    has_children: false,
};

impl<'j> Reader<'j> {
    pub(super) fn document(&mut self, root: &Node<'j>) -> Document {
        let Some(object) = self.object(root, &DOCUMENT) else { return Document::default() };
        let version = self.version(&object);
        let references = self.references(&object);
        let schemas = object.children.iter().map(|member| self.schema(member)).collect();
        let mut document = Document { version, references, schemas };
        self.entity_container(&object, &document);
        self.finish(object);
        drop_nullable_entities(&mut document);
        document
    }

    fn version(&mut self, object: &Object<'_, 'j>) -> Version {
        let text = self.required(object, "$Version", "a document");
        match &*text {
            "4.0" => Version::V4_0,
            "4.01" => Version::V4_01,
            _ => {
                if let Some(Node { offset, value: Value::String(_) }) = object.get("$Version") {
                    self.fault(*offset, || format!("version `{text}` is not read, but `4.0` and `4.01`"));
                }
                Version::default()
            }
        }
    }

    /// Checks the name of the container, which says nothing that the rest does not say.
    fn entity_container(&mut self, object: &Object<'_, 'j>, document: &Document) {
        let Some(name) = self.text(object, "$EntityContainer") else { return };
        let namespace = name.rsplit_once('.').map_or("", |(namespace, _)| namespace);
        let is_included =
            document.references.iter().flat_map(|reference| &reference.includes).any(|it| it.namespace == namespace);
        let containers = document.schemas.iter().flat_map(|schema| {
            let name = move |name: &Name| format!("{}.{name}", schema.namespace);
            schema.containers.iter().map(move |container| name(&container.name))
        });
        let containers: Vec<_> = containers.collect();
        if let Some(node) = object.get("$EntityContainer")
            && !is_included
            && !containers.iter().any(|container| name == container.as_str())
        {
            self.fault(node.offset, || {
                let meant = did_you_mean(&name, containers.iter().map(String::as_str));
                format!("the document has no entity container with the qualified name `{name}`{meant}")
            });
        }
    }

    fn references(&mut self, object: &Object<'_, 'j>) -> Vec<Reference> {
        let members = self.entries(object, "$Reference");
        members.iter().filter_map(|member| self.reference(member)).collect()
    }

    fn reference(&mut self, member: &Member<'j>) -> Option<Reference> {
        let place = self.places.at(member.offset);
        let mut object = self.object(&member.value, &REFERENCE)?;
        let includes = self.array(&object, "$Include").iter().filter_map(|item| self.include(item)).collect();
        let include_annotations = self.array(&object, "$IncludeAnnotations");
        let include_annotations =
            include_annotations.iter().filter_map(|item| self.include_annotations(item)).collect();
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        let uri = Name::new(uri::to_xml(&member.name), place);
        Some(Reference { uri, includes, include_annotations, annotations, place })
    }

    fn include(&mut self, item: &Node<'j>) -> Option<Include> {
        let mut object = self.object(item, &INCLUDE)?;
        let namespace = self.required(&object, "$Namespace", INCLUDE.noun);
        let alias = self.text(&object, "$Alias");
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        Some(Include { namespace, alias, annotations })
    }

    fn include_annotations(&mut self, item: &Node<'j>) -> Option<IncludeAnnotations> {
        let object = self.object(item, &INCLUDE_ANNOTATIONS)?;
        let term_namespace = self.required(&object, "$TermNamespace", INCLUDE_ANNOTATIONS.noun);
        let qualifier = self.text(&object, "$Qualifier");
        let target_namespace = self.text(&object, "$TargetNamespace");
        self.finish(object);
        Some(IncludeAnnotations { term_namespace, qualifier, target_namespace })
    }
}

/// Leaves out whether items of collections of entities are null, which nothing says (OData CSDL JSON 4.01 §12.8).
fn drop_nullable_entities(document: &mut Document) {
    let mut entities = HashSet::from(["Edm.EntityType".to_owned()]);
    for schema in &document.schemas {
        for ty in schema.types.iter().filter(|ty| ty.kind == StructuredKind::Entity) {
            let names = std::iter::once(&schema.namespace).chain(&schema.alias);
            entities.extend(names.map(|namespace| format!("{namespace}.{}", ty.name)));
        }
    }
    for operation in document.schemas.iter_mut().flat_map(|schema| &mut schema.operations) {
        let parameters = operation.parameters.iter_mut().map(|parameter| &mut parameter.ty);
        for ty in parameters.chain(operation.return_type.as_mut().map(|returned| &mut returned.ty)) {
            if ty.collection && ty.nullable == Some(false) && entities.contains(&*ty.name) {
                ty.nullable = None;
            }
        }
    }
}
