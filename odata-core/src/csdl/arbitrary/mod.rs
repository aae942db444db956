//! Documents made from a list of choices, for property tests. A shorter list, or smaller numbers in it, make a simpler
//! document.
//!
//! They have no facts that a form of CSDL cannot say, and say none that is so without it; they need not make sense.

mod expression;

use proptest::prelude::*;

use super::{
    Annotation, Annotations, ContainerChild, Document, EntityContainer, EnumType, Facets, Include, IncludeAnnotations,
    MaxLength, Member, Name, Navigation, NavigationPropertyBinding, OnDelete, Operation, OperationImport, Parameter,
    Property, PropertyRef, Reference, ReferentialConstraint, ReturnType, Scale, Schema, StructuredKind, StructuredType,
    Term, TypeDefinition, TypeReference, Version,
};
use crate::geo::Srid;

/// Any document.
pub(crate) fn documents() -> impl Strategy<Value = Document> {
    prop::collection::vec(any::<u8>(), 0..400)
        .prop_map(|bytes| Choices { bytes: bytes.into_iter(), names: 0 }.document())
}

/// Choices, one after the other; zeros when there are no more.
struct Choices {
    bytes: std::vec::IntoIter<u8>,
    /// The number of names that were declared.
    names: usize,
}

impl Choices {
    /// A number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        usize::from(self.bytes.next().unwrap_or(0)) % bound
    }

    fn yes(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }

    fn option<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.yes().then(|| make(self))
    }

    fn some<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn identifier(&mut self) -> Name {
        self.one_of(&["a", "Name", "größe", "_1", "Edm", "true", "名前", "type"]).into()
    }

    /// A text with a number that no other has.
    fn unique(&mut self, text: impl std::fmt::Display) -> Name {
        self.names += 1;
        format!("{text}{}", self.names).into()
    }

    fn declared(&mut self) -> Name {
        let name = self.identifier();
        self.unique(name)
    }

    fn namespace(&mut self) -> Name {
        self.one_of(&["n", "self", "org.example", "a.b.c", "Größe.x_1"]).into()
    }

    fn qualified(&mut self) -> Name {
        format!("{}.{}", self.namespace(), self.identifier()).into()
    }

    fn declared_qualified(&mut self) -> Name {
        let name = self.qualified();
        self.unique(name)
    }

    fn path(&mut self) -> Name {
        self.one_of(&["a", "a/b", "org.example.T/a", "größe/n.T/b", "a.b"]).into()
    }

    fn unique_path(&mut self) -> Name {
        let path = self.path();
        self.unique(path)
    }

    /// Any text that both forms can say.
    fn text(&mut self) -> String {
        let parts = self
            .some(6, |it| it.one_of(&["x", " ", "<", "&amp;", "\"", "'", "\n", "\r\n", "\t", "]]>", "ä", "😀", ">"]));
        parts.concat()
    }

    fn document(&mut self) -> Document {
        let version = if self.yes() { Version::V4_01 } else { Version::V4_0 };
        Document { version, references: self.some(2, Self::reference), schemas: self.some(2, Self::schema) }
    }

    fn reference(&mut self) -> Reference {
        Reference {
            uri: {
                let start = self.one_of(&["https://example.org/Core", "urn:a:b", "../x?a='1'&b="]).to_owned();
                self.unique(start)
            },
            includes: self.some(2, |it| Include {
                namespace: it.declared_qualified(),
                alias: it.option(Self::declared),
                annotations: it.annotations(0),
            }),
            include_annotations: self.some(2, |it| IncludeAnnotations {
                term_namespace: it.namespace(),
                qualifier: it.option(Self::identifier),
                target_namespace: it.option(Self::namespace),
            }),
            annotations: self.annotations(0),
            ..Reference::default()
        }
    }

    fn schema(&mut self) -> Schema {
        Schema {
            namespace: self.declared_qualified(),
            alias: self.option(Self::declared),
            types: self.some(3, Self::structured),
            annotations: self.annotations(0),
            external: self.some(2, Self::external),
            operations: self.some(2, Self::operation),
            containers: self.option(Self::container).into_iter().collect(),
            enums: self.some(2, Self::enumeration),
            definitions: self.some(2, Self::definition),
            terms: self.some(2, Self::term),
            ..Schema::default()
        }
    }

    fn structured(&mut self) -> StructuredType {
        let is_entity = self.yes();
        StructuredType {
            kind: if is_entity { StructuredKind::Entity } else { StructuredKind::Complex },
            name: self.declared(),
            properties: self.some(3, Self::property),
            base: self.option(Self::qualified),
            is_abstract: self.yes(),
            is_open: self.yes(),
            has_stream: is_entity && self.yes(),
            key: if is_entity && self.yes() { Some(self.key()) } else { None },
            annotations: self.annotations(0),
            ..StructuredType::default()
        }
    }

    fn key(&mut self) -> Vec<PropertyRef> {
        let mut key = vec![PropertyRef { path: self.identifier(), alias: None }];
        key.extend(self.some(1, |it| PropertyRef { path: it.path(), alias: it.option(Self::identifier) }));
        key
    }

    fn property(&mut self) -> Property {
        if self.yes() {
            return self.navigation();
        }
        Property {
            name: self.declared(),
            ty: self.ty(),
            default: self.option(Self::text).map(Name::from),
            annotations: self.annotations(0),
            ..Property::default()
        }
    }

    fn navigation(&mut self) -> Property {
        let actions = [OnDelete::Cascade, OnDelete::None, OnDelete::SetNull, OnDelete::SetDefault];
        let on_delete = self.option(|it| actions[it.below(actions.len())]);
        let collection = self.yes();
        let nullable = if collection { None } else { self.option(|_| false) };
        Property {
            name: self.declared(),
            ty: TypeReference { name: self.qualified(), collection, nullable, ..TypeReference::default() },
            navigation: Some(Navigation {
                contains_target: self.yes(),
                partner: self.option(Self::path),
                constraints: self.some(2, |it| ReferentialConstraint {
                    property: it.unique_path(),
                    referenced: it.path(),
                    annotations: it.annotations(0),
                }),
                on_delete,
                on_delete_annotations: if on_delete.is_some() { self.annotations(0) } else { Vec::new() },
            }),
            annotations: self.annotations(0),
            ..Property::default()
        }
    }

    fn ty(&mut self) -> TypeReference {
        let collection = self.yes();
        TypeReference {
            name: self.type_name(),
            collection,
            nullable: self.option(|it| collection && it.yes()),
            facets: self.facets(),
        }
    }

    fn type_name(&mut self) -> Name {
        match self.below(3) {
            0 => self.one_of(&["Edm.String", "Edm.Int32", "Edm.Decimal", "Edm.GeographyPoint", "Edm.Untyped"]).into(),
            _ => self.qualified(),
        }
    }

    fn facets(&mut self) -> Facets {
        if !self.yes() {
            return Facets::default();
        }
        Facets {
            max_length: self.option(|it| match it.below(3) {
                0 => MaxLength::Max,
                number => MaxLength::Number(number as u64 * 40),
            }),
            precision: self.option(|it| it.below(40) as u64),
            scale: self.option(|it| match it.below(4) {
                0 => Scale::Variable,
                1 => Scale::Floating,
                number => Scale::Number(number as u64),
            }),
            unicode: self.option(|_| false),
            srid: self.option(|it| if it.yes() { Srid::Variable } else { Srid::Number(4326) }),
        }
    }

    fn enumeration(&mut self) -> EnumType {
        let mut next = 0_i64;
        EnumType {
            name: self.declared(),
            underlying: self.option(|it| it.one_of(&["Edm.Byte", "Edm.Int64"]).into()),
            is_flags: self.yes(),
            members: self.some(3, |it| {
                let value = it.option(|it| [i64::MIN, -1, 0, 7, i64::MAX - 9][it.below(5)]);
                let member = Member {
                    name: it.declared(),
                    value: value.unwrap_or(next),
                    has_value: value.is_some(),
                    annotations: it.annotations(0),
                    ..Member::default()
                };
                next = member.value + 1;
                member
            }),
            annotations: self.annotations(0),
            ..EnumType::default()
        }
    }

    fn definition(&mut self) -> TypeDefinition {
        TypeDefinition {
            name: self.declared(),
            underlying: self.one_of(&["Edm.String", "Edm.Decimal"]).into(),
            facets: self.facets(),
            annotations: self.annotations(0),
            ..TypeDefinition::default()
        }
    }

    fn term(&mut self) -> Term {
        Term {
            name: self.declared(),
            ty: self.ty(),
            base: self.option(Self::qualified),
            default: self.option(Self::text).map(Name::from),
            applies_to: self.some(3, |it| it.one_of(&["EntitySet", "Property", "n.T"]).into()),
            annotations: self.annotations(0),
            ..Term::default()
        }
    }

    fn operation(&mut self) -> Operation {
        let is_function = self.yes();
        let returned =
            |it: &mut Self| ReturnType { ty: it.ty(), annotations: it.annotations(0), ..ReturnType::default() };
        Operation {
            is_function,
            name: self.declared(),
            is_bound: self.yes(),
            entity_set_path: self.option(Self::path),
            is_composable: is_function && self.yes(),
            parameters: self.some(2, |it| Parameter {
                name: it.declared(),
                ty: it.ty(),
                annotations: it.annotations(0),
                ..Parameter::default()
            }),
            return_type: self.option(returned),
            annotations: self.annotations(0),
            ..Operation::default()
        }
    }

    fn container(&mut self) -> EntityContainer {
        EntityContainer {
            name: self.declared(),
            extends: self.option(Self::qualified),
            children: self.some(3, Self::child),
            imports: self.some(2, Self::import),
            annotations: self.annotations(0),
            ..EntityContainer::default()
        }
    }

    fn child(&mut self) -> ContainerChild {
        let is_entity_set = self.yes();
        ContainerChild {
            is_entity_set,
            name: self.declared(),
            type_name: self.qualified(),
            nullable: !is_entity_set && self.yes(),
            in_service_document: if is_entity_set { self.option(|_| false) } else { None },
            bindings: self.some(2, |it| NavigationPropertyBinding { path: it.unique_path(), target: it.path() }),
            annotations: self.annotations(0),
            ..ContainerChild::default()
        }
    }

    fn import(&mut self) -> OperationImport {
        let is_function = self.yes();
        OperationImport {
            is_function,
            name: self.declared(),
            operation: self.qualified(),
            entity_set: self.option(Self::path),
            in_service_document: if is_function { self.option(|_| true) } else { None },
            annotations: self.annotations(0),
            ..OperationImport::default()
        }
    }

    fn external(&mut self) -> Annotations {
        let targets = ["n.T", "n.T/a", "n.C/Set/a", "n.f(n.T,Collection(Edm.String))/$ReturnType", "n.T/@a.b#Q"];
        Annotations {
            target: self.one_of(&targets).into(),
            qualifier: self.option(Self::identifier),
            annotations: self.annotations(0),
            ..Annotations::default()
        }
    }

    /// Annotations at some depth of annotations.
    fn annotations(&mut self, depth: usize) -> Vec<Annotation> {
        if depth > 2 || self.below(4) != 1 {
            return Vec::new();
        }
        self.some(2, |it| Annotation {
            term: it.declared_qualified(),
            qualifier: it.option(Self::identifier),
            value: it.option(|it| it.expression(depth)),
            annotations: it.annotations(depth + 1),
            ..Annotation::default()
        })
    }
}
