//! Annotations by what they annotate, whether they are where it is declared or apart from it.

use std::collections::BTreeMap;

use super::{
    super::{Annotation, Document, Elements, Expression, Place},
    Change, Clients, Edit, Found, container, elements, operation, pairs, reference, structured, terms,
    value::key,
};

/// All annotations of a document, by the paths of what they annotate.
pub(super) struct Annotated<'d>(BTreeMap<String, Vec<&'d Annotation>>);

impl<'d> Annotated<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut found: BTreeMap<_, Vec<&Annotation>> = BTreeMap::new();
        let mut add = |target: String, annotations: &'d [Annotation]| {
            if !annotations.is_empty() {
                found.entry(target).or_default().extend(annotations);
            }
        };
        document.schemas.iter().for_each(|schema| add(schema.namespace.text.clone(), &schema.annotations));
        elements::annotated(document, &mut add);
        operation::annotated(document, &mut add);
        container::annotated(document, &mut add);
        reference::annotated(document, &mut add);
        for external in document.schemas.iter().flat_map(|schema| &schema.external) {
            for target in operation::targets(document, &external.target) {
                add(target, &external.annotations);
            }
        }
        Self(found)
    }

    fn at(&self, target: &str) -> &[&'d Annotation] {
        self.0.get(target).map_or(&[], Vec::as_slice)
    }

    fn get(&self, target: &str, (term, qualifier): (&str, Option<&str>)) -> Option<&'d Annotation> {
        self.at(target).iter().copied().find(|annotation| key(annotation) == (term, qualifier))
    }

    /// Returns whether a target has an annotation of the term, without a qualifier.
    pub(super) fn has(&self, target: &str, term: &str) -> bool {
        self.get(target, (term, None)).is_some()
    }

    /// Returns whether a target has the term, which is true where it has no value, without a qualifier.
    pub(super) fn says(&self, target: &str, term: &str) -> bool {
        let found = self.get(target, (term, None));
        found.is_some_and(|found| found.value.as_ref().and_then(Expression::as_bool) != Some(false))
    }
}

/// Compares the annotations of what both documents have.
pub(super) fn compare(
    (old, old_annotated): (&Document, &Annotated<'_>),
    (new, new_annotated): (&Document, &Annotated<'_>),
    found: &mut Found,
) {
    let (old_elements, new_elements) = (Elements::of(old), Elements::of(new));
    let targets = |annotated: &Annotated<'_>| annotated.0.keys().cloned().collect::<Vec<_>>();
    let mut all = targets(old_annotated);
    all.extend(targets(new_annotated));
    all.sort_unstable();
    all.dedup();
    for target in all.iter().filter(|target| !is_part_of_whole(target, found)).collect::<Vec<_>>() {
        for (key, pair) in pairs(old_annotated.at(target), new_annotated.at(target), |annotation| key(annotation)) {
            let inherited = |elements: &Elements<'_>, annotated: &Annotated<'_>, value: &Annotation| {
                inherited(elements, annotated, target, key).is_some_and(|base| base == value)
            };
            let (edit, places) = match pair {
                (Some(old), Some(new)) if old != new => (Edit::Changed, (old.place, new.place)),
                (Some(old), None) if !inherited(&new_elements, new_annotated, old) => {
                    (Edit::Removed, (old.place, Place::Unknown))
                }
                (None, Some(new)) if !inherited(&old_elements, old_annotated, new) => {
                    (Edit::Added, (Place::Unknown, new.place))
                }
                _ => continue,
            };
            let (term, qualifier) = (key.0.to_owned(), key.1.map(str::to_owned));
            let clients = Clients::safe_if(!terms::breaks_clients(&term, edit));
            found.change(target, Change::Annotation { term, qualifier, edit }, places, clients);
        }
    }
}

/// Returns whether only one of the documents has the target or what it is part of.
fn is_part_of_whole(target: &str, found: &Found) -> bool {
    let ends = target.match_indices('/').map(|(end, _)| end).chain([target.len()]);
    ends.into_iter().any(|end| found.whole.contains(&target[..end]))
}

/// Returns the annotation of a property where a base type declares the property.
fn inherited<'d>(
    elements: &Elements<'_>,
    annotated: &Annotated<'d>,
    target: &str,
    key: (&str, Option<&str>),
) -> Option<&'d Annotation> {
    let (name, property) = target.split_once('/')?;
    let mut levels = structured::levels(name, elements).skip(1);
    levels.find_map(|(level, _)| annotated.get(&format!("{level}/{property}"), key))
}
