//! Annotations as constant data, written as the derives write them.

use super::{
    Annotation, AppliesTo, Constant, MemberDescriptor, PropertyPath, RawValue, Record, RecordDescriptor, RecordType,
    Term, TermDescriptor, TermType, TermValue, Value,
    record::{needed, record_expression},
};
use crate::{
    csdl::Expression,
    edm::{DefaultValue, Facets},
};

#[derive(Clone, Copy)]
struct Audit {
    by: Value<String>,
    of: Value<Vec<PropertyPath>>,
}

static AUDIT: RecordDescriptor = RecordDescriptor {
    name: "shop.audit",
    rust_name: "Audit",
    base: None,
    is_abstract: false,
    is_open: false,
    members: &[member("by", String::TYPE), member("of", <Vec<PropertyPath>>::TYPE)],
    description: "",
    annotations: None,
};

const fn member(name: &'static str, ty: TermType) -> MemberDescriptor {
    MemberDescriptor {
        name,
        rust_name: name,
        ty,
        nullable: false,
        facets: Facets::NONE,
        unicode: None,
        default: None,
        description: "",
    }
}

impl TermValue for Audit {
    const TYPE: TermType = TermType::Record(RecordType { name: "shop.audit", descriptor: || &AUDIT });
    const NEEDS: Option<&'static str> = needed(&AUDIT);
    type Item = Self;
}

impl Constant for Audit {
    const CONSTANT_TYPE: TermType = Self::TYPE;
    const CONSTANT_RECORD: Option<&'static RecordDescriptor> = Some(&AUDIT);

    fn to_expression(&self) -> Expression {
        record_expression(self)
    }
}

impl Record for Audit {
    const RECORD: &'static RecordDescriptor = &AUDIT;
    const EMPTY: Self = Self { by: Value::ABSENT, of: Value::ABSENT };

    fn member(&self, index: usize) -> RawValue {
        if index == 0 { self.by.raw() } else { self.of.raw() }
    }
}

struct Audited;

impl Term for Audited {
    type Value = Audit;
    const DESCRIPTOR: &'static TermDescriptor = &TermDescriptor {
        name: "shop.audited",
        rust_name: "Audited",
        ty: Audit::TYPE,
        nullable: false,
        facets: Facets::NONE,
        unicode: None,
        default: None,
        base: None,
        applies_to: AppliesTo::ENTITY_TYPE.with(AppliesTo::PROPERTY),
        description: "",
        annotations: None,
    };
}

static NIGHTLY: Annotation = Annotation::new::<Audited, _>(
    Some("Nightly"),
    Value::record(&Audit { by: Value::literal(DefaultValue::Text("job")), of: Value::collection(&[]) }, &["by", "of"]),
);

#[test]
fn an_annotation_is_constant_data_that_becomes_an_expression() {
    let members = [("by", Expression::string("job")), ("of", Expression::Collection(Vec::new()))];
    assert_eq!((NIGHTLY.term_name(), NIGHTLY.qualifier()), ("shop.audited", Some("Nightly")));
    assert_eq!(NIGHTLY.expression(), Some(Expression::record(members)));
}

#[test]
fn types_are_named_as_in_csdl() {
    assert_eq!(<Vec<u8>>::TYPE.name(), "Edm.Binary");
    assert_eq!(<Vec<Option<String>>>::TYPE.name(), "Collection(Edm.String)");
    assert_eq!((<Vec<Option<String>>>::NULLABLE, <Vec<String>>::NULLABLE), (true, false));
    assert_eq!(<Vec<PropertyPath>>::TYPE.name(), "Collection(Edm.PropertyPath)");
    assert!(Audited::DESCRIPTOR.applies_to().names().eq(["EntityType", "Property"]));
}
