use crate::{
    csdl::{
        Constant, Document, Expression, MaxLength, OnDelete, PathKind, Place, PrimitiveType, ReadLimits, Scale,
        TypeReference, Version,
    },
    error::ErrorCode,
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

/// The faults of a schema as `path: message`. Each text in the marks `«»` is where the next fault is.
#[track_caller]
fn assert_faults(members: &str, expected: &[&str]) {
    let marked = text(members);
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut plain = String::new();
    for character in marked.chars() {
        match character {
            '«' => places.push((1, plain.chars().count() + 1)),
            '»' => {}
            _ => plain.push(character),
        }
    }
    let error = Document::from_json(plain.as_bytes()).expect_err("the document has faults");
    let found: Vec<_> =
        error.all().map(|fault| format!("{}: {}", fault.target().unwrap_or(""), fault.message())).collect();
    assert_eq!(found, expected);
    let found: Vec<_> = error.all().filter_map(|fault| fault.location().map(|at| (at.line, at.column))).collect();
    assert_eq!(found, places, "the places of {found:?}");
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
fn wrong_kinds_of_values_are_faults() {
    assert_faults(
        concat!(
            r#""$Alias":«5»,"a":«"x"»,"b":[«1»,«{}»,{"$Kind":«"Acton"»}],"c":«{}»,"d":{"$Kind":«null»},"#,
            r#""e":«{"$Kind":"Action"}»,"f":{"$Kind":«"entitytype"»},"$Annotations":{"x":«[]»},"#,
            r#""g":{"$Kind":"EntityType","$Abstract":«"true"»,"$Key":[«1»,«{}»,{"a":«2»}],"h":«"Edm.String"»,"#,
            r#""i":{"$Kind":«"property"»}}"#,
        ),
        &[
            "fleet/$Alias: `$Alias` is a string, not a number",
            "fleet/a: `a` is an object, or an array of overloads, not a string",
            "fleet/b/0: an overload is an object, not a number",
            "fleet/b/1: an overload must have the member `$Kind`",
            "fleet/b/2/$Kind: unknown kind `Acton`; did you mean `Action`?",
            "fleet/c: `c` must have the member `$Kind`",
            "fleet/d/$Kind: `$Kind` is a string, not null",
            "fleet/e: `e` must be an array: the overloads of an action or function are its items",
            "fleet/f/$Kind: unknown kind `entitytype`; did you mean `EntityType`?",
            "fleet/$Annotations/x: a target of annotations is an object, not an array",
            "fleet/g/$Abstract: `$Abstract` is `true` or `false`, not a string",
            "fleet/g/$Key/0: a part of the key is a name, or an object of one alias with its path",
            "fleet/g/$Key/1: a part of the key is a name, or an object of one alias with its path",
            "fleet/g/$Key/2/a: the path of a part of the key is a string, not a number",
            "fleet/g/h: a property is an object, not a string",
            "fleet/g/i/$Kind: unknown kind `property`; did you mean `Property`?",
        ],
    );
}

#[test]
fn unknown_members_are_faults_with_what_was_meant() {
    assert_faults(
        concat!(
            r#"«"$Annotation"»:{},"t":{"$Kind":"ComplexType",«"$Key"»:[],"p":{«"MaxLength"»:5,«"$nullable"»:true,"#,
            r#"«"$Whatever"»:1}},"c":{"$Kind":"EntityContainer","s":{"$Type":"a.b",«"$IncludeInServiceDocument"»:true}},"#,
            r#""@v.t":{«"$Pth"»:"a"},"@v.u":{"$Path":"a",«"$Type"»:"b",«"c"»:1}"#,
        ),
        &[
            "fleet/$Annotation: `$Annotation` is not a member of a schema; did you mean `$Annotations`?",
            "fleet/t/$Key: `$Key` is not a member of a complex type",
            "fleet/t/p/MaxLength: `MaxLength` is not a member of a property; did you mean `$MaxLength`?",
            "fleet/t/p/$nullable: `$nullable` is not a member of a property; did you mean `$Nullable`?",
            "fleet/t/p/$Whatever: `$Whatever` is not a member of a property",
            "fleet/c/s/$IncludeInServiceDocument: `$IncludeInServiceDocument` is not a member of a singleton",
            "fleet/@v.t/$Pth: `$Pth` is not the name of an expression; did you mean `$Path`?",
            "fleet/@v.u/$Type: `$Type` is not a member of a path",
            "fleet/@v.u/c: `c` is not a member of a path",
        ],
    );
}

#[test]
fn wrong_facets_and_names_are_faults() {
    assert_faults(
        concat!(
            r#""t":{"$Kind":"ComplexType","a":{"$MaxLength":«"max"»,"$Precision":«-1»,"$Scale":«"var"»,"$SRID":«"x"»},"#,
            r#""b":{"$Type":«"Collection(Edm.String)"»,"$DefaultValue":«[]»},"c":«{"$Kind":"NavigationProperty","#,
            r#""$OnDelete":«"Cascad"»,"$ReferentialConstraint":{"x":«1»,«"y@v.t"»:2}}},"e":{"$Kind":"EnumType","#,
            r#""f":«1.5»,"g":«9223372036854775808»,«"h@v.t"»:1},«"@"»:1,«"@v.t#"»:2"#,
        ),
        &[
            "fleet/t/a/$MaxLength: `$MaxLength` must be an integer that is not negative",
            "fleet/t/a/$Precision: `$Precision` must be an integer that is not negative",
            "fleet/t/a/$Scale: `$Scale` must be an integer that is not negative, `variable` or `floating`",
            "fleet/t/a/$SRID: `$SRID` must be a string with a number or `variable`",
            "fleet/t/b/$Type: `$Type` is the type of the items; that it is a collection is said by `$Collection`",
            "fleet/t/b/$DefaultValue: `$DefaultValue` is a primitive value, not an array",
            "fleet/t/c: a navigation property must have the member `$Type`",
            "fleet/t/c/$OnDelete: unknown action `Cascad`; did you mean `Cascade`?",
            "fleet/t/c/$ReferentialConstraint/x: the path of the property of the related entity is a string, not a number",
            "fleet/t/c/$ReferentialConstraint/y@v.t: `y@v.t` annotates `y`, which is not there",
            "fleet/e/f: the value of the member `f` must be an integer of 64 bits",
            "fleet/e/g: the value of the member `g` must be an integer of 64 bits",
            "fleet/e/h@v.t: `h@v.t` annotates `h`, which is not there",
            "fleet/@: `@` must be a name with `@` before it, and perhaps `#` and a qualifier after it",
            "fleet/@v.t#: `@v.t#` must be a name with `@` before it, and perhaps `#` and a qualifier after it",
        ],
    );
}

#[test]
fn wrong_expressions_are_faults() {
    assert_faults(
        concat!(
            r#""@v.a":{"$If":«[1]»},"@v.b":{"$And":«[1,2,3]»},"@v.c":«{"$Apply":[]}»,"@v.d":{"$Path":«1»},"#,
            r#""@v.e":{"$Null":«0»},"@v.f":{"@type":«1»},"@v.g":«{"$LabeledElement":1}»,«"x@v.h"»:1,"#,
            r#""@v.i":{"$Path":"a",«"@v.j"»:1}"#,
        ),
        &[
            "fleet/@v.a/$If: `$If` must have a condition, the value if it is true, and the other value",
            "fleet/@v.b/$And: `$And` must be an array of two operands",
            "fleet/@v.c: an applied function must have the member `$Function`",
            "fleet/@v.d/$Path: `$Path` is a string, not a number",
            "fleet/@v.e/$Null: `$Null` is null, not a number",
            "fleet/@v.f/@type: the type of a record is a string, not a number",
            "fleet/@v.g: a labeled element must have the member `$Name`",
            "fleet/x@v.h: `x@v.h` annotates `x`, which is not there",
            "fleet/@v.i/@v.j: `@v.j` cannot be here: this is not annotated",
        ],
    );
}

#[test]
fn a_name_that_is_there_twice_is_a_fault() {
    let error = Document::from_json(
        br#"{"$Version": "4.0", "a": {"b": {"$Kind": "Term"}, "b": 1}, "$Version": "4.01", "a": 5}"#,
    )
    .expect_err("names are there twice");
    assert_eq!(error.code(), ErrorCode::DUPLICATE_MEMBER);
    let targets: Vec<_> = error.all().map(|fault| fault.target().unwrap_or("")).collect();
    assert_eq!(targets, ["a/b", "$Version", "a"]);
}

#[test]
fn the_document_needs_a_version_and_the_container_that_it_names() {
    for (text, expected) in [
        ("[]", "a document is an object, not an array (line 1, column 1)"),
        ("{}", "a document must have the member `$Version` (line 1, column 1)"),
        (r#"{"$Version": 4}"#, "$Version: `$Version` is a string, not a number (line 1, column 14)"),
        (r#"{"$Version": "3.0"}"#, "$Version: version `3.0` is not read, but `4.0` and `4.01` (line 1, column 14)"),
        (
            r#"{"$Version":"4.0","$EntityContainer":"s.C","f":{"$Alias":"s","C":{"$Kind":"EntityContainer"}}}"#,
            concat!(
                "$EntityContainer: the document has no entity container with the qualified name `s.C`; ",
                "did you mean `f.C`? (line 1, column 38)",
            ),
        ),
        (r#"{"$Version":"4.0","@v.t":1}"#, "@v.t: `@v.t` cannot be here: this is not annotated (line 1, column 19)"),
        ("{\"$Version\":\n \"4.0\",}", "the character"),
    ] {
        let error = Document::from_json(text.as_bytes()).expect_err(text);
        assert!(error.to_string().starts_with(expected) || error.code() == ErrorCode::INVALID_JSON, "{error}");
    }
    let other = r#"{"$Version":"4.0","$EntityContainer":"o.C","$Reference":{"u":{"$Include":[{"$Namespace":"o"}]}}}"#;
    assert!(Document::from_json(other.as_bytes()).is_ok());
}

#[test]
fn limits_are_kept() {
    let bytes = text(r#""@v.a":[[[1]]],"@v.a@v.b":1,"@v.a@v.b@v.c":1,"@v.a@v.b@v.c@v.d":1"#);
    let read = |limits: ReadLimits| Document::from_json_with(bytes.as_bytes(), &limits);
    assert!(read(ReadLimits::new().with_bytes(bytes.len()).with_depth(5)).is_ok());
    let code = |limits| read(limits).expect_err("over the limit").code();
    assert_eq!(code(ReadLimits::new().with_bytes(bytes.len() - 1)), ErrorCode::INVALID_CSDL);
    assert_eq!(code(ReadLimits::new().with_depth(4)), ErrorCode::TOO_DEEP);
    assert_eq!(code(ReadLimits::new().with_parts(8)), ErrorCode::TOO_MANY_MEMBERS);
    let faulty = text(&(0..50).map(|index| format!(r#""$x{index}":1"#)).collect::<Vec<_>>().join(","));
    let error = Document::from_json_with(faulty.as_bytes(), &ReadLimits::new().with_faults(7)).expect_err("faults");
    assert_eq!(error.all().count(), 7);
}

#[test]
fn annotations_of_annotations_are_not_nested_without_end() {
    let name = |depth: usize| "@a.b".repeat(depth);
    let members: Vec<_> = (1..100).map(|depth| format!(r#""{}":1"#, name(depth))).collect();
    let error = Document::from_json(text(&members.join(",")).as_bytes()).expect_err("too deep");
    let messages: Vec<_> = error.all().map(crate::Error::message).collect();
    assert_eq!(messages[0], "values and annotations of annotations are nested too deeply");
}
