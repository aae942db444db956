//! What is XML and not CSDL is reported, all of it, each at its place.

use super::{faults, faults_of, read, schema};

#[test]
fn all_faults_of_a_document_are_reported() {
    let content = "<EntityType Name='e' Open='true'>\n\
        <Property Nmae='p' Type='Edm.String' Nullable='yes' MaxLength='-1'/>\n\
        <Proprety Name='q'/>\n\
        <NavigationProperty Name='r' Type=''/>\n\
        </EntityType>\n\
        <Action Name='a'><Parameter Name='p'/>stray</Action>";
    let expected = [
        "n.e: `EntityType` has no attribute `Open` (line 2, column 22)",
        "n.e/: `Property` has no `Name` (line 3, column 1)",
        "n.e/: `Property` has no attribute `Nmae`; did you mean `Name`? (line 3, column 11)",
        "n.e/: `Nullable`: `yes` is not `true` or `false` (line 3, column 48)",
        "n.e/: `MaxLength`: `-1` is not a length: a number, or `max` (line 3, column 64)",
        "n.e: `EntityType` has no element `Proprety`; did you mean `Property`? (line 4, column 1)",
        "n.e/r: `Type`: `` is not the name of a type: `ns.type` or `Collection(ns.type)` (line 5, column 36)",
        "n.a/p: `Parameter` has no `Type` (line 7, column 18)",
        "n.a: `Action` cannot have text: `stray` (line 7, column 39)",
    ];
    assert_eq!(faults(content), expected);
}

#[test]
fn targets_are_paths() {
    let wrong =
        "<Annotation Term='n.t' Qualifier='q'><Record><PropertyValue Property='m' Int='x'/></Record></Annotation>";
    let targets = |content: &str| -> Vec<String> {
        let error = read(&schema(content)).expect_err("a faulty constant");
        error.all().map(|fault| fault.target().unwrap_or_default().to_owned()).collect()
    };
    let cases = [
        (format!("<Annotations Target='x.T/p'>{wrong}</Annotations>"), "x.T/p/@n.t#q/m"),
        (
            format!("<EntityContainer Name='C'><Singleton Name='s' Type='n.e'>{wrong}</Singleton></EntityContainer>"),
            "n.C/s/@n.t#q/m",
        ),
        (
            format!("<Function Name='f'><ReturnType Type='Edm.Int32'>{wrong}</ReturnType></Function>"),
            "n.f/$ReturnType/@n.t#q/m",
        ),
        (format!("<EnumType Name='c'><Member Name='a'>{wrong}</Member></EnumType>"), "n.c/a/@n.t#q/m"),
        (wrong.to_owned(), "n/@n.t#q/m"),
    ];
    for (content, expected) in cases {
        assert_eq!(targets(&content), [expected], "{content}");
    }
}

#[test]
fn elements_that_can_be_there_once_are_there_once() {
    let content = "<EntityType Name='e'><Key/><Key/></EntityType>\
        <Action Name='a'><ReturnType Type='n.e'/><ReturnType Type='n.e'/></Action>";
    let expected = [
        "n.e: `EntityType` has a second `Key` (line 2, column 28)",
        "n.a: `Action` has a second `ReturnType` (line 2, column 88)",
    ];
    assert_eq!(faults(content), expected);
}

#[test]
fn older_versions_are_named() {
    let old = schema("").replace("4.01", "2.0");
    let expected = "`Version`: version 2.0 is not read: documents of versions 4.0 and 4.01 are (line 1, column 18)";
    assert_eq!(faults_of(&old), [expected]);
    let unknown = schema("").replace("4.01", "4.2");
    let expected = "`Version`: `4.2` is not a version: documents of versions 4.0 and 4.01 are read (line 1, column 18)";
    assert_eq!(faults_of(&unknown), [expected]);
    let edmx = "<edmx:Edmx xmlns:edmx='http://schemas.microsoft.com/ado/2007/06/edmx' Version='1.0'>\
        <edmx:DataServices/></edmx:Edmx>";
    let expected = "the document is one of EDMX 1.0: those of versions 4.0 and 4.01 are read (line 1, column 1)";
    assert_eq!(faults_of(edmx), [expected]);
    let edm = schema("<Nope/>")
        .replace("docs.oasis-open.org/odata/ns/edm\">\n", "schemas.microsoft.com/ado/2009/11/edm\">\n");
    let expected =
        "`Schema` is an element of CSDL 3.0: documents of versions 4.0 and 4.01 are read (line 1, column 91)";
    assert_eq!(faults_of(&edm), [expected]);
}

#[test]
fn namespaces_are_those_of_the_elements() {
    let expected = "n: `Term` is not in the namespace `http://docs.oasis-open.org/odata/ns/edm` (line 2, column 1)";
    assert_eq!(faults("<Term xmlns='' Name='a' Type='Edm.String'/>"), [expected]);
    let expected = "`Edmx` has no `DataServices` (line 1, column 1)";
    assert_eq!(faults_of("<Edmx xmlns='http://docs.oasis-open.org/odata/ns/edmx' Version='4.0'/>"), [expected]);
}

#[test]
fn what_others_add_is_skipped() {
    let content = "<EntityType Name='e' o:label='x' xml:lang='en' xmlns:o='urn:o'><o:hint>text</o:hint>\
        <Property Name='p' Type='Edm.String'/></EntityType>";
    assert_eq!(read(&schema(content)).expect("a document").schemas[0].types[0].properties.len(), 1);
}

#[test]
fn the_scale_of_older_documents_is_taken() {
    let document =
        read(&schema("<ComplexType Name='c'><Property Name='p' Type='Edm.Decimal' Scale='Variable'/></ComplexType>"));
    assert!(document.expect("a document").to_xml().contains("Scale=\"variable\""));
}
