use super::{assert_schema, assert_value, constant, note, required};
use crate::csdl::{
    Annotation, Annotations, Apply, Document, EnumType, Expression, Facets, If, Include, IncludeAnnotations, Labeled,
    Name, Operation, Operator, PathKind, PrimitiveType, PropertyValue, Record, Reference, Scale, Schema, Term,
    TypeReference, Typed, Version,
};

fn reference(uri: &str, namespace: &str, alias: Option<&str>) -> Reference {
    let include = Include { namespace: namespace.into(), alias: alias.map(Into::into), annotations: note("included") };
    Reference { uri: uri.into(), includes: vec![include], ..Reference::default() }
}

#[test]
fn references_name_the_json_form_and_records_the_document_of_their_type() {
    let folder = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies";
    let annotations = IncludeAnnotations {
        term_namespace: "a.b".into(),
        qualifier: Some("q".into()),
        target_namespace: Some("c.d".into()),
    };
    let references = vec![
        reference(&format!("{folder}/Org.OData.Core.V1.xml"), "Org.OData.Core.V1", Some("Core")),
        Reference { include_annotations: vec![annotations], ..reference("http://x/y.xml", "x.y", None) },
        Reference { uri: "http://empty".into(), annotations: note("r"), ..Reference::default() },
    ];
    let record = |name: &str| {
        Expression::Record(Record { type_name: Some(name.into()), annotations: note("r"), ..Record::default() })
    };
    let schema = Schema {
        namespace: "fleet".into(),
        annotations: vec![
            Annotation::new("Org.OData.Core.V1.Revisions", record("Org.OData.Core.V1.RevisionType")),
            Annotation::new("Core.Links", record("Core.Link")),
            Annotation::new("x.y.z", record("fleet.own")),
        ],
        ..Schema::default()
    };
    let mut document = Document { references, schemas: vec![schema], ..Document::default() };
    let expected = |member: &str, version: &str| {
        [
            &format!(r#"{{"$Version":"{version}","$Reference":{{"{folder}/Org.OData.Core.V1.json":{{"$Include":["#),
            r#"{"$Namespace":"Org.OData.Core.V1","$Alias":"Core","@v.note":"included"}]},"#,
            r#""http://x/y.xml":{"$Include":[{"$Namespace":"x.y","@v.note":"included"}],"#,
            r#""$IncludeAnnotations":[{"$TermNamespace":"a.b","$Qualifier":"q","$TargetNamespace":"c.d"}]},"#,
            r#""http://empty":{"@v.note":"r"}},"fleet":{"#,
            &format!(r#""@Core.Revisions":{{"{member}":"{folder}/Org.OData.Core.V1.json#Core.RevisionType","#),
            r#""@v.note":"r"},"#,
            &format!(r#""@Core.Links":{{"{member}":"{folder}/Org.OData.Core.V1.json#Core.Link","@v.note":"r"}},"#),
            &format!(r##""@x.y.z":{{"{member}":"#fleet.own","@v.note":"r"}}}}}}"##),
        ]
        .concat()
    };
    assert_eq!(document.to_json(), expected("@odata.type", "4.0"));
    document.version = Version::V4_01;
    assert_eq!(document.to_json(), expected("@type", "4.01"));
}

#[test]
fn annotations_of_annotations_stand_beside_them() {
    let innermost = Annotation { qualifier: Some("Q".into()), ..Annotation::new("fleet.c", Expression::boolean(true)) };
    let inner = Annotation { annotations: vec![innermost], ..Annotation::new("v.b", Expression::integer(1)) };
    let outer = Annotation {
        qualifier: Some("Tablet".into()),
        annotations: vec![inner],
        ..Annotation::new("fleet.a", Expression::Null(Vec::new()))
    };
    assert_schema(
        Schema { annotations: vec![outer], ..Schema::default() },
        r#""@self.a#Tablet":null,"@self.a#Tablet@v.b":1,"@self.a#Tablet@v.b@self.c#Q":true"#,
    );
}

#[test]
fn annotations_without_a_value_have_that_of_the_term() {
    let term = |name: &str, ty: &str, default: Option<&str>| Term {
        name: name.into(),
        ty: required(ty),
        default: default.map(Into::into),
        ..Term::default()
    };
    let bare = |name: &str| Annotation { term: name.into(), ..Annotation::default() };
    let terms = vec![
        Term {
            base: Some("fleet.size".into()),
            applies_to: vec!["Property".into(), "Term".into()],
            annotations: vec![bare("fleet.size"), bare("self.shown"), bare("v.other")],
            ..term("size", "Edm.Int32", Some("3"))
        },
        term("shown", "Core.Tag", Some("false")),
    ];
    assert_schema(
        Schema { terms, ..Schema::default() },
        concat!(
            r#""size":{"$Kind":"Term","$Type":"Edm.Int32","$BaseTerm":"self.size","$DefaultValue":3,"#,
            r#""$AppliesTo":["Property","Term"],"@self.size":3,"@self.shown":false,"@v.other":true},"#,
            r#""shown":{"$Kind":"Term","$Type":"Core.Tag","$DefaultValue":false}"#,
        ),
    );
}

#[test]
fn annotations_of_one_target_are_together() {
    let block = |target: &str, qualifier: Option<&str>, text: &str| Annotations {
        target: target.into(),
        qualifier: qualifier.map(Into::into),
        annotations: note(text),
        ..Annotations::default()
    };
    let external = vec![
        block("fleet.vehicle/id", None, "a"),
        block("self.stop(fleet.vehicle,Collection(fleet.part))/at", None, "b"),
        block("self.vehicle/id", Some("Tablet"), "c"),
    ];
    assert_schema(
        Schema { external, ..Schema::default() },
        concat!(
            r#""$Annotations":{"self.vehicle/id":{"@v.note":"a","@v.note#Tablet":"c"},"#,
            r#""self.stop(self.vehicle,Collection(self.part))/at":{"@v.note":"b"}}"#,
        ),
    );
}

#[test]
fn constants_are_numbers_booleans_and_texts() {
    assert_value(Expression::boolean(false), "false");
    assert_value(Expression::integer(i64::MAX), "9223372036854775807");
    assert_value(constant(PrimitiveType::Decimal, "3.1400"), "3.1400");
    assert_value(constant(PrimitiveType::Double, "NaN"), r#""NaN""#);
    assert_value(constant(PrimitiveType::Double, "1e5"), "1e5");
    assert_value(constant(PrimitiveType::Decimal, "1."), r#""1.""#);
    assert_value(constant(PrimitiveType::Int64, " 1"), r#"" 1""#);
    assert_value(constant(PrimitiveType::Binary, "T0RhdGE"), r#""T0RhdGE""#);
    assert_value(constant(PrimitiveType::Date, "2000-01-01"), r#""2000-01-01""#);
    assert_value(Expression::string("a\n\"b\""), r#""a\n\"b\"""#);
    assert_value(Expression::EnumMember(vec!["fleet.color/red".into(), "fleet.color/blue".into()]), r#""red,blue""#);
}

#[test]
fn paths_to_values_are_objects_and_other_paths_texts() {
    assert_value(Expression::path("a/fleet.car/@fleet.x#q/b"), r#"{"$Path":"a/self.car/@self.x#q/b"}"#);
    assert_value(Expression::path("s('fleet.a/b')/fleet.c"), r#"{"$Path":"s('fleet.a/b')/self.c"}"#);
    for kind in [
        PathKind::Annotation,
        PathKind::AnyProperty,
        PathKind::ModelElement,
        PathKind::NavigationProperty,
        PathKind::Property,
    ] {
        assert_value(Expression::Path(kind, "/fleet.op".into()), r#""/self.op""#);
    }
    assert_value(Expression::LabeledReference("fleet.x".into()), r#"{"$LabeledElementReference":"self.x"}"#);
}

#[test]
fn dynamic_expressions_are_objects_with_a_member_of_their_name() {
    let path = || Expression::path("x");
    let named = |name: &str| Name::from(name);
    assert_value(Expression::Null(note("why")), r#"{"$Null":null,"@v.note":"why"}"#);
    assert_value(
        Expression::Apply(Apply {
            function: named("odata.concat"),
            arguments: vec![Expression::string("a"), path()],
            annotations: note("f"),
        }),
        r#"{"$Apply":["a",{"$Path":"x"}],"$Function":"odata.concat","@v.note":"f"}"#,
    );
    let conditional = |otherwise| {
        Expression::If(Box::new(If { condition: path(), then: path(), otherwise, annotations: Vec::new() }))
    };
    assert_value(conditional(None), r#"{"$If":[{"$Path":"x"},{"$Path":"x"}]}"#);
    assert_value(conditional(Some(path())), r#"{"$If":[{"$Path":"x"},{"$Path":"x"},{"$Path":"x"}]}"#);
    let typed = |cast, ty| Expression::Typed(Box::new(Typed { cast, value: path(), ty, annotations: note("t") }));
    let facets = Facets { scale: Some(Scale::Variable), ..Facets::default() };
    assert_value(
        typed(true, TypeReference { facets, ..TypeReference::new("Edm.Decimal") }),
        r#"{"$Cast":{"$Path":"x"},"$Type":"Edm.Decimal","$Scale":"variable","@v.note":"t"}"#,
    );
    assert_value(
        typed(false, TypeReference { collection: true, ..TypeReference::new("Edm.String") }),
        r#"{"$IsOf":{"$Path":"x"},"$Collection":true,"$Type":"Edm.String","@v.note":"t"}"#,
    );
    assert_value(
        Expression::Labeled(Box::new(Labeled { name: named("l"), value: path(), annotations: note("l") })),
        r#"{"$LabeledElement":{"$Path":"x"},"$Name":"l","@v.note":"l"}"#,
    );
    assert_value(
        Expression::UrlReference(Box::new(Expression::string("u")), note("u")),
        r#"{"$UrlRef":"u","@v.note":"u"}"#,
    );
    for operator in Operator::ALL {
        let operands = vec![path(); operator.operands()];
        let list = [r#"{"$Path":"x"}"#].repeat(operator.operands()).join(",");
        let list = if operands.len() == 1 { list } else { format!("[{list}]") };
        assert_value(
            Expression::Operation(operator, operands, note("o")),
            &format!(r#"{{"${}":{list},"@v.note":"o"}}"#, operator.name()),
        );
    }
}

#[test]
fn collections_are_arrays_and_records_objects() {
    let member = PropertyValue { name: "a".into(), value: Some(Expression::integer(1)), annotations: note("m") };
    let bare = PropertyValue { name: "b".into(), ..PropertyValue::default() };
    let record = Record { members: vec![member, bare], annotations: note("r"), ..Record::default() };
    assert_value(
        Expression::Collection(vec![
            Expression::Record(record),
            Expression::Record(Record::default()),
            Expression::Collection(Vec::new()),
        ]),
        r#"[{"a":1,"a@v.note":"m","b":true,"@v.note":"r"},{},[]]"#,
    );
}

#[test]
fn lines_are_indented() {
    let schema = Schema {
        namespace: "n".into(),
        annotations: vec![Annotation::new(
            "v.t",
            Expression::Collection(vec![Expression::integer(1), Expression::Collection(Vec::new())]),
        )],
        ..Schema::default()
    };
    let document = Document { schemas: vec![schema], ..Document::default() };
    assert_eq!(
        document.to_json_pretty(),
        "{\n  \"$Version\": \"4.0\",\n  \"n\": {\n    \"@v.t\": [\n      1,\n      []\n    ]\n  }\n}",
    );
}

#[test]
fn of_one_name_there_is_only_the_first() {
    let ty = |name: &str| EnumType { name: name.into(), annotations: note(name), ..EnumType::default() };
    let operation = |name: &str| Operation { name: name.into(), ..Operation::default() };
    assert_schema(
        Schema {
            enums: vec![ty("a"), ty("a"), ty("b")],
            operations: vec![operation("a"), operation("c")],
            annotations: [note("x"), note("y")].concat(),
            ..Schema::default()
        },
        concat!(
            r#""a":{"$Kind":"EnumType","@v.note":"a"},"b":{"$Kind":"EnumType","@v.note":"b"},"#,
            r#""c":[{"$Kind":"Action"}],"@v.note":"x""#,
        ),
    );
}
