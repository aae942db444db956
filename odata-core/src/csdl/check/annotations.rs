//! Annotations (OData CSDL 4.01 §14.2).

use std::collections::{HashMap, HashSet, hash_map::Entry};

use super::{
    super::{Annotation, Document, Element, Expression, Name, Place, ValuePart, value_parts},
    faults::{Faults, other, place_of},
    identifier::identifier_fault,
    index::Index,
    targets::{Target, external},
    values,
};

/// The annotations of one part of the document, together or apart from it.
struct Hosted<'d> {
    target: Target,
    annotations: &'d [Annotation],
    /// The qualifier of all of them.
    qualifier: Option<&'d Name>,
    /// Whether they are apart from what they are about.
    is_external: bool,
    place: Place,
}

/// A1, A2 and A5 to A10: all annotations of the document.
pub(super) fn annotations(index: &Index<'_>, faults: &mut Faults) {
    let targets = external(index, faults);
    let mut hosted: Vec<_> = index
        .document
        .hosts()
        .into_iter()
        .map(|host| Hosted {
            target: Target::of(index, host.element),
            annotations: host.annotations,
            qualifier: None,
            is_external: false,
            place: host.place,
        })
        .collect();
    let blocks = index.document.schemas.iter().flat_map(|schema| &schema.external);
    hosted.extend(blocks.zip(targets).map(|(block, target)| Hosted {
        // What is declared elsewhere is known by its text.
        target: target.unwrap_or_else(|| Target { path: block.target.text.clone(), scope: None }),
        annotations: &block.annotations,
        qualifier: block.qualifier.as_ref(),
        is_external: true,
        place: block.place,
    }));
    unique(index, &hosted, faults);
    for host in &hosted {
        for annotation in host.annotations {
            if let (Some(_), Some(qualifier)) = (host.qualifier, &annotation.qualifier) {
                let message = "the annotation has a qualifier, and so have all that it is together with";
                let place = place_of(qualifier, annotation.place);
                faults.add("A5, OData CSDL 4.01 §14.2.1", place, &*host.target.path, message);
            }
        }
        parts(index, host, faults);
        values::values(index, &host.target, host.annotations, faults);
    }
    labels(index, faults);
}

/// What is applied once: a term with a qualifier, to a target.
type Applied<'h> = (&'h str, String, Option<&'h str>);

fn applied<'h>(index: &Index<'_>, host: &'h Hosted<'_>, annotation: &'h Annotation, term: &str) -> Applied<'h> {
    let qualifier = annotation.qualifier.as_ref().or(host.qualifier).map(|qualifier| &*qualifier.text);
    (&host.target.path, index.elements.qualified(term).into_owned(), qualifier)
}

/// A1 and A10: a term is applied once with a qualifier, and together with its base term.
fn unique(index: &Index<'_>, hosted: &[Hosted<'_>], faults: &mut Faults) {
    // Each with the first place, and with the part of the document that has it.
    let mut known: HashMap<Applied<'_>, (Place, &Hosted<'_>)> = HashMap::new();
    // Parts of the document that have no path are not compared.
    let all = || all(hosted).filter(|(host, _)| !host.target.path.is_empty());
    for (host, annotation) in all() {
        let place = place_or(place_of(&annotation.term, annotation.place), host);
        match known.entry(applied(index, host, annotation, &annotation.term)) {
            Entry::Vacant(free) => drop(free.insert((place, host))),
            Entry::Occupied(taken) => {
                let (first, first_host) = *taken.get();
                // Two parts with one path are a fault of another rule, or an action and a function.
                if std::ptr::eq(first_host, host) || first_host.is_external || host.is_external {
                    let with = match taken.key().2 {
                        Some(qualifier) => format!(" with the qualifier `{qualifier}`"),
                        None => String::new(),
                    };
                    let first = other(first, "the one");
                    let message = format!("`{}` is applied twice{with}, first by {first}", annotation.term);
                    faults.add("A1, OData CSDL 4.01 §14.2.1", place, &*host.target.path, message);
                }
            }
        }
    }
    for (host, annotation) in all() {
        let Some((_, Element::Term(term))) = index.elements.find(&annotation.term) else { continue };
        let Some(base) = &term.base else { continue };
        if !known.contains_key(&applied(index, host, annotation, base)) {
            let message = format!("`{}` is applied without its base term `{base}`", annotation.term);
            let place = place_or(place_of(&annotation.term, annotation.place), host);
            faults.add("A10, OData CSDL 4.01 §14.1.1", place, &*host.target.path, message);
        }
    }
}

fn all<'h, 'd>(hosted: &'h [Hosted<'d>]) -> impl Iterator<Item = (&'h Hosted<'d>, &'d Annotation)> {
    hosted.iter().flat_map(|host| host.annotations.iter().map(move |annotation| (host, annotation)))
}

