//! The members of an object by what they are.

use std::collections::HashMap;

use super::{
    Reader,
    node::{Member, Node, Value},
};
use crate::csdl::{Name, nearest::did_you_mean};

/// What an object can have.
#[derive(Clone, Copy)]
pub(super) struct Shape<'m> {
    /// What it describes, with an article.
    pub(super) noun: &'static str,
    /// The members that the standard names, all of which begin with `$`.
    pub(super) members: &'m [&'static str],
    /// Whether there are members that the document names.
    pub(super) has_children: bool,
}

/// The members of an object.
pub(super) struct Object<'n, 'j> {
    pub(super) offset: usize,
    /// Those that begin with `$`.
    fixed: Vec<&'n Member<'j>>,
    /// Those that the document names.
    pub(super) children: Vec<&'n Member<'j>>,
    pub(super) notes: Notes<'n, 'j>,
}

impl<'n, 'j> Object<'n, 'j> {
    /// Sorts the members of an object.
    pub(super) fn of(offset: usize, members: &'n [Member<'j>]) -> Self {
        let mut object = Self { offset, fixed: Vec::new(), children: Vec::new(), notes: Notes::default() };
        for member in members {
            match member.name.rsplit_once('@') {
                Some((annotated, _)) => object.notes.0.entry(annotated).or_default().push(member),
                None if member.name.starts_with('$') => object.fixed.push(member),
                None => object.children.push(member),
            }
        }
        object
    }

    /// Returns the value of a member that begins with `$`.
    pub(super) fn get(&self, name: &str) -> Option<&'n Node<'j>> {
        self.fixed.iter().find(|member| *member.name == *name).map(|member| &member.value)
    }

    /// Returns the first of some members that is there.
    pub(super) fn first_of(&self, names: &[&'static str]) -> Option<(&'static str, &'n Node<'j>)> {
        self.fixed.iter().find_map(|member| {
            let name = names.iter().find(|name| ***name == *member.name)?;
            Some((*name, &member.value))
        })
    }

    pub(super) fn has_fixed(&self) -> bool {
        !self.fixed.is_empty()
    }

    /// Returns the names that begin with `$`, with their offsets.
    pub(super) fn fixed_names(&self) -> impl Iterator<Item = (&'n str, usize)> {
        self.fixed.iter().map(|member| (&*member.name, member.offset))
    }
}

