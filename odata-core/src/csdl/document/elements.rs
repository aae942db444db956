//! The parts of a document by their names.

use std::{borrow::Cow, collections::HashMap};

use super::{Document, EntityContainer, EnumType, Operation, Property, Schema, StructuredType, Term, TypeDefinition};

/// What a qualified name stands for in a document.
#[derive(Clone, Copy, Debug)]
pub enum Element<'d> {
    /// An entity type or a complex type.
    Structured(&'d StructuredType),
    /// An enumeration type.
    Enum(&'d EnumType),
    /// A type definition.
    Definition(&'d TypeDefinition),
    /// A term.
    Term(&'d Term),
    /// An entity container.
    Container(&'d EntityContainer),
}

/// The parts of a document by their qualified names, and its aliases. Finding one takes constant time.
///
/// Of several parts with one name it has the first.
#[derive(Debug)]
pub struct Elements<'d> {
    aliases: HashMap<&'d str, &'d str>,
    named: HashMap<(&'d str, &'d str), (&'d Schema, Element<'d>)>,
    operations: HashMap<(&'d str, &'d str), Vec<&'d Operation>>,
}

impl<'d> Elements<'d> {
    /// Creates the index of a document.
    pub fn of(document: &'d Document) -> Self {
        let mut found = Self { aliases: HashMap::new(), named: HashMap::new(), operations: HashMap::new() };
        for schema in &document.schemas {
            found.add_alias(schema.alias.as_deref(), &schema.namespace);
            found.add_schema(schema);
        }
        for include in document.references.iter().flat_map(|reference| &reference.includes) {
            found.add_alias(include.alias.as_deref(), &include.namespace);
        }
        found
    }

    fn add_alias(&mut self, alias: Option<&'d str>, namespace: &'d str) {
        if let Some(alias) = alias {
            self.aliases.entry(alias).or_insert(namespace);
        }
    }

    fn add_schema(&mut self, schema: &'d Schema) {
        let structured = schema.types.iter().map(|ty| (&ty.name, Element::Structured(ty)));
        let enums = schema.enums.iter().map(|ty| (&ty.name, Element::Enum(ty)));
        let definitions = schema.definitions.iter().map(|ty| (&ty.name, Element::Definition(ty)));
        let terms = schema.terms.iter().map(|term| (&term.name, Element::Term(term)));
        let containers = schema.containers.iter().map(|container| (&container.name, Element::Container(container)));
        for (name, element) in structured.chain(enums).chain(definitions).chain(terms).chain(containers) {
            self.named.entry((&schema.namespace, name)).or_insert((schema, element));
        }
        for operation in &schema.operations {
            self.operations.entry((&schema.namespace, &operation.name)).or_default().push(operation);
        }
    }

    /// Returns the namespace that an alias stands for; any other text is returned unchanged.
    pub fn namespace<'n>(&self, alias: &'n str) -> &'n str
    where
        'd: 'n,
    {
        self.aliases.get(alias).copied().unwrap_or(alias)
    }

    /// Returns a qualified name with the namespace in place of its alias.
    pub fn qualified<'n>(&self, name: &'n str) -> Cow<'n, str> {
        match name.rsplit_once('.') {
            Some((alias, short)) => match self.aliases.get(alias) {
                Some(namespace) => Cow::Owned(format!("{namespace}.{short}")),
                None => Cow::Borrowed(name),
            },
            None => Cow::Borrowed(name),
        }
    }

    fn split<'n>(&self, name: &'n str) -> Option<(&'n str, &'n str)>
    where
        'd: 'n,
    {
        let (namespace, short) = name.rsplit_once('.')?;
        Some((self.namespace(namespace), short))
    }

    /// Returns what a qualified name stands for, with its schema; `None` for names of other documents.
    pub fn find(&self, name: &str) -> Option<(&'d Schema, Element<'d>)> {
        self.named.get(&self.split(name)?).copied()
    }

    /// Returns the entity type or complex type with a qualified name.
    pub fn structured(&self, name: &str) -> Option<&'d StructuredType> {
        match self.find(name)?.1 {
            Element::Structured(ty) => Some(ty),
            _ => None,
        }
    }

    /// Returns the overloads of the actions and functions with a qualified name.
    pub fn operations<'e>(&'e self, name: &'e str) -> &'e [&'d Operation] {
        self.split(name).and_then(|name| self.operations.get(&name)).map_or(&[], Vec::as_slice)
    }

    /// Returns a type, the one that it derives from, the base of that, and so on. Ends where a base is not part of the
    /// document, and before a type that was there already.
    pub fn chain(&self, ty: &'d StructuredType) -> impl Iterator<Item = &'d StructuredType> {
        let mut seen: Vec<&StructuredType> = Vec::new();
        std::iter::successors(Some(ty), move |level| {
            seen.push(level);
            let base = self.structured(level.base.as_deref()?)?;
            (!seen.iter().any(|known| std::ptr::eq(*known, base))).then_some(base)
        })
    }

    /// Returns the property of a type or of one of its base types.
    pub fn property(&self, ty: &'d StructuredType, name: &str) -> Option<&'d Property> {
        self.chain(ty).find_map(|level| level.property(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csdl::{PrimitiveType, TypeReference};

    fn ty(name: &str, base: Option<&str>, property: &str) -> StructuredType {
        StructuredType {
            name: name.into(),
            base: base.map(Into::into),
            properties: vec![Property {
                name: property.into(),
                ty: TypeReference::new(PrimitiveType::String.name()),
                ..Property::default()
            }],
            ..StructuredType::default()
        }
    }

    #[test]
    fn names_are_found_by_namespace_and_alias_and_circles_of_bases_end() {
        let types = vec![ty("a", Some("self.c"), "x"), ty("b", Some("fleet.a"), "y"), ty("c", Some("fleet.b"), "z")];
        let schema = Schema { namespace: "fleet".into(), alias: Some("self".into()), types, ..Schema::default() };
        let document = Document { schemas: vec![schema], ..Document::default() };
        let elements = Elements::of(&document);
        let b = elements.structured("self.b").expect("the alias stands for the namespace");
        assert_eq!(elements.structured("fleet.b"), Some(b));
        assert_eq!(elements.structured("other.b"), None);
        let chain: Vec<_> = elements.chain(b).map(|level| &*level.name.text).collect();
        assert_eq!(chain, ["b", "a", "c"]);
        assert!(elements.property(b, "z").is_some() && elements.property(b, "w").is_none());
        assert_eq!(elements.qualified("self.b"), "fleet.b");
    }
}
