//! The types that a document declares, as far as values of annotations need them: JSON has text for many types.

use std::{collections::HashMap, rc::Rc};

use super::node::{Member, Node, Value};
use crate::csdl::{PathKind, PrimitiveType};

/// The type of a term, or of a property of a structured value.
#[derive(Clone)]
pub(super) struct Expected {
    /// The qualified name, of the items if it is a collection.
    pub(super) name: Rc<str>,
    pub(super) collection: bool,
}

/// What a text can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Members of an enumeration type.
    Members,
    /// A value.
    Value(PrimitiveType),
    /// A path.
    Path(PathKind),
}

/// The number of base types in which a property is looked for, so that circles have an end.
const MOST_BASES: usize = 64;

/// The declared types, by names with namespaces.
#[derive(Default)]
pub(super) struct Types {
    aliases: HashMap<Box<str>, Box<str>>,
    terms: HashMap<String, Expected>,
    /// The types of properties, by the name of their structured type, `/` and their own.
    properties: HashMap<String, Expected>,
    bases: HashMap<String, Box<str>>,
    /// Enumeration types and type definitions.
    meanings: HashMap<String, Meaning>,
}

impl Types {
    /// Finds the types of a document.
    pub(super) fn of(root: &Node<'_>) -> Self {
        let mut types = Self::default();
        for schema in members(root).iter().filter(|member| !member.name.starts_with('$')) {
            if let Some(alias) = text(&schema.value, "$Alias") {
                types.aliases.insert(alias.into(), schema.name.clone());
            }
            for child in members(&schema.value) {
                types.add(format!("{}.{}", schema.name, child.name), &child.value);
            }
        }
        types
    }

    fn add(&mut self, name: String, node: &Node<'_>) {
        match text(node, "$Kind") {
            Some("Term") => _ = self.terms.insert(name, expected(node)),
            Some("EnumType") => _ = self.meanings.insert(name, Meaning::Members),
            Some("TypeDefinition") => {
                if let Some(ty) = text(node, "$UnderlyingType").and_then(PrimitiveType::from_name) {
                    self.meanings.insert(name, Meaning::Value(ty));
                }
            }
            Some("EntityType" | "ComplexType") => {
                for property in members(node).iter().filter(|member| !member.name.contains(['$', '@'])) {
                    self.properties.insert(format!("{name}/{}", property.name), expected(&property.value));
                }
                if let Some(base) = text(node, "$BaseType") {
                    self.bases.insert(name, base.into());
                }
            }
            _ => {}
        }
    }

    /// Returns the type of a term.
    pub(super) fn term(&self, name: &str) -> Option<Expected> {
        self.terms.get(&self.qualified(name)).cloned()
    }

    /// Returns the type of a property of a structured type or of one of its base types.
    pub(super) fn property(&self, ty: &str, name: &str) -> Option<Expected> {
        let mut ty = self.qualified(ty);
        for _ in 0..MOST_BASES {
            if let Some(expected) = self.properties.get(&format!("{ty}/{name}")) {
                return Some(expected.clone());
            }
            ty = self.qualified(self.bases.get(&ty)?);
        }
        None
    }

    /// Returns what a text of a type stands for.
    pub(super) fn meaning(&self, ty: &str) -> Option<Meaning> {
        Some(match ty {
            "Edm.AnnotationPath" => Meaning::Path(PathKind::Annotation),
            "Edm.AnyPropertyPath" => Meaning::Path(PathKind::AnyProperty),
            "Edm.ModelElementPath" => Meaning::Path(PathKind::ModelElement),
            "Edm.NavigationPropertyPath" => Meaning::Path(PathKind::NavigationProperty),
            "Edm.PropertyPath" => Meaning::Path(PathKind::Property),
            _ => match PrimitiveType::from_name(ty) {
                Some(primitive) => Meaning::Value(primitive),
                None => *self.meanings.get(&self.qualified(ty))?,
            },
        })
    }

    fn qualified(&self, name: &str) -> String {
        let alias = name.rsplit_once('.').and_then(|(alias, short)| Some((self.aliases.get(alias)?, short)));
        alias.map_or_else(|| name.to_owned(), |(namespace, short)| format!("{namespace}.{short}"))
    }
}

fn members<'n, 'j>(node: &'n Node<'j>) -> &'n [Member<'j>] {
    match &node.value {
        Value::Object(members) => members,
        _ => &[],
    }
}

fn get<'n, 'j>(node: &'n Node<'j>, name: &str) -> Option<&'n Value<'j>> {
    members(node).iter().find(|member| *member.name == *name).map(|member| &member.value.value)
}

fn text<'n>(node: &'n Node<'_>, name: &str) -> Option<&'n str> {
    match get(node, name)? {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// Returns the type that a term or property has.
fn expected(node: &Node<'_>) -> Expected {
    let collection = matches!(get(node, "$Collection"), Some(Value::Boolean(true)));
    Expected { name: text(node, "$Type").unwrap_or("Edm.String").into(), collection }
}
