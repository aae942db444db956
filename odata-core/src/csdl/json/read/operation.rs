//! Actions and functions.

use super::{
    Reader,
    node::{Node, Value},
    object::{Object, Shape},
    type_reference::type_members,
};
use crate::csdl::{Name, Operation, Parameter, ReturnType};

const ACTION: Shape = Shape {
    noun: "an action",
    members: &["$Kind", "$IsBound", "$EntitySetPath", "$Parameter", "$ReturnType"],
    has_children: false,
};
const FUNCTION: Shape = Shape {
    noun: "a function",
    members: &["$Kind", "$IsBound", "$EntitySetPath", "$IsComposable", "$Parameter", "$ReturnType"],
    has_children: false,
};
const PARAMETER: Shape =
    Shape { noun: "a parameter", members: type_members!["$Name", "$Nullable"], has_children: false };
const RETURN_TYPE: Shape = Shape { noun: "a return type", members: type_members!["$Nullable"], has_children: false };

impl<'j> Reader<'j> {
    /// Reads an overload of an action or function.
    pub(super) fn operation(&mut self, name: &Name, overload: &Node<'j>) -> Option<Operation> {
        let Value::Object(members) = &overload.value else {
            self.wrong_kind(overload, "an overload", "an object");
            return None;
        };
        let mut object = Object::of(overload.offset, members);
        let is_function = match &*self.required(&object, "$Kind", "an overload") {
            "Action" => false,
            "Function" => true,
            kind => {
                if let Some(node @ Node { value: Value::String(_), .. }) = object.get("$Kind") {
                    self.unknown_kind(node, kind, &["Action", "Function"]);
                }
                return None;
            }
        };
        self.check(&object, if is_function { &FUNCTION } else { &ACTION });
        let operation = Operation {
            is_function,
            name: name.clone(),
            is_bound: self.flag(&object, "$IsBound"),
            entity_set_path: self.text(&object, "$EntitySetPath"),
            is_composable: self.flag(&object, "$IsComposable"),
            parameters: self.parameters(&object),
            return_type: object.get("$ReturnType").and_then(|node| self.return_type(node)),
            annotations: self.annotations(&mut object.notes, ""),
            place: self.places.at(overload.offset),
        };
        self.finish(object);
        Some(operation)
    }

    fn parameters(&mut self, object: &Object<'_, 'j>) -> Vec<Parameter> {
        self.array(object, "$Parameter").iter().filter_map(|item| self.parameter(item)).collect()
    }

    fn parameter(&mut self, item: &Node<'j>) -> Option<Parameter> {
        let mut object = self.object(item, &PARAMETER)?;
        let name = self.required(&object, "$Name", PARAMETER.noun);
        let ty = self.type_reference(&object);
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        Some(Parameter { name, ty, annotations, place: self.places.at(item.offset) })
    }

    fn return_type(&mut self, node: &Node<'j>) -> Option<ReturnType> {
        let mut object = self.object(node, &RETURN_TYPE)?;
        let ty = self.type_reference(&object);
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        Some(ReturnType { ty, annotations, place: self.places.at(node.offset) })
    }
}
