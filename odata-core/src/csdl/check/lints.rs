//! What a document is allowed to have and should not, or what all clients read as it is meant.

use std::collections::HashMap;

use super::{
    super::{Document, Element, Facets, HostElement, Name, Place, StructuredKind, TypeReference, Version},
    faults::{Faults, place_of},
    index::{Found, Index, Visit},
    targets::Target,
};
use crate::error::Error;

impl Document {
    /// Returns what the document should not have, although it does no harm, each like a fault of [`check`](Self::check):
    ///
    /// - names of one scope that differ only in the case of their letters (N7),
    /// - types that do not repeat that they are open, or have a stream, as their base types (T5, T6), and streams that
    ///   begin below a base type (T6),
    /// - in version 4.0, collections that do not say whether items can be null (F8), and `Unicode` of parameters and of
    ///   what is returned (F4),
    /// - `Nullable` of collections of entities that are returned (O9),
    /// - terms at elements that they are not meant for (A4), of the terms that the document declares.
    pub fn lints(&self) -> Vec<Error> {
        let index = Index::of(self);
        let mut lints = Faults::default();
        twins(&index, &mut lints);
        inherited_facts(&index, &mut lints);
        values(&index, &mut lints);
        applied_elsewhere(&index, &mut lints, |name| match index.elements.find(name) {
            Some((_, Element::Term(term))) => term.applies_to.iter().map(|kind| &*kind.text).collect(),
            _ => Vec::new(),
        });
        lints.into_errors()
    }
}

/// Returns the names that differ only in the case of their letters, which many clients and stores treat as the same.
pub(crate) fn twin_names(document: &Document) -> Vec<Error> {
    let mut lints = Faults::default();
    twins(&Index::of(document), &mut lints);
    lints.into_errors()
}

/// Returns the terms at elements that they are not meant for, where `kinds` are what the term with a name is meant for;
/// none if that is not known, or everything.
pub(crate) fn misapplied<'k>(document: &Document, kinds: impl Fn(&str) -> Vec<&'k str>) -> Vec<Error> {
    let mut lints = Faults::default();
    applied_elsewhere(&Index::of(document), &mut lints, kinds);
    lints.into_errors()
}

/// The names of one scope, by their lower case.
#[derive(Default)]
struct Scope<'d>(HashMap<String, &'d str>);

impl<'d> Scope<'d> {
    /// Adds a name. Returns a message if another name differs only in case.
    fn add(&mut self, name: &'d Name) -> Option<String> {
        let first = *self.0.entry(name.to_lowercase()).or_insert(name);
        (name != first).then(|| format!("`{name}` and `{first}` differ only in case"))
    }
}

/// N7: names of one scope differ in more than the case of their letters.
fn twins(index: &Index<'_>, lints: &mut Faults) {
    let rule = "N7, OData CSDL 4.01 §3.1";
    for schema in &index.document.schemas {
        let mut scope = Scope::default();
        let mut add = |name, outer, lints: &mut Faults| {
            if let Some(message) = scope.add(name) {
                lints.add(rule, place_of(name, outer), format!("{}.{name}", schema.namespace), message);
            }
        };
        schema.types.iter().for_each(|ty| add(&ty.name, ty.place, lints));
        schema.enums.iter().for_each(|ty| add(&ty.name, ty.place, lints));
        schema.definitions.iter().for_each(|ty| add(&ty.name, ty.place, lints));
        schema.terms.iter().for_each(|term| add(&term.name, term.place, lints));
        schema.containers.iter().for_each(|container| add(&container.name, container.place, lints));
        for ty in &schema.enums {
            let members = ty.members.iter().map(|member| (&member.name, member.place));
            within(&format!("{}.{}", schema.namespace, ty.name), members, lints);
        }
        for container in &schema.containers {
            let children = container.children.iter().map(|child| (&child.name, child.place));
            let imports = container.imports.iter().map(|import| (&import.name, import.place));
            within(&format!("{}.{}", schema.namespace, container.name), children.chain(imports), lints);
        }
    }
    inherited_twins(index, lints);
}

/// N7 of properties, with those of base types.
fn inherited_twins(index: &Index<'_>, lints: &mut Faults) {
    let mut known: HashMap<String, Vec<&Name>> = HashMap::new();
    for visit in index.visits() {
        let (Visit::Enter(id) | Visit::Leave(id)) = visit;
        for property in &index.levels[id].ty.properties {
            let before = known.entry(property.name.to_lowercase()).or_default();
            if let Visit::Leave(_) = visit {
                before.pop();
                continue;
            }
            let name = &property.name;
            if let Some(first) = before.first().filter(|first| first.text != name.text) {
                let message = format!("`{name}` and `{first}` differ only in case");
                let place = place_of(name, property.place);
                lints.add("N7, OData CSDL 4.01 §3.1", place, index.target(id, name), message);
            }
            before.push(name);
        }
    }
}