/// Annotations by the names of what they annotate; that of the object itself is empty.
#[derive(Default)]
pub(super) struct Notes<'n, 'j>(HashMap<&'n str, Vec<&'n Member<'j>>>);

impl<'n, 'j> Notes<'n, 'j> {
    /// Removes the annotations of a member or annotation.
    pub(super) fn take(&mut self, annotated: &str) -> Vec<&'n Member<'j>> {
        if self.0.is_empty() { Vec::new() } else { self.0.remove(annotated).unwrap_or_default() }
    }

    /// Removes the first of some members of the object itself.
    pub(super) fn take_one(&mut self, names: &[&str]) -> Option<&'n Node<'j>> {
        let members = self.0.get_mut("")?;
        let found = members.iter().position(|member| names.contains(&&*member.name))?;
        Some(&members.remove(found).value)
    }
}

impl<'j> Reader<'j> {
    /// Returns the members of a value that must be an object of a shape.
    pub(super) fn object<'n>(&mut self, node: &'n Node<'j>, shape: &Shape<'_>) -> Option<Object<'n, 'j>> {
        let Value::Object(members) = &node.value else {
            self.wrong_kind(node, shape.noun, "an object");
            return None;
        };
        let object = Object::of(node.offset, members);
        self.check(&object, shape);
        Some(object)
    }

    /// Reports members that objects of a shape do not have.
    pub(super) fn check(&mut self, object: &Object<'_, 'j>, shape: &Shape<'_>) {
        let Shape { noun, members, has_children } = *shape;
        let unknown = object.fixed.iter().filter(|member| !members.contains(&&*member.name));
        let children = object.children.iter().filter(|_| !has_children);
        for member in unknown.chain(children) {
            let name = &member.name;
            self.fault(member.offset, || {
                let meant = did_you_mean(name, members.iter().copied());
                format!("`{name}` is not a member of {noun}{meant}")
            });
        }
    }

    /// Reports annotations of what is not there.
    pub(super) fn finish(&mut self, object: Object<'_, 'j>) {
        for (annotated, members) in object.notes.0 {
            for member in members {
                let name = &member.name;
                self.fault(member.offset, || match annotated {
                    "" => format!("`{name}` cannot be here: this is not annotated"),
                    _ => format!("`{name}` annotates `{annotated}`, which is not there"),
                });
            }
        }
    }

    pub(super) fn wrong_kind(&mut self, node: &Node<'j>, noun: &str, expected: &str) {
        self.fault(node.offset, || format!("{noun} is {expected}, not {}", node.kind()));
    }

    /// Reads a member that is text.
    pub(super) fn text(&mut self, object: &Object<'_, 'j>, name: &str) -> Option<Name> {
        let node = object.get(name)?;
        self.text_of(node, &format!("`{name}`"))
    }

    /// Reads a member that is text and must be there.
    pub(super) fn required(&mut self, object: &Object<'_, 'j>, name: &str, noun: &str) -> Name {
        if object.get(name).is_none() {
            self.fault(object.offset, || format!("{noun} must have the member `{name}`"));
        }
        self.text(object, name).unwrap_or_default()
    }

    /// Reads text.
    pub(super) fn text_of(&mut self, node: &Node<'j>, noun: &str) -> Option<Name> {
        match &node.value {
            Value::String(text) => Some(Name::new(&**text, self.places.at(node.offset))),
            _ => {
                self.wrong_kind(node, noun, "a string");
                None
            }
        }
    }

    /// Reads a member that is `true` or `false`.
    pub(super) fn boolean(&mut self, object: &Object<'_, 'j>, name: &str) -> Option<bool> {
        let node = object.get(name)?;
        match node.value {
            Value::Boolean(value) => Some(value),
            _ => {
                self.wrong_kind(node, &format!("`{name}`"), "`true` or `false`");
                None
            }
        }
    }

    /// Reads a member that is `true` or `false`, and `false` where it is not there.
    pub(super) fn flag(&mut self, object: &Object<'_, 'j>, name: &str) -> bool {
        self.boolean(object, name).unwrap_or(false)
    }

    /// Reads a member that is a number without a sign.
    pub(super) fn unsigned(&mut self, object: &Object<'_, 'j>, name: &str) -> Option<u64> {
        let node = object.get(name)?;
        let number = match node.value {
            Value::Number(digits) => digits.parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.fault(node.offset, || format!("`{name}` must be an integer that is not negative"));
        }
        number
    }

    /// Returns the items of a member that is an array.
    pub(super) fn array<'n>(&mut self, object: &Object<'n, 'j>, name: &str) -> &'n [Node<'j>] {
        match object.get(name) {
            None => &[],
            Some(node) => self.items(node, &format!("`{name}`")),
        }
    }

    /// Returns the items of an array.
    pub(super) fn items<'n>(&mut self, node: &'n Node<'j>, noun: &str) -> &'n [Node<'j>] {
        match &node.value {
            Value::Array(items) => items,
            _ => {
                self.wrong_kind(node, noun, "an array");
                &[]
            }
        }
    }

    /// Returns the members of a member that is an object, whatever their names are.
    pub(super) fn entries<'n>(&mut self, object: &Object<'n, 'j>, name: &str) -> &'n [Member<'j>] {
        let Some(node) = object.get(name) else { return &[] };
        match &node.value {
            Value::Object(members) => members,
            _ => {
                self.wrong_kind(node, &format!("`{name}`"), "an object");
                &[]
            }
        }
    }
}
