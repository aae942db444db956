//! A reader of the part of CSDL XML that the model is compared with.

use std::collections::BTreeMap;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

/// A structured type.
#[derive(Debug, Default, PartialEq)]
pub struct Type {
    pub is_entity: bool,
    pub base: Option<String>,
    pub is_abstract: bool,
    pub key: Vec<String>,
    pub properties: BTreeMap<String, Property>,
}

/// A structural or navigation property.
#[derive(Debug, Default, PartialEq)]
pub struct Property {
    pub ty: String,
    pub nullable: bool,
    pub navigation: bool,
    pub contains_target: bool,
}

/// Returns the structured types by their qualified names.
pub fn types(csdl: &str) -> BTreeMap<String, Type> {
    let mut types = BTreeMap::new();
    let mut current = String::new();
    for (name, attributes) in elements(csdl) {
        match name.as_str() {
            "EntityType" | "ComplexType" => {
                current = format!("microsoft.graph.{}", attributes["Name"]);
                let new = Type {
                    is_entity: name == "EntityType",
                    base: attributes.get("BaseType").map(|base| qualified(base)),
                    is_abstract: attributes.get("Abstract").is_some_and(|value| value == "true"),
                    ..Type::default()
                };
                assert!(types.insert(current.clone(), new).is_none(), "{current} twice");
            }
            "PropertyRef" => types.get_mut(&current).expect("a type").key.push(attributes["Name"].clone()),
            "Property" | "NavigationProperty" => {
                let ty = qualified(&attributes["Type"]);
                let property = Property {
                    nullable: !ty.starts_with("Collection(")
                        && attributes.get("Nullable").is_none_or(|value| value == "true"),
                    ty,
                    navigation: name == "NavigationProperty",
                    contains_target: attributes.get("ContainsTarget").is_some_and(|value| value == "true"),
                };
                types.get_mut(&current).expect("a type").properties.insert(attributes["Name"].clone(), property);
            }
            _ => {}
        }
    }
    types
}

/// Returns the names and types of the singletons.
pub fn singletons(csdl: &str) -> Vec<(String, String)> {
    let singletons = elements(csdl).into_iter().filter(|(name, _)| name == "Singleton");
    singletons.map(|(_, attributes)| (attributes["Name"].clone(), qualified(&attributes["Type"]))).collect()
}

/// Returns a type's name with the namespace in place of the alias.
fn qualified(name: &str) -> String {
    match name.strip_prefix("Collection(") {
        Some(item) => format!("Collection({}", qualified(item)),
        None => name.strip_prefix("graph.").map_or_else(|| name.to_owned(), |name| format!("microsoft.graph.{name}")),
    }
}

/// Returns all elements in the order of their start tags, with their attributes.
fn elements(csdl: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut reader = Reader::from_str(csdl);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) | Event::Empty(tag) => elements.push(element(&tag)),
            Event::Eof => return elements,
            _ => {}
        }
    }
}

fn element(tag: &BytesStart<'_>) -> (String, BTreeMap<String, String>) {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.expect("a well-formed attribute");
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    (tag.local_name().as_ref().to_owned(), attributes.collect())
}
