//! Terms, and the types of their records.

use super::{annotations::described, property::all_digits, split};
use crate::{
    annotation::{MemberDescriptor, RecordDescriptor, TermDescriptor, TermType},
    csdl::{
        Facets, MaxLength, Place, Property, RustItem, Scale, StructuredKind, StructuredType, Term, TypeReference,
        Version,
    },
};

/// Returns a term.
pub(super) fn term(term: &TermDescriptor, version: Version) -> Term {
    let place = Place::Item(RustItem::new(term.rust_name));
    // Documents of version 4.0 do not say it of terms (OData CSDL 4.01 §17).
    let unicode = term.unicode().filter(|_| version > Version::V4_0);
    let declared = facets(term.max_length(), term.precision(), term.scale(), unicode);
    Term {
        name: split(term.name).1.into(),
        ty: type_reference(term.ty, term.nullable, declared, version),
        base: term.base.map(|base| base.name.into()),
        default: term.default_value().map(Into::into),
        applies_to: term.applies_to.names().map(Into::into).collect(),
        annotations: described(term.description, term.annotations(), place),
        place,
    }
}

/// Returns the complex type of a record.
pub(super) fn record(record: &RecordDescriptor, version: Version) -> StructuredType {
    let place = Place::Item(RustItem::new(record.rust_name));
    let inherited = record.members.len() - record.own_members().len();
    let members = record.members.iter().enumerate().skip(inherited);
    StructuredType {
        kind: StructuredKind::Complex,
        name: split(record.name).1.into(),
        base: record.base.map(|base| base.name.into()),
        is_abstract: record.is_abstract,
        is_open: record.is_open,
        properties: members.map(|(index, member)| property(record, index, member, version)).collect(),
        annotations: described(record.description, record.annotations(), place),
        place,
        ..StructuredType::default()
    }
}

fn property(record: &RecordDescriptor, index: usize, member: &MemberDescriptor, version: Version) -> Property {
    let place = Place::Item(RustItem::new(record.rust_name).field(member.rust_name));
    let declared = facets(member.max_length(), member.precision(), member.scale(), member.unicode());
    Property {
        name: member.name.into(),
        ty: type_reference(member.ty, member.nullable, declared, version),
        default: member.default_value().map(Into::into),
        annotations: described(member.description, record.member_annotations(index), place),
        place,
        ..Property::default()
    }
}

/// Returns facets as they are declared.
fn facets(max_length: Option<u32>, precision: Option<u16>, scale: Option<u16>, unicode: Option<bool>) -> Facets {
    Facets {
        max_length: max_length.map(|length| MaxLength::Number(length.into())),
        precision: precision.map(Into::into),
        scale: scale.map(|digits| Scale::Number(digits.into())),
        unicode,
        srid: None,
    }
}

fn type_reference(ty: TermType, nullable: bool, declared: Facets, version: Version) -> TypeReference {
    let (item, collection) = match ty {
        TermType::Collection(item) => (*item, true),
        single => (single, false),
    };
    let definition = match item {
        TermType::Definition(definition) => Some(definition),
        _ => None,
    };
    let nullable = if nullable { (collection && version > Version::V4_0).then_some(true) } else { Some(false) };
    let facets = all_digits(item.primitive(), definition, declared);
    TypeReference { name: item.single_name().into(), collection, nullable, facets }
}
