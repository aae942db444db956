//! The entity container.

use super::{
    reader::Reader,
    rules::{ACTION_IMPORT, BINDING, ENTITY_CONTAINER, ENTITY_SET, FUNCTION_IMPORT, SINGLETON},
    tree::Node,
};
use crate::csdl::{ContainerChild, EntityContainer, NavigationPropertyBinding, OperationImport};

impl Reader {
    pub(super) fn container(&mut self, node: &Node<'_>) -> EntityContainer {
        let name = node.needed("Name");
        let mark = self.enter(".", &name);
        self.check(node, &ENTITY_CONTAINER);
        let mut container =
            EntityContainer { name, extends: node.name("Extends"), place: node.place(), ..EntityContainer::default() };
        for child in node.elements() {
            match child.name {
                "EntitySet" => container.children.push(self.child(child, true)),
                "Singleton" => container.children.push(self.child(child, false)),
                "ActionImport" => container.imports.push(self.import(child, false)),
                "FunctionImport" => container.imports.push(self.import(child, true)),
                _ => {}
            }
        }
        container.annotations = self.annotations(node);
        self.leave(mark);
        container
    }

    fn child(&mut self, node: &Node<'_>, is_entity_set: bool) -> ContainerChild {
        let name = node.needed("Name");
        let mark = self.enter("/", &name);
        let (rule, ty) = if is_entity_set { (&ENTITY_SET, "EntityType") } else { (&SINGLETON, "Type") };
        self.check(node, rule);
        let child = ContainerChild {
            is_entity_set,
            name,
            type_name: node.needed(ty),
            nullable: node.flag("Nullable"),
            // It is listed where nothing is said.
            in_service_document: node.boolean("IncludeInServiceDocument").filter(|listed| !listed),
            bindings: node.named("NavigationPropertyBinding").map(|child| self.binding(child)).collect(),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        child
    }

    fn binding(&mut self, node: &Node<'_>) -> NavigationPropertyBinding {
        self.check(node, &BINDING);
        NavigationPropertyBinding { path: node.needed("Path"), target: node.needed("Target") }
    }

    fn import(&mut self, node: &Node<'_>, is_function: bool) -> OperationImport {
        let name = node.needed("Name");
        let mark = self.enter("/", &name);
        let (rule, operation) = if is_function { (&FUNCTION_IMPORT, "Function") } else { (&ACTION_IMPORT, "Action") };
        self.check(node, rule);
        let annotations = self.annotations(node);
        self.leave(mark);
        OperationImport {
            is_function,
            name,
            operation: node.needed(operation),
            entity_set: node.name("EntitySet"),
            // It is not listed where nothing is said.
            in_service_document: node.boolean("IncludeInServiceDocument").filter(|&listed| listed),
            annotations,
            place: node.place(),
        }
    }
}