fn place_or(place: Place, host: &Hosted<'_>) -> Place {
    if matches!(place, Place::Unknown) { host.place } else { place }
}

/// A1 within values, A2, A5 and A9: the annotations of one part with all that is in them.
fn parts(index: &Index<'_>, host: &Hosted<'_>, faults: &mut Faults) {
    let target = &*host.target.path;
    for part in value_parts(host.annotations) {
        match part {
            ValuePart::Annotation(annotation) => {
                let place = place_or(place_of(&annotation.term, annotation.place), host);
                if !is_unchecked(annotation) {
                    term(index, annotation, (place, target), faults);
                }
                if let Some(qualifier) = &annotation.qualifier
                    && let Some(message) = identifier_fault(qualifier)
                {
                    let place = place_of(qualifier, place);
                    faults.add("A5, OData CSDL 4.01 §14.2.1", place, target, message);
                }
                if let Some(Expression::If(condition)) = &annotation.value
                    && condition.otherwise.is_none()
                {
                    faults.add("A9, OData CSDL 4.01 §14.4.7", place, target, WITHOUT_OTHERWISE);
                }
            }
            ValuePart::Annotations(annotations) => {
                let mut known = HashSet::new();
                for annotation in annotations {
                    let term = index.elements.qualified(&annotation.term).into_owned();
                    if !known.insert((term, annotation.qualifier.as_deref())) {
                        let message = format!("`{}` is applied twice", annotation.term);
                        let place = place_or(place_of(&annotation.term, annotation.place), host);
                        faults.add("A1, OData CSDL 4.01 §14.2.1", place, target, message);
                    }
                }
            }
            ValuePart::Expression(expression) => operands(expression, (host.place, target), faults),
        }
    }
}

/// Whether an annotation is one whose term and value are known to its author alone.
pub(super) fn is_unchecked(annotation: &Annotation) -> bool {
    annotation.place.item().is_some_and(|item| item.notes.unchecked)
}

/// A2: a term of a namespace that the document declares is there.
fn term(index: &Index<'_>, annotation: &Annotation, (place, target): (Place, &str), faults: &mut Faults) {
    let name = &annotation.term;
    let rule = "A2, OData CSDL 4.01 §14.2";
    let Some((namespace, _)) = name.rsplit_once('.') else {
        return faults.add(rule, place, target, format!("term `{name}` has no namespace"));
    };
    if index.declares(index.elements.namespace(namespace))
        && !matches!(index.elements.find(name), Some((_, Element::Term(_))))
    {
        faults.add(rule, place, target, format!("there is no term `{name}`"));
    }
}

const WITHOUT_OTHERWISE: &str = "a condition outside of a collection has a value for both cases";

/// A9: the number of operands.
fn operands(expression: &Expression, (place, target): (Place, &str), faults: &mut Faults) {
    match expression {
        Expression::Operation(operator, operands, _) if operands.len() != operator.operands() => {
            let (name, wanted, found) = (operator.name(), operator.operands(), operands.len());
            let noun = if wanted == 1 { "operand" } else { "operands" };
            let message = format!("`{name}` has {wanted} {noun}, and there are {found}");
            faults.add("A9, OData CSDL 4.01 §14.4.2, §14.4.3", place, target, message);
        }
        Expression::Record(record) => {
            for member in &record.members {
                if let Some(Expression::If(condition)) = &member.value
                    && condition.otherwise.is_none()
                {
                    faults.add("A9, OData CSDL 4.01 §14.4.7", place, target, WITHOUT_OTHERWISE);
                }
            }
        }
        _ => {}
    }
}

/// A10: labels are unique in a schema. Those of external annotations are of the schema that these are in.
fn labels(index: &Index<'_>, faults: &mut Faults) {
    let mut known: HashSet<(&str, &str)> = HashSet::new();
    for schema in &index.document.schemas {
        let hosts = Document::hosts_of(schema).into_iter().map(|host| (host.annotations, host.place));
        let external = schema.external.iter().map(|block| (&*block.annotations, block.place));
        for (annotations, outer) in hosts.chain(external) {
            for part in value_parts(annotations) {
                let ValuePart::Expression(Expression::Labeled(labeled)) = part else { continue };
                if !known.insert((&schema.namespace, &labeled.name)) {
                    let message = format!("label `{}` is used twice in the schema", labeled.name);
                    let target = format!("{}.{}", schema.namespace, labeled.name);
                    faults.add("A10, OData CSDL 4.01 §14.4.9", place_of(&labeled.name, outer), target, message);
                }
            }
        }
    }
}
