//! What no text can say, and documents of thousands of types.

use std::thread;

use crate::{
    csdl::{
        Annotation, ContainerChild, Document, EntityContainer, Expression, Name, Navigation, Operation, Operator,
        Parameter, Property, PropertyRef, Schema, StructuredKind, StructuredType, TypeReference, Version,
    },
    error::Error,
};

fn document(schema: Schema) -> Document {
    Document {
        version: Version::V4_0,
        references: Vec::new(),
        schemas: vec![Schema { namespace: "m".into(), ..schema }],
    }
}

fn faults(document: &Document) -> Vec<String> {
    document.check().err().iter().flat_map(Error::all).map(Error::to_string).collect()
}

fn required(name: &str, ty: &str) -> Property {
    let ty = TypeReference { nullable: Some(false), ..TypeReference::new(ty) };
    Property { name: name.into(), ty, ..Property::default() }
}

#[test]
fn what_only_programs_can_say_is_checked() {
    let action = Operation { name: "act".into(), is_composable: true, ..Operation::default() };
    let thing = StructuredType {
        name: "thing".into(),
        key: Some(vec![PropertyRef { path: "id".into(), alias: None }]),
        properties: vec![required("id", "Edm.Int32")],
        annotations: vec![
            Annotation::new("x.not", Expression::Operation(Operator::Not, vec![Expression::Null(vec![]); 2], vec![])),
            Annotation::new("x.and", Expression::Operation(Operator::And, vec![Expression::Null(vec![]); 2], vec![])),
        ],
        ..StructuredType::default()
    };
    let part = StructuredType {
        kind: StructuredKind::Complex,
        name: "part".into(),
        key: Some(Vec::new()),
        ..StructuredType::default()
    };
    let one =
        ContainerChild { name: "one".into(), type_name: "m.thing".into(), nullable: true, ..ContainerChild::default() };
    let container = EntityContainer { name: "all".into(), children: vec![one], ..EntityContainer::default() };
    let schema =
        Schema { types: vec![thing, part], operations: vec![action], containers: vec![container], ..Schema::default() };
    assert_eq!(
        faults(&document(schema)),
        [
            "m.thing: `Not` has 1 operand, and there are 2 (A9, OData CSDL 4.01 §14.4.2, §14.4.3)",
            "m.part: a complex type has no key (K1, OData CSDL 4.01 §6.5)",
            "m.act: an action cannot be composable (O8, OData CSDL 4.01 §12.7)",
            "m.all/one: a singleton of OData 4.0 cannot be nullable (C3, OData CSDL 4.01 §13.3)",
        ]
    );
}

/// The number of types in large documents.
const TYPES: usize = 4000;

fn numbered(kind: &str, number: usize) -> Name {
    format!("{kind}{number}").into()
}

/// A chain of types, each of which derives from the one before, has a property of its own and a navigation property to
/// the next one, and is what an action is bound to.
fn chain() -> Document {
    let ty = |number: usize| {
        let mut ty = StructuredType {
            name: numbered("t", number),
            base: number.checked_sub(1).map(|base| numbered("m.t", base)),
            properties: vec![
                required(&numbered("own", number), "Edm.Int32"),
                Property {
                    navigation: Some(Navigation { partner: Some(numbered("next", number)), ..Navigation::default() }),
                    ..required(&numbered("next", number), "m.t0")
                },
            ],
            ..StructuredType::default()
        };
        if number == 0 {
            ty.key = Some(vec![PropertyRef { path: "own0".into(), alias: None }]);
        }
        ty
    };
    let action = |number: usize| Operation {
        name: "act".into(),
        is_bound: true,
        parameters: vec![Parameter {
            name: "it".into(),
            ty: TypeReference::new(numbered("m.t", number)),
            ..Parameter::default()
        }],
        ..Operation::default()
    };
    document(Schema {
        types: (0..TYPES).map(ty).collect(),
        operations: (0..TYPES).map(action).collect(),
        ..Schema::default()
    })
}

/// A ring of complex types, each value of which must hold a value of the next one, and that derive from a circle.
fn ring() -> Document {
    let ty = |number: usize| StructuredType {
        kind: StructuredKind::Complex,
        name: numbered("t", number),
        base: Some(numbered("m.b", number)),
        properties: vec![required("next", &numbered("m.t", (number + 1) % TYPES))],
        ..StructuredType::default()
    };
    let base = |number: usize| StructuredType {
        kind: StructuredKind::Complex,
        name: numbered("b", number),
        base: Some(numbered("m.b", (number + 1) % TYPES)),
        ..StructuredType::default()
    };
    document(Schema { types: (0..TYPES).map(ty).chain((0..TYPES).map(base)).collect(), ..Schema::default() })
}

#[test]
fn large_documents_are_checked_on_a_small_stack() {
    let checked = |document: fn() -> Document| {
        let work = move || {
            let document = document();
            (faults(&document), document.lints().len())
        };
        thread::Builder::new().stack_size(256 << 10).spawn(work).unwrap().join().unwrap()
    };
    let (found, lints) = checked(chain);
    // The partners are not there: the first type has the first alone.
    assert_eq!((found.len(), lints), (TYPES - 1, 0), "{:?}", found.first());
    assert!(found[0].contains("`m.t0` has no property `next1` (V4"), "{}", found[0]);
    let (found, _) = checked(ring);
    let circles = found.iter().filter(|fault| fault.contains("(T3,")).count();
    let endless = found.iter().filter(|fault| fault.contains("(T13,")).count();
    assert_eq!((circles, endless, found.len()), (1, 16, 17));
}
