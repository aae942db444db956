//! Entity containers.

use super::Writer;
use crate::csdl::{ContainerChild, EntityContainer, OperationImport, Schema};

impl Writer<'_> {
    pub(super) fn container(&mut self, schema: &Schema, container: &EntityContainer) {
        let qualified = format!("{}.{}", schema.namespace, container.name);
        let own = format!("{}/", self.names.short(&qualified));
        self.json.name(&container.name);
        self.json.begin_object();
        self.json.string_member("$Kind", "EntityContainer");
        self.optional_name("$Extends", container.extends.as_deref());
        for child in &container.children {
            self.child(child, &own);
        }
        for import in &container.imports {
            self.import(import, &own);
        }
        self.annotations("", &container.annotations);
        self.json.end_object();
    }

    fn child(&mut self, child: &ContainerChild, own: &str) {
        self.json.name(&child.name);
        self.json.begin_object();
        self.json.flag("$Collection", child.is_entity_set);
        self.name_member("$Type", &child.type_name);
        self.json.flag("$Nullable", child.nullable && !child.is_entity_set);
        if !child.bindings.is_empty() {
            self.json.name("$NavigationPropertyBinding");
            self.json.begin_object();
            for binding in &child.bindings {
                let path = self.names.short(&binding.path).into_owned();
                self.target(&path, &binding.target, own);
            }
            self.json.end_object();
        }
        if child.is_entity_set && child.in_service_document == Some(false) {
            self.json.name("$IncludeInServiceDocument");
            self.json.boolean(false);
        }
        self.annotations("", &child.annotations);
        self.json.end_object();
    }

    fn import(&mut self, import: &OperationImport, own: &str) {
        self.json.name(&import.name);
        self.json.begin_object();
        self.name_member(if import.is_function { "$Function" } else { "$Action" }, &import.operation);
        if let Some(set) = &import.entity_set {
            self.target("$EntitySet", set, own);
        }
        self.json.flag("$IncludeInServiceDocument", import.is_function && import.in_service_document == Some(true));
        self.annotations("", &import.annotations);
        self.json.end_object();
    }

    /// Writes a path to an entity set, singleton or contained entities; in the same container, without its name.
    fn target(&mut self, member: &str, target: &str, own: &str) {
        let target = self.names.short(target);
        self.json.string_member(member, target.strip_prefix(own).unwrap_or(&target));
    }
}
