//! A document as a diagram.

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
};

use super::{
    ContainerChild, Document, EnumType, Property, PropertyRef, StructuredKind, StructuredType, TypeReference,
    diff::normal,
};

/// Returns a diagram of the types of a document, as Mermaid draws it (`classDiagram`): types with their properties and
/// bases, enumeration types with their members, and navigation properties as arrows with the number of entities that they
/// lead to, which start with a diamond where the entities are part of the one that they are reached from. Entity sets and
/// singletons are arrows of the container.
///
/// The same document has the same diagram; it is in the order of the document.
///
/// ```
/// use odata_core::{Model, Nav, ODataContainer, ODataEntity, csdl::{self, Document}};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     pub name: Option<String>,
///     #[odata(contains_target)]
///     pub trips: Nav<Vec<Trip>>,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.trip")]
/// pub struct Trip {
///     #[odata(key)]
///     pub number: i32,
/// }
///
/// #[derive(ODataContainer)]
/// #[odata(type = "fleet.Fleet")]
/// pub struct Fleet {
///     #[odata(entity_set)]
///     pub vehicles: Vec<Vehicle>,
/// }
///
/// let diagram = csdl::diagram(&Document::from(&Model::of::<Fleet>()?));
/// assert_eq!(diagram, r#"classDiagram
///     class trip {
///         <<entity>>
///         key number: Int32
///     }
///     class vehicle {
///         <<entity>>
///         key id: Int32
///         name: String?
///     }
///     vehicle *-- "0..*" trip : trips
///     class Fleet {
///         <<container>>
///     }
///     Fleet --> "0..*" vehicle : vehicles
/// "#);
/// # Ok::<(), odata_core::Error>(())
/// ```
pub fn diagram(document: &Document) -> String {
    let document = normal(document);
    let mut diagram = Diagram { ids: ids(&document), text: "classDiagram\n".to_owned() };
    for schema in &document.schemas {
        let name = |name: &str| format!("{}.{name}", schema.namespace);
        for definition in &schema.definitions {
            let underlying = short(&definition.underlying).to_owned();
            diagram.class(&name(&definition.name), "type definition", [underlying]);
        }
        schema.enums.iter().for_each(|ty| diagram.enumeration(&name(&ty.name), ty));
        schema.types.iter().for_each(|ty| diagram.structured(&name(&ty.name), ty));
    }
    for schema in &document.schemas {
        for container in &schema.containers {
            let name = format!("{}.{}", schema.namespace, container.name);
            diagram.class(&name, "container", []);
            container.children.iter().for_each(|child| diagram.child(&name, child));
        }
    }
    diagram.text
}

struct Diagram {
    /// What the diagram calls the types, by their qualified names.
    ids: HashMap<String, String>,
    text: String,
}

/// Returns a name for each type and container: the short one where no other has it.
fn ids(document: &Document) -> HashMap<String, String> {
    let names: Vec<_> = document
        .schemas
        .iter()
        .flat_map(|schema| {
            let types = schema.types.iter().map(|ty| &ty.name).chain(schema.enums.iter().map(|ty| &ty.name));
            let others = schema.definitions.iter().map(|ty| &ty.name);
            let containers = schema.containers.iter().map(|container| &container.name);
            types.chain(others).chain(containers).map(|name| (&*schema.namespace.text, &*name.text))
        })
        .collect();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for (_, name) in &names {
        *numbers.entry(name).or_default() += 1;
    }
    let id = |(namespace, name): &(&str, &str)| {
        let qualified = format!("{namespace}.{name}");
        let id = if numbers[name] == 1 { quoted(name) } else { quoted(&qualified) };
        (qualified, id)
    };
    names.iter().map(id).collect()
}

/// Returns a name as Mermaid reads it, which takes some words and characters for its own.
fn quoted(name: &str) -> String {
    const WORDS: [&str; 12] = [
        "callback",
        "class",
        "classDef",
        "click",
        "cssClass",
        "default",
        "direction",
        "end",
        "link",
        "namespace",
        "note",
        "style",
    ];
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_plain && !WORDS.contains(&name) { name.to_owned() } else { format!("`{name}`") }
}

