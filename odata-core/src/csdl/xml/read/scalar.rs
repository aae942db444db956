//! Enumeration types and type definitions.

use super::{
    reader::Reader,
    rules::{ENUM_TYPE, MEMBER, TYPE_DEFINITION},
    tree::Node,
};
use crate::csdl::{EnumType, Member, PrimitiveType, TypeDefinition};

impl Reader {
    pub(super) fn enumeration(&mut self, node: &Node<'_>) -> EnumType {
        let name = node.needed("Name");
        let mark = self.enter(".", &name);
        self.check(node, &ENUM_TYPE);
        let mut members: Vec<Member> = Vec::new();
        for child in node.named("Member") {
            let before = members.last().map(|member| member.value);
            members.push(self.enum_member(child, before));
        }
        let ty = EnumType {
            name,
            underlying: node.name("UnderlyingType").filter(|underlying| *underlying != PrimitiveType::Int32.name()),
            is_flags: node.flag("IsFlags"),
            members,
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        ty
    }

    /// Reads a member. Without a value it has one more than that before it, or 0 (OData CSDL XML 4.01 §10.3).
    fn enum_member(&mut self, node: &Node<'_>, before: Option<i64>) -> Member {
        let name = node.needed("Name");
        let mark = self.enter("/", &name);
        self.check(node, &MEMBER);
        let declared = node.name("Value");
        let value = match (&declared, before) {
            (Some(value), _) => value.parse().unwrap_or_default(),
            (None, None) => 0,
            (None, Some(before)) => before.checked_add(1).unwrap_or_else(|| {
                self.fault(node.location, "`Member` has no `Value`, and the one before it has the largest");
                before
            }),
        };
        let annotations = self.annotations(node);
        self.leave(mark);
        Member { name, value, has_value: declared.is_some(), annotations, place: node.place() }
    }

    pub(super) fn definition(&mut self, node: &Node<'_>) -> TypeDefinition {
        let name = node.needed("Name");
        let mark = self.enter(".", &name);
        self.check(node, &TYPE_DEFINITION);
        let definition = TypeDefinition {
            name,
            underlying: node.needed("UnderlyingType"),
            facets: node.facets(),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        definition
    }
}
