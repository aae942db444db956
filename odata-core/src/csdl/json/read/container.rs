//! Entity containers.

use super::{
    Reader,
    node::{Member, Value},
    object::{Object, Shape},
};
use crate::csdl::{ContainerChild, EntityContainer, Name, NavigationPropertyBinding, OperationImport};

const CONTAINER: Shape = Shape { noun: "an entity container", members: &["$Kind", "$Extends"], has_children: true };
const SET: Shape = Shape {
    noun: "an entity set",
    members: &["$Collection", "$Type", "$NavigationPropertyBinding", "$IncludeInServiceDocument"],
    has_children: false,
};
const SINGLETON: Shape = Shape {
    noun: "a singleton",
    members: &["$Type", "$Nullable", "$NavigationPropertyBinding", "$Collection"],
    has_children: false,
};
const ACTION_IMPORT: Shape =
    Shape { noun: "an action import", members: &["$Action", "$EntitySet"], has_children: false };
const FUNCTION_IMPORT: Shape = Shape {
    noun: "a function import",
    members: &["$Function", "$EntitySet", "$IncludeInServiceDocument"],
    has_children: false,
};

impl<'j> Reader<'j> {
    pub(super) fn container(&mut self, name: Name, mut object: Object<'_, 'j>) -> EntityContainer {
        self.check(&object, &CONTAINER);
        let place = name.place;
        let mut container = EntityContainer { name, place, ..EntityContainer::default() };
        container.extends = self.text(&object, "$Extends");
        for child in &object.children {
            self.child_of_container(child, &mut container);
        }
        container.annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        container
    }

    fn child_of_container(&mut self, child: &Member<'j>, container: &mut EntityContainer) {
        let Value::Object(members) = &child.value.value else {
            self.wrong_kind(&child.value, &format!("`{}`", child.name), "an object");
            return;
        };
        let object = Object::of(child.value.offset, members);
        let name = Name::new(&*child.name, self.places.at(child.offset));
        match object.first_of(&["$Action", "$Function"]) {
            Some((member, _)) => container.imports.push(self.import(name, member, object)),
            None => container.children.push(self.set_or_singleton(name, object)),
        }
    }

    fn import(&mut self, name: Name, member: &str, mut object: Object<'_, 'j>) -> OperationImport {
        let is_function = member == "$Function";
        self.check(&object, if is_function { &FUNCTION_IMPORT } else { &ACTION_IMPORT });
        let place = name.place;
        let import = OperationImport {
            is_function,
            name,
            operation: self.text(&object, member).unwrap_or_default(),
            entity_set: self.text(&object, "$EntitySet"),
            in_service_document: self.boolean(&object, "$IncludeInServiceDocument").filter(|is_listed| *is_listed),
            annotations: self.annotations(&mut object.notes, ""),
            place,
        };
        self.finish(object);
        import
    }

    fn set_or_singleton(&mut self, name: Name, mut object: Object<'_, 'j>) -> ContainerChild {
        let is_entity_set = self.flag(&object, "$Collection");
        let shape = if is_entity_set { &SET } else { &SINGLETON };
        self.check(&object, shape);
        let place = name.place;
        let child = ContainerChild {
            is_entity_set,
            name,
            type_name: self.required(&object, "$Type", "an entity set or singleton"),
            nullable: self.flag(&object, "$Nullable"),
            in_service_document: self.boolean(&object, "$IncludeInServiceDocument").filter(|is_listed| !is_listed),
            bindings: self.bindings(&object),
            annotations: self.annotations(&mut object.notes, ""),
            place,
        };
        self.finish(object);
        child
    }

    fn bindings(&mut self, object: &Object<'_, 'j>) -> Vec<NavigationPropertyBinding> {
        let members = self.entries(object, "$NavigationPropertyBinding");
        let bindings = members.iter().filter_map(|member| {
            let path = Name::new(&*member.name, self.places.at(member.offset));
            let target = self.text_of(&member.value, "the target of a binding")?;
            Some(NavigationPropertyBinding { path, target })
        });
        bindings.collect()
    }
}
