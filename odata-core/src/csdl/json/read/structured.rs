//! Entity types and complex types.

use super::{
    Reader,
    node::{Member, Node, Value},
    object::{Object, Shape},
    type_reference::type_members,
};
use crate::csdl::{
    Name, Navigation, OnDelete, Property, PropertyRef, ReferentialConstraint, StructuredKind, StructuredType,
    nearest::did_you_mean,
};

const ENTITY: Shape = Shape {
    noun: "an entity type",
    members: &["$Kind", "$BaseType", "$Abstract", "$OpenType", "$HasStream", "$Key"],
    has_children: true,
};
const COMPLEX: Shape =
    Shape { noun: "a complex type", members: &["$Kind", "$BaseType", "$Abstract", "$OpenType"], has_children: true };
const PROPERTY: Shape =
    Shape { noun: "a property", members: type_members!["$Kind", "$Nullable", "$DefaultValue"], has_children: false };
const NAVIGATION: Shape = Shape {
    noun: "a navigation property",
    members: &[
        "$Kind",
        "$Type",
        "$Collection",
        "$Nullable",
        "$Partner",
        "$ContainsTarget",
        "$ReferentialConstraint",
        "$OnDelete",
    ],
    has_children: false,
};

/// The kinds of properties.
const KINDS: [&str; 2] = ["Property", "NavigationProperty"];
const ACTIONS: [&str; 4] = ["Cascade", "None", "SetNull", "SetDefault"];

impl<'j> Reader<'j> {
    pub(super) fn structured(
        &mut self,
        name: Name,
        kind: StructuredKind,
        mut object: Object<'_, 'j>,
    ) -> StructuredType {
        self.check(&object, if kind == StructuredKind::Entity { &ENTITY } else { &COMPLEX });
        let place = name.place;
        let mut ty = StructuredType { kind, name, place, ..StructuredType::default() };
        ty.base = self.text(&object, "$BaseType");
        ty.is_abstract = self.flag(&object, "$Abstract");
        ty.is_open = self.flag(&object, "$OpenType");
        ty.has_stream = self.flag(&object, "$HasStream");
        if let Some(node) = object.get("$Key") {
            ty.key = Some(self.items(node, "`$Key`").iter().filter_map(|part| self.key_part(part)).collect());
        }
        ty.properties = object.children.iter().filter_map(|child| self.property(child)).collect();
        ty.annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        ty
    }

    /// Reads a part of the key: the name of a property, or its alias with its path.
    fn key_part(&mut self, part: &Node<'j>) -> Option<PropertyRef> {
        match &part.value {
            Value::String(path) => {
                Some(PropertyRef { path: Name::new(&**path, self.places.at(part.offset)), alias: None })
            }
            Value::Object(members) if members.len() == 1 => {
                let member = members.first()?;
                let path = self.text_of(&member.value, "the path of a part of the key")?;
                let alias = Some(Name::new(&*member.name, self.places.at(member.offset)));
                Some(PropertyRef { path, alias })
            }
            _ => {
                self.fault(part.offset, || {
                    "a part of the key is a name, or an object of one alias with its path".to_owned()
                });
                None
            }
        }
    }

    fn property(&mut self, member: &Member<'j>) -> Option<Property> {
        let Value::Object(members) = &member.value.value else {
            self.wrong_kind(&member.value, "a property", "an object");
            return None;
        };
        let mut object = Object::of(member.value.offset, members);
        let place = self.places.at(member.offset);
        let name = Name::new(&*member.name, place);
        let mut property = Property { name, place, ..Property::default() };
        match self.text(&object, "$Kind").as_deref() {
            None | Some("Property") => {
                self.check(&object, &PROPERTY);
                property.ty = self.type_reference(&object);
                property.default = self.default_value(&object);
            }
            Some("NavigationProperty") => {
                self.check(&object, &NAVIGATION);
                property.ty = self.target_type(&object);
                property.navigation = Some(self.navigation(&mut object));
            }
            Some(kind) => {
                self.unknown_kind(object.get("$Kind")?, kind, &KINDS);
                return None;
            }
        }
        property.annotations = self.annotations(&mut object.notes, "");
        self.finish(object);
        Some(property)
    }

    fn navigation(&mut self, object: &mut Object<'_, 'j>) -> Navigation {
        let partner = self.text(object, "$Partner");
        let contains_target = self.flag(object, "$ContainsTarget");
        let constraints = match object.get("$ReferentialConstraint") {
            Some(node) => self.constraints(node),
            None => Vec::new(),
        };
        let on_delete = object.get("$OnDelete").and_then(|node| self.on_delete(node));
        let on_delete_annotations = match object.get("$OnDelete") {
            Some(_) => self.annotations(&mut object.notes, "$OnDelete"),
            None => Vec::new(),
        };
        Navigation { contains_target, partner, constraints, on_delete, on_delete_annotations }
    }

    fn constraints(&mut self, node: &Node<'j>) -> Vec<ReferentialConstraint> {
        let Value::Object(members) = &node.value else {
            self.wrong_kind(node, "`$ReferentialConstraint`", "an object");
            return Vec::new();
        };
        let mut object = Object::of(node.offset, members);
        let mut constraints = Vec::new();
        for member in std::mem::take(&mut object.children) {
            let annotations = self.annotations(&mut object.notes, &member.name);
            if let Some(referenced) = self.text_of(&member.value, "the path of the property of the related entity") {
                let property = Name::new(&*member.name, self.places.at(member.offset));
                constraints.push(ReferentialConstraint { property, referenced, annotations });
            }
        }
        self.check(&object, &Shape { noun: "`$ReferentialConstraint`", members: &[], has_children: true });
        self.finish(object);
        constraints
    }

    fn on_delete(&mut self, node: &Node<'j>) -> Option<OnDelete> {
        let name = self.text_of(node, "`$OnDelete`")?;
        let action = OnDelete::from_name(&name);
        if action.is_none() {
            self.fault(node.offset, || format!("unknown action `{name}`{}", did_you_mean(&name, ACTIONS)));
        }
        action
    }

    /// Reads a default value as its literal.
    pub(super) fn default_value(&mut self, object: &Object<'_, 'j>) -> Option<Name> {
        let node = object.get("$DefaultValue")?;
        let literal = match &node.value {
            Value::Boolean(value) => {
                if *value {
                    "true"
                } else {
                    "false"
                }
            }
            Value::Number(digits) => digits,
            Value::String(text) => text,
            Value::Null => "null",
            Value::Array(_) | Value::Object(_) => {
                self.wrong_kind(node, "`$DefaultValue`", "a primitive value");
                return None;
            }
        };
        Some(Name::new(literal, self.places.at(node.offset)))
    }
}
