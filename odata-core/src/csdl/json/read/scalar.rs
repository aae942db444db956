//! Enumeration types and type definitions.

use super::{
    Reader,
    node::{Member as JsonMember, Value},
    object::{Object, Shape},
};
use crate::csdl::{EnumType, Member, Name, TypeDefinition};

const ENUM: Shape =
    Shape { noun: "an enumeration type", members: &["$Kind", "$UnderlyingType", "$IsFlags"], has_children: true };
const DEFINITION: Shape = Shape {
    noun: "a type definition",
    members: &["$Kind", "$UnderlyingType", "$MaxLength", "$Unicode", "$Precision", "$Scale", "$SRID"],
    has_children: false,
};

impl<'j> Reader<'j> {
    pub(super) fn enumeration(&mut self, name: Name, mut object: Object<'_, 'j>) -> EnumType {
        self.check(&object, &ENUM);
        let underlying = self.text(&object, "$UnderlyingType").filter(|name| name != "Edm.Int32");
        let is_flags = self.flag(&object, "$IsFlags");
        let children = std::mem::take(&mut object.children);
        let members = children.into_iter().map(|member| self.enum_member(member, &mut object)).collect();
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        let place = name.place;
        EnumType { name, underlying, is_flags, members, annotations, place }
    }

    fn enum_member(&mut self, member: &JsonMember<'j>, object: &mut Object<'_, 'j>) -> Member {
        let place = self.places.at(member.offset);
        let value = match member.value.value {
            Value::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        if value.is_none() {
            self.fault(member.value.offset, || {
                format!("the value of the member `{}` must be an integer of 64 bits", member.name)
            });
        }
        Member {
            name: Name::new(&*member.name, place),
            value: value.unwrap_or_default(),
            has_value: true,
            annotations: self.annotations(&mut object.notes, &member.name),
            place,
        }
    }

    pub(super) fn definition(&mut self, name: Name, mut object: Object<'_, 'j>) -> TypeDefinition {
        self.check(&object, &DEFINITION);
        let underlying = self.required(&object, "$UnderlyingType", DEFINITION.noun);
        let facets = self.facets(&object);
        let annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        let place = name.place;
        TypeDefinition { name, underlying, facets, annotations, place }
    }
}
