//! What prefixes stand for (Namespaces in XML 1.0).

use std::{borrow::Cow, collections::HashMap};

use super::{
    fault::{Fault, Faults},
    lexical::shortened,
    scan::{QName, RawAttribute, StartTag},
};
use crate::csdl::xml::{EDM, EDMX};

const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

/// The namespaces of older versions, and what they are of.
const OLDER: [(&str, &str); 7] = [
    ("http://schemas.microsoft.com/ado/2007/06/edmx", "EDMX 1.0"),
    ("http://schemas.microsoft.com/ado/2006/04/edm", "CSDL 1.0"),
    ("http://schemas.microsoft.com/ado/2007/05/edm", "CSDL 1.1"),
    ("http://schemas.microsoft.com/ado/2008/01/edm", "CSDL 1.2"),
    ("http://schemas.microsoft.com/ado/2008/09/edm", "CSDL 2.0"),
    ("http://schemas.microsoft.com/ado/2009/08/edm", "CSDL 2.1"),
    ("http://schemas.microsoft.com/ado/2009/11/edm", "CSDL 3.0"),
];

/// The namespace of an element or attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// None: attributes of CSDL have none.
    None,
    Edmx,
    Edm,
    /// That of a version before 4.0, which is named.
    Older(&'static str),
    Other,
}

impl Space {
    fn of(uri: &str) -> Self {
        match uri {
            "" => Self::None,
            EDMX => Self::Edmx,
            EDM => Self::Edm,
            _ => OLDER.iter().find(|(known, _)| *known == uri).map_or(Self::Other, |(_, name)| Self::Older(name)),
        }
    }
}

/// What prefixes stand for at a place.
pub(super) struct Namespaces<'t> {
    /// The namespaces of a prefix, those of inner elements last. The empty prefix is that of names without one.
    uris: HashMap<&'t str, Vec<Cow<'t, str>>>,
    /// The prefixes in the order of their declarations.
    declared: Vec<&'t str>,
}

impl<'t> Namespaces<'t> {
    pub(super) fn new() -> Self {
        Self { uris: HashMap::from([("", vec!["".into()]), ("xml", vec![XML.into()])]), declared: Vec::new() }
    }

    /// Returns the number of declarations, for [`close`](Self::close).
    pub(super) fn len(&self) -> usize {
        self.declared.len()
    }

    /// Forgets the declarations of elements that have ended.
    pub(super) fn close(&mut self, len: usize) {
        for prefix in self.declared.drain(len..) {
            self.uris.get_mut(prefix).and_then(Vec::pop);
        }
    }

    /// Takes in the declarations of an element.
    pub(super) fn declare(&mut self, tag: &StartTag<'t>, faults: &mut Faults) {
        for attribute in &tag.attributes {
            let Some(prefix) = declared_prefix(attribute.name) else { continue };
            let uri = &attribute.value;
            let message = match prefix {
                "xmlns" => Some("the prefix `xmlns` cannot be declared".to_owned()),
                "xml" if uri != XML => Some("the prefix `xml` cannot stand for another namespace".to_owned()),
                "xml" => None,
                _ if uri == XML || uri == XMLNS => Some(format!("the namespace `{uri}` has its own prefix")),
                prefix if !prefix.is_empty() && uri.is_empty() => {
                    Some(format!("the prefix `{}` must stand for a namespace", shortened(prefix)))
                }
                _ => None,
            };
            match message {
                Some(message) => faults.add(Fault::new(attribute.location, message)),
                None => {
                    self.declared.push(prefix);
                    self.uris.entry(prefix).or_default().push(uri.clone());
                }
            }
        }
    }

    fn uri(&self, prefix: &str) -> Option<&str> {
        Some(self.uris.get(prefix)?.last()?)
    }

    /// Returns the namespace of an element; `None` where its prefix is not declared.
    pub(super) fn of_element(&self, name: QName<'_>) -> Option<Space> {
        Some(Space::of(self.uri(name.prefix.unwrap_or_default())?))
    }

    /// Returns the namespace of an attribute as its URI: an attribute without a prefix has none.
    pub(super) fn of_attribute(&self, name: QName<'_>) -> Option<&str> {
        name.prefix.map_or(Some(""), |prefix| self.uri(prefix))
    }
}

/// Returns the prefix that an attribute declares, if it does; an empty one for names without a prefix.
pub(super) fn declared_prefix(name: QName<'_>) -> Option<&str> {
    match name {
        QName { prefix: None, local: "xmlns" } => Some(""),
        QName { prefix: Some("xmlns"), local } => Some(local),
        _ => None,
    }
}

/// Reports attributes with one name: as written, or with prefixes of one namespace.
pub(super) fn check_duplicates(tag: &StartTag<'_>, namespaces: &Namespaces<'_>, faults: &mut Faults) {
    if tag.attributes.len() < 2 {
        return;
    }
    let mut names: Vec<(Option<&str>, &str, &RawAttribute<'_>)> = tag
        .attributes
        .iter()
        .map(|attribute| {
            let is_declaration = declared_prefix(attribute.name).is_some();
            let uri = if is_declaration { Some(XMLNS) } else { namespaces.of_attribute(attribute.name) };
            (uri.or(attribute.name.prefix), attribute.name.local, attribute)
        })
        .collect();
    // Stable, so that the second is the one that is reported.
    names.sort_by_key(|&(space, local, _)| (space, local));
    for pair in names.windows(2) {
        if let [(first_space, first, _), (space, local, attribute)] = pair
            && (first_space, first) == (space, local)
        {
            faults.add(Fault::new(attribute.location, format!("`{}` has `{}` twice", tag.name, attribute.name)));
        }
    }
}
