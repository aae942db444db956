//! Actions and functions.

use super::{
    reader::Reader,
    rules::{ACTION, FUNCTION, PARAMETER, RETURN_TYPE},
    tree::Node,
};
use crate::csdl::{Operation, Parameter, ReturnType};

impl Reader {
    pub(super) fn operation(&mut self, node: &Node<'_>, is_function: bool) -> Operation {
        let name = node.needed("Name");
        let mark = self.enter(".", &name);
        self.check(node, if is_function { &FUNCTION } else { &ACTION });
        let operation = Operation {
            is_function,
            name,
            is_bound: node.flag("IsBound"),
            entity_set_path: node.name("EntitySetPath"),
            is_composable: node.flag("IsComposable"),
            parameters: node.named("Parameter").map(|child| self.parameter(child)).collect(),
            return_type: node.named("ReturnType").next().map(|child| self.return_type(child)),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        operation
    }

    fn parameter(&mut self, node: &Node<'_>) -> Parameter {
        let name = node.needed("Name");
        let mark = self.enter("/", &name);
        self.check(node, &PARAMETER);
        let annotations = self.annotations(node);
        self.leave(mark);
        Parameter { name, ty: node.ty(), annotations, place: node.place() }
    }

    fn return_type(&mut self, node: &Node<'_>) -> ReturnType {
        let mark = self.enter("/", "$ReturnType");
        self.check(node, &RETURN_TYPE);
        let annotations = self.annotations(node);
        self.leave(mark);
        ReturnType { ty: node.ty(), annotations, place: node.place() }
    }
}
