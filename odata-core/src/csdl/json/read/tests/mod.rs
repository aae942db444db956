mod faults;

use crate::{
    csdl::{
        Constant, Document, Expression, MaxLength, OnDelete, PathKind, Place, PrimitiveType, Scale, TypeReference,
        Version,
    },
    geo::Srid,
};

/// A document with the schema `fleet` of these members, whose container has the name `All`.
fn text(members: &str) -> String {
    let container = if members.contains(r#""All":"#) { r#""$EntityContainer":"fleet.All","# } else { "" };
    format!(r#"{{"$Version":"4.01",{container}"fleet":{{{members}}}}}"#)
}

#[track_caller]
fn read(members: &str) -> Document {
    Document::from_json(text(members).as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The type of a property.
#[track_caller]
fn ty(property: &str) -> TypeReference {
    let document = read(&format!(r#""t":{{"$Kind":"ComplexType","p":{property}}}"#));
    document.schemas[0].types[0].properties[0].ty.clone()
}

#[track_caller]
fn value(expression: &str) -> Expression {
    let document = read(&format!(r#""@v.t":{expression}"#));
    document.schemas[0].annotations[0].value.clone().expect("JSON has a value for each annotation")
}

/// Whether what the text says is written in the same way.
#[track_caller]
fn assert_same(members: &str) {
    assert_eq!(read(members).to_json(), text(members));
}

#[test]
fn a_document_is_read() {
    let document = Document::from_json(
        br#"{
  "$Version": "4.0",
  "$EntityContainer": "fleet.All",
  "$Reference": {
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.json": {
      "$Include": [{"$Namespace": "Org.OData.Core.V1", "$Alias": "Core", "@v.i": 1}],
      "$IncludeAnnotations": [{"$TermNamespace": "a", "$Qualifier": "b", "$TargetNamespace": "c"}],
      "@v.r": 2
    }
  },
  "fleet": {"$Alias": "self", "All": {"$Kind": "EntityContainer"}}
}"#,
    )
    .expect("read");
    assert_eq!(document.version, Version::V4_0);
    let reference = &document.references[0];
    assert_eq!(reference.uri, "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml");
    assert_eq!(format!("{:?} {:?}", reference.place, reference.uri.place), "5:5 5:5");
    assert_eq!(reference.includes[0].alias.as_deref(), Some("Core"));
    assert_eq!(reference.includes[0].annotations.len(), 1);
    assert_eq!(reference.include_annotations[0].target_namespace.as_deref(), Some("c"));
    assert_eq!(reference.annotations[0].term, "v.r");
    let schema = &document.schemas[0];
    assert_eq!((&*schema.namespace, schema.alias.as_deref()), ("fleet", Some("self")));
    let container = &schema.containers[0];
    assert_eq!(format!("{:?} {:?}", schema.place, container.name.place), "11:3 11:31");
}

#[test]
fn all_kinds_of_elements_are_written_as_they_were() {
    assert_same(concat!(
        r#""$Alias":"self","#,
        r#""name":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.String","$MaxLength":5,"$Unicode":false,"@v.a":1},"#,
        r#""color":{"$Kind":"EnumType","$UnderlyingType":"Edm.Byte","$IsFlags":true,"red":1,"red@v.a":2,"@v.b":3},"#,
        r#""car":{"$Kind":"EntityType","$BaseType":"self.vehicle","$Abstract":true,"$OpenType":true,"$HasStream":true,"#,
        r#""$Key":["id",{"infoId":"info/id"}],"id":{},"seats":{"$Type":"Edm.Int32","$Nullable":true,"$DefaultValue":5,"#,
        r#""@v.c":true},"owner":{"$Kind":"NavigationProperty","$Type":"self.person","$Partner":"cars","#,
        r#""$ContainsTarget":true,"$ReferentialConstraint":{"ownerId":"id","ownerId@v.d":4},"$OnDelete":"SetNull","#,
        r#""$OnDelete@v.e":5},"parts":{"$Kind":"NavigationProperty","$Collection":true,"$Type":"self.part"},"@v.f":6},"#,
        r#""stop":[{"$Kind":"Action","$IsBound":true,"$EntitySetPath":"it/parts","$Parameter":[{"$Name":"it","#,
        r#""$Type":"self.car","@v.g":7}],"$ReturnType":{"$Collection":true,"$Type":"self.car","@v.h":8},"@v.i":9},"#,
        r#"{"$Kind":"Function","$IsComposable":true,"$ReturnType":{"$Type":"Edm.Guid"}}],"#,
        r#""note":{"$Kind":"Term","$Collection":true,"$Nullable":true,"$BaseTerm":"self.n","$DefaultValue":"x","#,
        r#""$AppliesTo":["Term"],"@v.j":10},"#,
        r#""All":{"$Kind":"EntityContainer","$Extends":"b.C","cars":{"$Collection":true,"$Type":"self.car","#,
        r#""$NavigationPropertyBinding":{"owner":"people"},"$IncludeInServiceDocument":false,"@v.k":11},"#,
        r#""me":{"$Type":"self.person","$Nullable":true},"f":{"$Function":"self.stop","$EntitySet":"cars","#,
        r#""$IncludeInServiceDocument":true,"@v.l":12},"a":{"$Action":"self.stop"},"@v.m":13},"#,
        r##""$Annotations":{"self.car/@v.f#q":{"@v.n#p":14,"@v.n#p@v.o":15}},"@v.q":16"##,
    ));
}

#[test]
fn what_is_the_default_is_not_there() {
    assert_eq!(ty("{}"), TypeReference { nullable: Some(false), ..TypeReference::new("Edm.String") });
    assert_eq!(ty(r#"{"$Nullable":true,"$Unicode":true}"#), TypeReference::new("Edm.String"));
    assert_eq!(ty(r#"{"$Collection":true}"#).nullable, Some(false));
    assert_eq!(ty(r#"{"$Collection":true,"$Nullable":true}"#).nullable, Some(true));
    let navigation = r#""$Kind":"NavigationProperty","$Type":"a.b""#;
    assert_eq!(ty(&format!("{{{navigation}}}")).nullable, Some(false));
    assert_eq!(ty(&format!(r#"{{{navigation},"$Nullable":true}}"#)).nullable, None);
    assert_eq!(ty(&format!(r#"{{{navigation},"$Collection":true}}"#)).nullable, None);
    assert_eq!(ty(&format!(r#"{{{navigation},"$Collection":true,"$Nullable":true}}"#)).nullable, Some(true));
    let document = read(concat!(
        r#""e":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int32"},"c":{"$Kind":"EntityContainer","#,
        r#""s":{"$Collection":true,"$Type":"a.b","$IncludeInServiceDocument":true},"#,
        r#""f":{"$Function":"a.f","$IncludeInServiceDocument":false}}"#,
    ));
    let schema = &document.schemas[0];
    assert_eq!(schema.enums[0].underlying, None);
    assert_eq!(schema.containers[0].children[0].in_service_document, None);
    assert_eq!(schema.containers[0].imports[0].in_service_document, None);
}

#[test]
fn items_of_collections_of_entities_are_not_said_to_be_null() {
    let document = read(concat!(
        r#""e":{"$Kind":"EntityType"},"f":[{"$Kind":"Function","#,
        r#""$Parameter":[{"$Name":"a","$Type":"fleet.e","$Collection":true},{"$Name":"b","$Collection":true},"#,
        r#"{"$Name":"c","$Type":"fleet.e"}],"$ReturnType":{"$Type":"fleet.e","$Collection":true,"$Nullable":true}}]"#,
    ));
    let operation = &document.schemas[0].operations[0];
    let nullable: Vec<_> = operation.parameters.iter().map(|parameter| parameter.ty.nullable).collect();
    assert_eq!(nullable, [None, Some(false), Some(false)]);
    assert_eq!(operation.return_type.as_ref().expect("read").ty.nullable, Some(true));
}

#[test]
fn facets_have_the_defaults_of_xml() {
    let scale = |member: &str| ty(&format!(r#"{{"$Type":"Edm.Decimal"{member}}}"#)).facets.scale;
    assert_eq!(scale(""), Some(Scale::Variable));
    assert_eq!(scale(r#","$Scale":0"#), None);
    assert_eq!(scale(r#","$Scale":"Variable""#), Some(Scale::Variable));
    assert_eq!(scale(r#","$Scale":"floating""#), Some(Scale::Floating));
    assert_eq!(scale(r#","$Scale":3"#), Some(Scale::Number(3)));
    let precision = |member: &str| ty(&format!(r#"{{"$Type":"Edm.TimeOfDay"{member}}}"#)).facets.precision;
    assert_eq!(precision(""), Some(12));
    assert_eq!(precision(r#","$Precision":0"#), None);
    assert_eq!(precision(r#","$Precision":7"#), Some(7));
    assert_eq!(ty(r#"{"$Type":"a.money"}"#).facets.scale, None);
    assert_eq!(ty(r#"{"$MaxLength":5}"#).facets.max_length, Some(MaxLength::Number(5)));
    for (text, srid) in [("\"4326\"", Srid::Number(4326)), ("0", Srid::Number(0)), ("\"variable\"", Srid::Variable)] {
        let read = ty(&format!(r#"{{"$Type":"Edm.GeographyPoint","$SRID":{text}}}"#)).facets.srid;
        assert_eq!(read, Some(srid));
    }
    let document = read(r#""d":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Decimal"}"#);
    assert_eq!(document.schemas[0].definitions[0].facets.scale, None);
}

#[test]
fn constants_are_numbers_booleans_and_texts() {
    let constant = |ty, text: &str| Expression::Constant(Constant::new(ty, text));
    assert_eq!(value("true"), Expression::boolean(true));
    assert_eq!(value("-0"), constant(PrimitiveType::Int64, "-0"));
    assert_eq!(value("9223372036854775808"), constant(PrimitiveType::Decimal, "9223372036854775808"));
    assert_eq!(value("1.50"), constant(PrimitiveType::Decimal, "1.50"));
    assert_eq!(value("1e5"), constant(PrimitiveType::Double, "1e5"));
    assert_eq!(value(r#""P1D""#), Expression::string("P1D"));
    assert_eq!(value("null"), Expression::Null(Vec::new()));
    assert_eq!(value(r#"{"$Path":"a/b"}"#), Expression::Path(PathKind::Value, "a/b".into()));
}

#[test]
fn all_expressions_are_written_as_they_were() {
    for expression in [
        "[]",
        "{}",
        r#"[1,"a",[true]]"#,
        r#"{"a":1,"a@v.n":2,"b":{"c":null},"@v.o":3}"#,
        r#"{"$Null":null,"@v.n":1}"#,
        r#"{"$If":[true,1]}"#,
        r#"{"$If":[{"$Path":"a"},1,2],"@v.n":1}"#,
        r#"{"$Apply":[],"$Function":"odata.now","@v.n":1}"#,
        r#"{"$Cast":"1","$Type":"Edm.Decimal","$Precision":5,"$Scale":"variable","@v.n":1}"#,
        r#"{"$IsOf":{"$Path":"a"},"$Collection":true,"$Type":"Edm.String","$MaxLength":3}"#,
        r#"{"$LabeledElement":{"a":1},"$Name":"l","@v.n":1}"#,
        r#"{"$LabeledElementReference":"a.l"}"#,
        r#"{"$UrlRef":{"$Path":"a"},"@v.n":1}"#,
        r#"{"$And":[{"$Not":{"$Path":"a"}},{"$In":[1,[1,2]]}],"@v.n":1}"#,
        r##"{"@type":"#fleet.r","a":1}"##,
        r#"{"type":"Point","coordinates":[142.1,64.1]}"#,
    ] {
        assert_same(&format!(r#""@v.t":{expression}"#));
    }
}

#[test]
fn a_record_has_the_type_of_its_control_information() {
    for (text, expected) in [
        (r#"{"@type":"https://x/y#a.b.c"}"#, "a.b.c"),
        (r##"{"@odata.type":"#a.b"}"##, "a.b"),
        (r#"{"@type":"a.b"}"#, "a.b"),
    ] {
        let value = value(text);
        assert_eq!(value.as_record().and_then(|record| record.type_name.as_deref()), Some(expected), "{text}");
    }
}

#[test]
fn annotations_may_come_before_what_they_annotate() {
    let document = read(concat!(
        r#""@v.a@v.b@v.c":3,"@v.a@v.b":2,"@v.a":1,"t":{"$Kind":"ComplexType","p":{"$Kind":"NavigationProperty","#,
        r#""$OnDelete@v.d":4,"$OnDelete":"None","$Type":"a.b"}}"#,
    ));
    let outer = &document.schemas[0].annotations[0];
    assert_eq!(outer.term, "v.a");
    assert_eq!(outer.annotations[0].term, "v.b");
    assert_eq!(outer.annotations[0].annotations[0].value, Some(Expression::integer(3)));
    assert!(matches!(outer.annotations[0].term.place, Place::Text(at) if (at.line, at.column) == (1, 52)));
    let navigation = document.schemas[0].types[0].properties[0].navigation.as_ref().expect("read");
    assert_eq!(navigation.on_delete, Some(OnDelete::None));
    assert_eq!(navigation.on_delete_annotations.len(), 1);
}

#[test]
fn values_of_declared_terms_have_the_type_of_the_term() {
    let document = read(concat!(
        r#""$Alias":"self","color":{"$Kind":"EnumType","red":1},"#,
        r#""day":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Date"},"#,
        r#""base":{"$Kind":"ComplexType","$BaseType":"self.r","paths":{"$Type":"Edm.PropertyPath","$Collection":true}},"#,
        r#""r":{"$Kind":"ComplexType","$BaseType":"fleet.base","color":{"$Type":"self.color"},"text":{},"#,
        r#""day":{"$Type":"self.day"}},"#,
        r#""t":{"$Kind":"Term","$Type":"self.r"},"n":{"$Kind":"Term","$Type":"Edm.Decimal"},"#,
        r#""c":{"$Kind":"Term","$Type":"self.color","$Collection":true},"#,
        r#""@self.t":{"color":"red","text":"red","day":"2000-01-01","paths":["a",{"$If":[true,"b"]}],"x":"y"},"#,
        r#""@fleet.n":"1.5","@self.n#int":3,"@self.n#special":"-INF","@self.n#text":"x","@self.n#many":["1"],"#,
        r#""@self.c":["red","red,blue","1",{"@type":"other.thing","color":"red"}]"#,
    ));
    let constant = |ty, text: &str| Expression::Constant(Constant::new(ty, text));
    let path = |path: &str| Expression::Path(PathKind::Property, path.into());
    let values: Vec<_> = document.schemas[0].annotations.iter().filter_map(|it| it.value.clone()).collect();
    let record = values[0].as_record().expect("a record");
    let get = |name| record.get(name).cloned().expect("a member");
    assert_eq!(get("color"), Expression::EnumMember(vec!["self.color/red".into()]));
    assert_eq!(get("text"), Expression::string("red"));
    assert_eq!(get("day"), constant(PrimitiveType::Date, "2000-01-01"));
    assert_eq!(get("x"), Expression::string("y"));
    let Expression::Collection(paths) = get("paths") else { panic!("a collection") };
    assert_eq!(paths[0], path("a"));
    assert!(matches!(&paths[1], Expression::If(conditional) if conditional.then == path("b")));
    assert_eq!(values[1], constant(PrimitiveType::Decimal, "1.5"));
    assert_eq!(values[2], constant(PrimitiveType::Decimal, "3"));
    assert_eq!(values[3], constant(PrimitiveType::Decimal, "-INF"));
    assert_eq!(values[4], Expression::string("x"));
    assert_eq!(values[5], Expression::Collection(vec![Expression::string("1")]));
    let Expression::Collection(colors) = &values[6] else { panic!("a collection") };
    let members = |names: &[&str]| Expression::EnumMember(names.iter().map(|name| (*name).into()).collect());
    assert_eq!(colors[..2], [members(&["self.color/red"]), members(&["self.color/red", "self.color/blue"])]);
    assert_eq!(colors[2], Expression::string("1"));
    let other = colors[3].as_record().expect("a record");
    assert_eq!(other.get("color"), Some(&Expression::string("red")));
}
