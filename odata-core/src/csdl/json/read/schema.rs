//! Schemas.

use super::{
    Reader,
    node::{Member, Node, Value},
    object::{Object, Shape},
};
use crate::csdl::{Annotations, Name, Schema, StructuredKind, nearest::did_you_mean};

const SCHEMA: Shape = Shape { noun: "a schema", members: &["$Alias", "$Annotations"], has_children: true };
const TARGET: Shape = Shape { noun: "a target of annotations", members: &[], has_children: false };

/// The kinds of the children of a schema that are objects.
const KINDS: [&str; 6] = ["EntityType", "ComplexType", "EnumType", "TypeDefinition", "Term", "EntityContainer"];

impl<'j> Reader<'j> {
    pub(super) fn schema(&mut self, member: &Member<'j>) -> Schema {
        let place = self.places.at(member.offset);
        let namespace = Name::new(&*member.name, place);
        let mut schema = Schema { namespace, place, ..Schema::default() };
        let Some(mut object) = self.object(&member.value, &SCHEMA) else { return schema };
        schema.alias = self.text(&object, "$Alias");
        for child in &object.children {
            self.child_of_schema(child, &mut schema);
        }
        for target in self.entries(&object, "$Annotations") {
            schema.external.extend(self.target(target));
        }
        schema.annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        schema
    }

    fn child_of_schema(&mut self, child: &Member<'j>, schema: &mut Schema) {
        let name = Name::new(&*child.name, self.places.at(child.offset));
        match &child.value.value {
            Value::Array(overloads) => {
                for overload in overloads {
                    schema.operations.extend(self.operation(&name, overload));
                }
            }
            Value::Object(members) => {
                let object = Object::of(child.value.offset, members);
                self.object_of_schema(name, object, schema);
            }
            _ => {
                let noun = format!("`{name}`");
                self.wrong_kind(&child.value, &noun, "an object, or an array of overloads");
            }
        }
    }

    fn object_of_schema(&mut self, name: Name, object: Object<'_, 'j>, schema: &mut Schema) {
        let Some(node) = object.get("$Kind") else {
            self.fault(object.offset, || format!("`{name}` must have the member `$Kind`"));
            return;
        };
        let Some(kind) = self.text_of(node, "`$Kind`") else { return };
        match &*kind {
            "EntityType" => schema.types.push(self.structured(name, StructuredKind::Entity, object)),
            "ComplexType" => schema.types.push(self.structured(name, StructuredKind::Complex, object)),
            "EnumType" => schema.enums.push(self.enumeration(name, object)),
            "TypeDefinition" => schema.definitions.push(self.definition(name, object)),
            "Term" => schema.terms.push(self.term(name, object)),
            "EntityContainer" => schema.containers.push(self.container(name, object)),
            "Action" | "Function" => self.fault(object.offset, || {
                format!("`{name}` must be an array: the overloads of an action or function are its items")
            }),
            _ => self.unknown_kind(node, &kind, &KINDS),
        }
    }

    pub(super) fn unknown_kind(&mut self, node: &Node<'j>, kind: &str, known: &[&str]) {
        self.fault(node.offset, || format!("unknown kind `{kind}`{}", did_you_mean(kind, known.iter().copied())));
    }

    /// Reads the annotations of one target.
    fn target(&mut self, member: &Member<'j>) -> Option<Annotations> {
        let place = self.places.at(member.offset);
        let mut object = self.object(&member.value, &TARGET)?;
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        Some(Annotations { target: Name::new(&*member.name, place), qualifier: None, annotations, place })
    }
}
