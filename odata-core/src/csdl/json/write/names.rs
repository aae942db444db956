//! Names as the JSON form spells them: with aliases wherever there are any.

use std::{borrow::Cow, collections::HashMap};

use super::super::uri;
use crate::csdl::{Document, Element, Elements, PrimitiveType};

/// What the names of a document stand for.
pub(super) struct Names<'d> {
    /// Aliases by their namespaces.
    aliases: HashMap<&'d str, &'d str>,
    /// The URLs of other documents by the namespaces and aliases of what is included from them.
    uris: HashMap<&'d str, Cow<'d, str>>,
    elements: Elements<'d>,
}

impl<'d> Names<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut found = Self { aliases: HashMap::new(), uris: HashMap::new(), elements: Elements::of(document) };
        for schema in &document.schemas {
            if let Some(alias) = &schema.alias {
                found.aliases.insert(&schema.namespace, alias);
            }
        }
        for reference in &document.references {
            for include in &reference.includes {
                found.uris.insert(&include.namespace, uri::to_json(&reference.uri));
                if let Some(alias) = &include.alias {
                    found.aliases.entry(&include.namespace).or_insert(alias);
                    found.uris.insert(alias, uri::to_json(&reference.uri));
                }
            }
        }
        found
    }

    /// Returns a name, path or target with aliases in place of namespaces.
    pub(super) fn short<'n>(&self, text: &'n str) -> Cow<'n, str> {
        if self.aliases.is_empty() || !text.contains('.') {
            return Cow::Borrowed(text);
        }
        let mut short = String::with_capacity(text.len());
        let mut is_quoted = false;
        for piece in text.split_inclusive(ends_name) {
            let name = piece.trim_end_matches(ends_name);
            let alias = match name.rsplit_once('.') {
                Some((namespace, _)) if !is_quoted => self.aliases.get(namespace).map(|alias| (alias, namespace.len())),
                _ => None,
            };
            match alias {
                Some((alias, length)) => short.extend([*alias, &piece[length..]]),
                None => short.push_str(piece),
            }
            is_quoted ^= piece.ends_with('\'');
        }
        Cow::Owned(short)
    }

    /// Returns the primitive type that a name stands for, or that its type definition is based on.
    pub(super) fn primitive(&self, name: &str) -> Option<PrimitiveType> {
        match self.elements.find(name) {
            Some((_, Element::Definition(definition))) => PrimitiveType::from_name(&definition.underlying),
            Some(_) => None,
            None => PrimitiveType::from_name(name),
        }
    }

    /// Returns what a name stands for, if that is in the document.
    pub(super) fn element(&self, name: &str) -> Option<Element<'d>> {
        self.elements.find(name).map(|(_, element)| element)
    }

    /// Returns the URL of a type of this document or of one that it refers to (OData JSON 4.01 §4.6.3).
    pub(super) fn type_uri(&self, name: &str) -> String {
        let namespace = name.rsplit_once('.').map_or("", |(namespace, _)| namespace);
        let document = self.uris.get(namespace).map_or("", |uri| uri);
        format!("{document}#{}", self.short(name))
    }
}

/// Returns whether a character ends a qualified name in a path or target.
fn ends_name(character: char) -> bool {
    matches!(character, '/' | '@' | '#' | '(' | ')' | ',' | '=' | '\'' | ' ')
}