/// Returns a name without its namespace.
fn short(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

impl Diagram {
    fn line(&mut self, indent: usize, text: fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        _ = writeln!(self.text, "{:indent$}{text}", "", indent = 4 * indent);
    }

    fn id(&self, name: &str) -> String {
        self.ids.get(name).cloned().unwrap_or_else(|| quoted(name))
    }

    fn class(&mut self, name: &str, kind: &str, members: impl IntoIterator<Item = String>) {
        let id = self.id(name);
        self.line(1, format_args!("class {id} {{"));
        self.line(2, format_args!("<<{kind}>>"));
        members.into_iter().for_each(|member| self.line(2, format_args!("{member}")));
        self.line(1, format_args!("}}"));
    }

    fn enumeration(&mut self, name: &str, ty: &EnumType) {
        let members = ty.members.iter().map(|member| member.name.text.clone());
        self.class(name, if ty.is_flags { "flags" } else { "enumeration" }, members);
    }

    fn structured(&mut self, name: &str, ty: &StructuredType) {
        let words = [
            ty.is_abstract.then_some("abstract"),
            ty.is_open.then_some("open"),
            ty.has_stream.then_some("media"),
            Some(if ty.kind == StructuredKind::Entity { "entity" } else { "complex" }),
        ];
        let kind: Vec<_> = words.into_iter().flatten().collect();
        let key = ty.key.as_deref().unwrap_or_default();
        let structural = ty.properties.iter().filter(|property| property.navigation.is_none());
        let members: Vec<_> = structural.map(|property| self.member(property, key)).collect();
        self.class(name, &kind.join(" "), members);
        let id = self.id(name);
        if let Some(base) = &ty.base {
            let base = self.id(base);
            self.line(1, format_args!("{base} <|-- {id}"));
        }
        for property in &ty.properties {
            if let Some(navigation) = &property.navigation {
                let arrow = if navigation.contains_target { "*--" } else { "-->" };
                let (number, target) = (number(&property.ty), self.id(&property.ty.name));
                self.line(1, format_args!("{id} {arrow} \"{number}\" {target} : {}", property.name));
            }
        }
    }

    /// Returns a structural property as `name: Type`, with `?` where it can be null and `[]` where it is a collection.
    fn member(&self, property: &Property, key: &[PropertyRef]) -> String {
        let ty = &property.ty;
        let is_key = key.iter().any(|part| part.path == *property.name.text);
        let name = self.ids.get(&*ty.name.text).map_or_else(|| short(&ty.name), |id| id.trim_matches('`'));
        let null = if ty.is_nullable() { "?" } else { "" };
        let many = if ty.collection { "[]" } else { "" };
        format!("{}{}: {name}{null}{many}", if is_key { "key " } else { "" }, property.name)
    }

    fn child(&mut self, container: &str, child: &ContainerChild) {
        let number = match (child.is_entity_set, child.nullable) {
            (true, _) => "0..*",
            (false, true) => "0..1",
            (false, false) => "1",
        };
        let (container, target) = (self.id(container), self.id(&child.type_name));
        self.line(1, format_args!("{container} --> \"{number}\" {target} : {}", child.name));
    }
}

/// Returns how many entities a navigation property leads to.
fn number(ty: &TypeReference) -> &'static str {
    match (ty.collection, ty.is_nullable()) {
        (true, _) => "0..*",
        (false, true) => "0..1",
        (false, false) => "1",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csdl::{Name, Schema};

    #[test]
    fn names_that_two_schemas_have_and_words_of_mermaid_are_quoted() {
        let ty = |name: &str, base: Option<&str>| StructuredType {
            name: name.into(),
            base: base.map(Name::from),
            kind: StructuredKind::Complex,
            is_open: true,
            ..StructuredType::default()
        };
        let schema = |namespace: &str, alias: &str, types| Schema {
            namespace: namespace.into(),
            alias: Some(alias.into()),
            types,
            ..Schema::default()
        };
        let one = schema("a.b", "one", vec![ty("same", None), ty("end", Some("two.same"))]);
        let other = schema("c", "two", vec![ty("same", Some("other.document"))]);
        let document = Document { schemas: vec![one, other], ..Document::default() };
        let lines: Vec<_> = diagram(&document).lines().map(str::trim).map(str::to_owned).collect();
        for line in ["class `a.b.same` {", "class `end` {", "`c.same` <|-- `end`", "`other.document` <|-- `c.same`"] {
            assert!(lines.iter().any(|found| found == line), "{line}: {lines:?}");
        }
        assert!(lines.contains(&"<<open complex>>".to_owned()));
    }

    #[test]
    fn members_say_what_they_hold() {
        let property = |name: &str, ty: &str, collection, nullable| Property {
            name: name.into(),
            ty: TypeReference { collection, nullable: Some(nullable), ..TypeReference::new(ty) },
            ..Property::default()
        };
        let ty = StructuredType {
            name: "t".into(),
            properties: vec![
                property("a", "Edm.Int32", false, true),
                property("b", "s.e", true, false),
                property("c", "x.y", true, true),
            ],
            ..StructuredType::default()
        };
        let schema = Schema {
            namespace: "s".into(),
            types: vec![ty],
            enums: vec![EnumType { name: "e".into(), is_flags: true, ..EnumType::default() }],
            ..Schema::default()
        };
        let text = diagram(&Document { schemas: vec![schema], ..Document::default() });
        for line in ["a: Int32?", "b: e[]", "c: y?[]", "<<flags>>"] {
            assert!(text.lines().any(|found| found.trim() == line), "{line}: {text}");
        }
    }
}
