mod elements;
mod values;

use crate::csdl::{
    Annotation, Constant, Document, Expression, PrimitiveType, Property, Schema, StructuredKind, StructuredType,
    TypeReference,
};

/// The text of a schema `fleet` with the alias `self`, after its alias.
#[track_caller]
fn assert_schema(schema: Schema, expected: &str) {
    let schema = Schema { namespace: "fleet".into(), alias: Some("self".into()), ..schema };
    let document = Document { schemas: vec![schema], ..Document::default() };
    let before = r#"{"$Version":"4.0","fleet":{"$Alias":"self","#;
    assert_eq!(document.to_json(), format!("{before}{expected}}}}}"));
}

/// The text of a property `p`.
#[track_caller]
fn assert_property(property: Property, expected: &str) {
    let property = Property { name: "p".into(), ..property };
    let ty = StructuredType {
        kind: StructuredKind::Complex,
        name: "c".into(),
        properties: vec![property],
        ..StructuredType::default()
    };
    assert_schema(
        Schema { types: vec![ty], ..Schema::default() },
        &format!(r#""c":{{"$Kind":"ComplexType","p":{expected}}}"#),
    );
}

#[track_caller]
fn assert_type(ty: TypeReference, expected: &str) {
    assert_property(Property { ty, ..Property::default() }, expected);
}

/// The text of the value of an annotation.
#[track_caller]
fn assert_value(value: Expression, expected: &str) {
    assert_schema(
        Schema { annotations: vec![Annotation::new("v.t", value)], ..Schema::default() },
        &format!(r#""@v.t":{expected}"#),
    );
}

fn required(name: &str) -> TypeReference {
    TypeReference { nullable: Some(false), ..TypeReference::new(name) }
}

fn constant(ty: PrimitiveType, text: &str) -> Expression {
    Expression::Constant(Constant::new(ty, text))
}

fn note(text: &str) -> Vec<Annotation> {
    vec![Annotation::new("v.note", Expression::string(text))]
}
