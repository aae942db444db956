//! Annotations that have words of their own.

use crate::{
    annotation,
    csdl::{Annotation, Expression, PathKind, Place},
    edm::{KeyPart, TypeDescriptor, property::PropertyFlags},
};

/// The namespace of the vocabulary that most terms are of.
pub(super) const CORE: &str = "Org.OData.Core.V1";

/// The namespace of the vocabulary for stores, which the file `store_vocabulary.xml` declares.
pub(in crate::edm) const STORE: &str = "org.odata_rs.store.v1";

fn of_core(term: &str, value: Expression) -> Annotation {
    Annotation::new(format!("{CORE}.{term}"), value)
}

/// Returns declared annotations as those of a part of the document.
pub(super) fn declared<'a>(
    annotations: impl Iterator<Item = &'a annotation::Annotation>,
    place: Place,
) -> impl Iterator<Item = Annotation> {
    annotations.map(move |found| Annotation {
        term: found.term_name().into(),
        qualifier: found.qualifier().map(Into::into),
        value: found.expression(),
        annotations: Vec::new(),
        place,
    })
}

/// Returns the annotations of a part with a doc comment.
pub(super) fn described<'a>(
    text: &str,
    annotations: impl Iterator<Item = &'a annotation::Annotation>,
    place: Place,
) -> Vec<Annotation> {
    description(text).into_iter().chain(declared(annotations, place)).collect()
}

/// Returns the annotation with a doc comment, if there is one.
fn description(text: &str) -> Vec<Annotation> {
    if text.is_empty() { Vec::new() } else { vec![of_core("Description", Expression::string(text))] }
}

/// Returns the flags of a property that are terms.
pub(super) fn of_flags(flags: PropertyFlags) -> impl Iterator<Item = Annotation> {
    tags(flags).map(|(namespace, term)| Annotation::new(format!("{namespace}.{term}"), Expression::boolean(true)))
}

fn tags(flags: PropertyFlags) -> impl Iterator<Item = (&'static str, &'static str)> {
    [
        (PropertyFlags::COMPUTED, CORE, "Computed"),
        (PropertyFlags::IMMUTABLE, CORE, "Immutable"),
        (PropertyFlags::UNIQUE, STORE, "Unique"),
        (PropertyFlags::INDEXED, STORE, "Indexed"),
        (PropertyFlags::SEARCHABLE, STORE, "Searchable"),
    ]
    .into_iter()
    .filter_map(move |(flag, namespace, term)| flags.has(flag).then_some((namespace, term)))
}

/// Returns the annotation of a parameter that may be left out, with the value that it has then.
pub(super) fn optional(default: Option<&str>) -> Annotation {
    let members = default.map(|text| ("DefaultValue", Expression::string(text)));
    of_core("OptionalParameter", Expression::record(members))
}

/// Returns the annotation with the alternate keys that the type itself declares, if there are any.
pub(super) fn alternate_keys(descriptor: &TypeDescriptor) -> Option<Annotation> {
    let keys: Vec<_> = descriptor
        .own_alternate_keys()
        .map(|key| {
            let parts = key.map(|part| property_ref(&part)).collect();
            Expression::record([("Key", Expression::Collection(parts))])
        })
        .collect();
    (!keys.is_empty()).then(|| of_core("AlternateKeys", Expression::Collection(keys)))
}

/// Returns a part of an alternate key. Its alias is left out where it is the name of a property.
fn property_ref(part: &KeyPart) -> Expression {
    let path = Expression::Path(PathKind::Property, part.to_string().into());
    let alias = part.is_nested().then(|| ("Alias", Expression::string(part.name())));
    Expression::record([("Name", path)].into_iter().chain(alias))
}
