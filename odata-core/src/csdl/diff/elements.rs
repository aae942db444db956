//! What schemas declare by name: types and terms.

use std::collections::BTreeMap;

use super::{
    super::{Annotation, Document, Element, Elements, EnumType, Name, Place, StructuredKind, Term, TypeDefinition},
    Aspect, Change, Clients, Flag, Found, Part,
    annotations::Annotated,
    detail, flag, pairs, structured, type_reference,
};

/// A type or a term with its part's name and place.
struct Named<'d> {
    element: Element<'d>,
    part: Part,
    place: Place,
}

/// Returns the types and terms of a document by their qualified names.
fn named(document: &Document) -> BTreeMap<String, Named<'_>> {
    let mut found = BTreeMap::new();
    for schema in &document.schemas {
        let structured = schema.types.iter().map(|ty| {
            let part = match ty.kind {
                StructuredKind::Entity => Part::EntityType,
                StructuredKind::Complex => Part::ComplexType,
            };
            (&ty.name, Named { element: Element::Structured(ty), part, place: ty.place })
        });
        let enums = schema
            .enums
            .iter()
            .map(|ty| (&ty.name, Named { element: Element::Enum(ty), part: Part::EnumType, place: ty.place }));
        let definitions = schema.definitions.iter().map(|ty| {
            (&ty.name, Named { element: Element::Definition(ty), part: Part::TypeDefinition, place: ty.place })
        });
        let terms = schema
            .terms
            .iter()
            .map(|term| (&term.name, Named { element: Element::Term(term), part: Part::Term, place: term.place }));
        for (name, element) in structured.chain(enums).chain(definitions).chain(terms) {
            found.entry(qualified(&schema.namespace, name)).or_insert(element);
        }
    }
    found
}

pub(super) fn qualified(namespace: &str, name: &str) -> String {
    format!("{namespace}.{name}")
}

/// Compares the types and terms of two documents.
pub(super) fn compare(old: &Document, new: &Document, annotated: &Annotated<'_>, found: &mut Found) {
    let (old_elements, new_elements) = (Elements::of(old), Elements::of(new));
    let (old, new) = (named(old), named(new));
    let by_name = |named: &BTreeMap<String, Named<'_>>| named.keys().cloned().collect::<Vec<_>>();
    let mut names = by_name(&old);
    names.extend(by_name(&new));
    names.sort_unstable();
    names.dedup();
    for name in &names {
        match (old.get(name), new.get(name)) {
            (Some(old), Some(new)) => {
                let places = (old.place, new.place);
                match (old.element, new.element) {
                    (Element::Structured(_), Element::Structured(_)) if old.part == new.part => {
                        structured::compare(name, &old_elements, &new_elements, annotated, found);
                    }
                    (Element::Enum(old), Element::Enum(new)) => compare_enums(name, old, new, found),
                    (Element::Definition(old), Element::Definition(new)) => {
                        let changes = definition_changes(old, new);
                        changes.for_each(|change| found.change(name, change, places, Clients::Break));
                    }
                    (Element::Term(old), Element::Term(new)) => {
                        let changes = term_changes(old, new);
                        changes.for_each(|change| found.change(name, change, places, Clients::Break));
                    }
                    _ => {
                        let change = Change::Kind { old: old.part, new: new.part };
                        found.change(name, change, places, Clients::Break);
                        found.whole.insert(name.clone());
                    }
                }
            }
            (Some(old), None) => found.removed(name, old.part, old.place),
            (None, Some(new)) => found.added(name, new.part, new.place, Clients::Safe),
            (None, None) => {}
        }
    }
}

fn compare_enums(name: &str, old: &EnumType, new: &EnumType, found: &mut Found) {
    let places = (old.place, new.place);
    let changes = detail(Aspect::Underlying, old.underlying.as_ref(), new.underlying.as_ref()).into_iter().chain(flag(
        Flag::Flags,
        old.is_flags,
        new.is_flags,
    ));
    changes.for_each(|change| found.change(name, change, places, Clients::Break));
    for (member, pair) in pairs(&old.members, &new.members, |member| &*member.name.text) {
        let target = format!("{name}/{member}");
        match pair {
            (Some(old), Some(new)) if old.value != new.value => {
                let change = Change::Value { old: old.value, new: new.value };
                found.change(&target, change, (old.place, new.place), Clients::Break);
            }
            (Some(old), None) => found.removed(&target, Part::Member, old.place),
            // The standard does not have it among the safe additions: clients may know all members.
            (None, Some(new)) => found.added(&target, Part::Member, new.place, Clients::Break),
            _ => {}
        }
    }
}

fn definition_changes(old: &TypeDefinition, new: &TypeDefinition) -> impl Iterator<Item = Change> {
    let underlying = detail(Aspect::Underlying, Some(&old.underlying), Some(&new.underlying));
    underlying.into_iter().chain(type_reference::facets(old.facets, new.facets))
}

fn term_changes(old: &Term, new: &Term) -> impl Iterator<Item = Change> {
    let applies_to = |term: &Term| {
        let mut kinds: Vec<_> = term.applies_to.iter().map(|kind| kind.text.clone()).collect();
        kinds.sort_unstable();
        kinds
    };
    let (old_kinds, new_kinds) = (applies_to(old), applies_to(new));
    let kinds =
        (old_kinds != new_kinds).then_some(Change::List { aspect: Aspect::AppliesTo, old: old_kinds, new: new_kinds });
    type_reference::changes(Aspect::Type, &old.ty, &new.ty)
        .into_iter()
        .chain(detail(Aspect::Base, old.base.as_ref(), new.base.as_ref()))
        .chain(detail(Aspect::Default, old.default.as_ref(), new.default.as_ref()))
        .chain(kinds)
}

/// Adds the annotations of types and terms by their targets.
pub(super) fn annotated<'d>(document: &'d Document, add: &mut dyn FnMut(String, &'d [Annotation])) {
    for schema in &document.schemas {
        let name = |name: &Name| qualified(&schema.namespace, name);
        schema.definitions.iter().for_each(|ty| add(name(&ty.name), &ty.annotations));
        schema.terms.iter().for_each(|term| add(name(&term.name), &term.annotations));
        for ty in &schema.enums {
            add(name(&ty.name), &ty.annotations);
            for member in &ty.members {
                add(format!("{}/{}", name(&ty.name), member.name), &member.annotations);
            }
        }
        for ty in &schema.types {
            structured::annotated(&name(&ty.name), ty, add);
        }
    }
}