fn within<'d>(owner: &str, names: impl Iterator<Item = (&'d Name, Place)>, lints: &mut Faults) {
    let mut scope = Scope::default();
    for (name, outer) in names {
        if let Some(message) = scope.add(name) {
            lints.add("N7, OData CSDL 4.01 §3.1", place_of(name, outer), format!("{owner}/{name}"), message);
        }
    }
}

/// T5 and T6: a type says again that it is open, and has a stream, where a base type says it.
fn inherited_facts(index: &Index<'_>, lints: &mut Faults) {
    for (id, level) in index.levels.iter().enumerate() {
        let Some(base) = level.base else { continue };
        let place = level.ty.place;
        let mut bases = index.chain(id).skip(1).map(|base| index.levels[base].ty);
        if !level.ty.is_open && bases.any(|base| base.is_open) {
            let message =
                format!("the type derives from the open type `{}` and does not say that it is open", index.name(base));
            lints.add("T5, OData CSDL 4.01 §6.3, §9.3", place, index.name(id), message);
        }
        if level.ty.kind == StructuredKind::Entity {
            let has_stream = index.chain(id).skip(1).any(|base| index.levels[base].ty.has_stream);
            let message = match (level.ty.has_stream, has_stream) {
                (false, true) => "the type derives from a media entity type and does not say that it is one",
                (true, false) if place.item().is_none() => "a media entity type derives from one that is none",
                _ => continue,
            };
            lints.add("T6, OData CSDL 4.01 §6.4", place, index.name(id), message);
        }
    }
}

/// F4, F8 and O9: what is said of values.
fn values(index: &Index<'_>, lints: &mut Faults) {
    let is_old = index.document.version == Version::V4_0;
    for (id, property) in index.properties() {
        if is_old && is_silent(&property.ty) && property.navigation.is_none() {
            let message = "the collection does not say whether its items can be null";
            lints.add("F8, OData CSDL 4.01 §7.2.1", property.place, index.target(id, &property.name), message);
        }
    }
    for schema in &index.document.schemas {
        for operation in &schema.operations {
            let name = format!("{}.{}", schema.namespace, operation.name);
            let has_unicode = |facets: &Facets| is_old && facets.unicode.is_some();
            let message = "OData 4.0 has `Unicode` of properties alone";
            for parameter in operation.parameters.iter().filter(|parameter| has_unicode(&parameter.ty.facets)) {
                let target = format!("{name}/{}", parameter.name);
                lints.add("F4, OData CSDL 4.01 §17", parameter.place, target, message);
            }
            let Some(returned) = &operation.return_type else { continue };
            if has_unicode(&returned.ty.facets) {
                lints.add("F4, OData CSDL 4.01 §17", returned.place, format!("{name}/$ReturnType"), message);
            }
            let is_entity = match index.find(&returned.ty.name) {
                Found::Structured(id) => !index.is_complex(id),
                Found::Abstract(name) => name == "Edm.EntityType",
                _ => false,
            };
            if is_entity && returned.ty.collection && returned.ty.nullable.is_some() {
                let message = "a collection of entities that is returned has no `Nullable`";
                lints.add("O9, OData CSDL 4.01 §12.8", returned.place, format!("{name}/$ReturnType"), message);
            }
        }
    }
}

/// Returns whether a collection does not say whether its items can be null.
pub(super) fn is_silent(ty: &TypeReference) -> bool {
    ty.collection && ty.nullable.is_none()
}

/// A4: a term is applied to what it is meant for. Those of other documents are not known.
fn applied_elsewhere<'k>(index: &Index<'_>, lints: &mut Faults, kinds: impl Fn(&str) -> Vec<&'k str>) {
    for host in index.document.hosts() {
        for annotation in host.annotations {
            let kinds = kinds(&annotation.term);
            let is_collection = match host.element {
                HostElement::Property(_, _, property) => property.ty.collection,
                HostElement::Child(_, _, child) => child.is_entity_set,
                _ => false,
            };
            let fits = |kind: &&str| *kind == host.kind || *kind == "Collection" && is_collection;
            if !kinds.is_empty() && !kinds.iter().any(fits) {
                let message = format!("`{}` is not meant for {}", annotation.term, host.kind);
                let place = place_of(&annotation.term, host.place);
                lints.add("A4, OData CSDL 4.01 §14.1.2", place, Target::of(index, host.element).path, message);
            }
        }
    }
}
