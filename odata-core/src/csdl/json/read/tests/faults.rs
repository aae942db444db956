use super::text;
use crate::{
    csdl::{Document, ReadLimits},
    error::ErrorCode,
};

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
