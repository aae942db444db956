//! Values of attributes and text, and the forms of expressions.

use super::{faults, read, schema};
use crate::csdl::{Annotation, Constant, Document, Expression, Operator, PathKind, PrimitiveType, Schema};

#[track_caller]
fn schema_of(content: &str) -> Schema {
    let mut document = read(&schema(content)).expect("a document");
    document.schemas.remove(0)
}

#[track_caller]
fn value(annotation: &str) -> Expression {
    schema_of(annotation).annotations.remove(0).value.expect("a value")
}

#[test]
fn white_space_and_references_are_normalized_as_xml_wants_it() {
    let attribute = value("<Annotation Term='n.t' String=' a\n\tb\r\nc\rd&#10;&#13;&#x9;&lt;&apos;&quot;&amp;&gt; '/>");
    assert_eq!(attribute.as_str(), Some(" a  b c d\n\r\t<'\"&> "));
    let element = value(
        "<Annotation Term='n.t'><String> a\n\tb\r\nc\rd<!-- - -->&#13;<![CDATA[<&\r\n]]>e </String></Annotation>",
    );
    assert_eq!(element.as_str(), Some(" a\n\tb\nc\nd\r<&\ne "));
}

#[test]
fn attributes_and_elements_say_the_same() {
    let cases = [
        ("Binary", "T0RhdGE", PrimitiveType::Binary),
        ("Bool", "true", PrimitiveType::Boolean),
        ("Date", "2000-01-01", PrimitiveType::Date),
        ("DateTimeOffset", "2000-01-01T16:00:00.000Z", PrimitiveType::DateTimeOffset),
        ("Decimal", "3.14", PrimitiveType::Decimal),
        ("Duration", "P7D", PrimitiveType::Duration),
        ("Float", "3.14", PrimitiveType::Double),
        ("Guid", "21EC2020-3AEA-1069-A2DD-08002B30309D", PrimitiveType::Guid),
        ("Int", "42", PrimitiveType::Int64),
        ("String", "Product Catalog", PrimitiveType::String),
        ("TimeOfDay", "21:45:00", PrimitiveType::TimeOfDay),
    ];
    for (name, text, ty) in cases {
        let expected = Expression::Constant(Constant::new(ty, text));
        assert_eq!(value(&format!("<Annotation Term='n.t' {name}='{text}'/>")), expected);
        assert_eq!(value(&format!("<Annotation Term='n.t'><{name}>{text}</{name}></Annotation>")), expected);
    }
    let paths = [
        ("Path", PathKind::Value),
        ("AnnotationPath", PathKind::Annotation),
        ("ModelElementPath", PathKind::ModelElement),
        ("NavigationPropertyPath", PathKind::NavigationProperty),
        ("PropertyPath", PathKind::Property),
    ];
    for (name, kind) in paths {
        let expected = Expression::Path(kind, "a/@n.t#Q".into());
        assert_eq!(value(&format!("<Annotation Term='n.t' {name}='a/@n.t#Q'/>")), expected);
        assert_eq!(value(&format!("<Annotation Term='n.t'><{name}> a/@n.t#Q\n</{name}></Annotation>")), expected);
    }
    let url = Expression::UrlReference(Box::new(Expression::string("http://h/x")), Vec::new());
    assert_eq!(value("<Annotation Term='n.t' UrlRef='http://h/x'/>"), url);
    assert_eq!(value("<Annotation Term='n.t'><UrlRef><String>http://h/x</String></UrlRef></Annotation>"), url);
    let members = Expression::EnumMember(vec!["n.p/Red".into(), "n.p/Striped".into()]);
    assert_eq!(value("<Annotation Term='n.t' EnumMember='n.p/Red  n.p/Striped'/>"), members);
    assert_eq!(value("<Annotation Term='n.t'><EnumMember>n.p/Red\nn.p/Striped</EnumMember></Annotation>"), members);
}

#[test]
fn operators_have_their_operands() {
    for operator in Operator::ALL {
        let (name, operands) = (operator.name(), "<Path>a</Path>".repeat(operator.operands()));
        let text = format!("<Annotation Term='n.t'><{name}>{operands}<Annotation Term='n.u'/></{name}></Annotation>");
        let Expression::Operation(read, operands, annotations) = value(&text) else { panic!("{name}") };
        assert_eq!((read, operands.len(), annotations.len()), (operator, operator.operands(), 1));
        let count = operator.operands();
        let plural = if count == 1 { "one value" } else { "2 values" };
        let expected = format!("n/@n.t: `{name}` has {plural}, not 0 (line 2, column 24)");
        assert_eq!(faults(&format!("<Annotation Term='n.t'><{name}/></Annotation>")), [expected]);
    }
}

#[test]
fn values_have_as_many_values_as_they_need() {
    let cases = [
        ("<If><Null/></If>", "`If` has 2 to 3 values, not 1"),
        ("<If><Null/><Null/><Null/><Null/></If>", "`If` has 2 to 3 values, not 4"),
        ("<Cast Type='Edm.String'/>", "`Cast` has one value, not 0"),
        ("<IsOf Type='Edm.String'><Null/><Null/></IsOf>", "`IsOf` has one value, not 2"),
        ("<LabeledElement Name='a'/>", "`LabeledElement` has one value, not 0"),
        ("<LabeledElement Name='a' Int='1'><Null/></LabeledElement>", "`LabeledElement` has one value, not 2"),
        ("<UrlRef/>", "`UrlRef` has one value, not 0"),
    ];
    for (text, message) in cases {
        let expected = format!("n/@n.t: {message} (line 2, column 24)");
        assert_eq!(faults(&format!("<Annotation Term='n.t'>{text}</Annotation>")), [expected]);
    }
    let twice = "n/@n.t: `Annotation` has at most one value, not 2 (line 2, column 1)";
    assert_eq!(faults("<Annotation Term='n.t' Int='1' Bool='true'/>"), [twice]);
    let member = "n/@n.t/p: `PropertyValue` has at most one value, not 2 (line 2, column 32)";
    let value = "<PropertyValue Property='p' Int='1'><Null/></PropertyValue>";
    let text = &format!("<Annotation Term='n.t'><Record>{value}</Record></Annotation>");
    assert_eq!(faults(text), [member]);
}

#[test]
fn an_annotation_without_a_value_has_none() {
    let annotations =
        schema_of("<Annotation Term='n.t'><Annotation Term='n.u' Qualifier='q'/></Annotation>").annotations;
    let inner = Annotation { term: "n.u".into(), qualifier: Some("q".into()), ..Annotation::default() };
    assert_eq!(annotations, [Annotation { term: "n.t".into(), annotations: vec![inner], ..Annotation::default() }]);
}

#[test]
fn what_is_so_without_an_attribute_is_left_out() {
    let plain = "<EntityType Name='e'><Property Name='p' Type='Edm.Decimal'/><Property Name='q' Type='Edm.TimeOfDay'/>\
        <NavigationProperty Name='r' Type='n.e'/></EntityType><EnumType Name='c'><Member Name='m'/></EnumType>\
        <EntityContainer Name='C'><EntitySet Name='s' EntityType='n.e'/>\
        <FunctionImport Name='f' Function='n.f'/></EntityContainer>";
    let said = "<EntityType Name='e' Abstract='false' OpenType='0' HasStream='false'>\
        <Property Name='p' Type='Edm.Decimal' Nullable='1' Scale='0'/>\
        <Property Name='q' Type='Edm.TimeOfDay' Precision='0' Unicode='true'/>\
        <NavigationProperty Name='r' Type='n.e' Nullable='true' ContainsTarget='false'/></EntityType>\
        <EnumType Name='c' IsFlags='false' UnderlyingType='Edm.Int32'><Member Name='m'/></EnumType>\
        <EntityContainer Name='C'><EntitySet Name='s' EntityType='n.e' IncludeInServiceDocument='true'/>\
        <FunctionImport Name='f' Function='n.f' IncludeInServiceDocument='false'/></EntityContainer>";
    assert_eq!(read(&schema(plain)), read(&schema(said)));
    // A type definition can say what else a property does not say, and a parameter without a facet can have any.
    let kept = "<EntityType Name='e'><Property Name='p' Type='n.d' Scale='0' Unicode='true'/></EntityType>\
        <TypeDefinition Name='d' UnderlyingType='Edm.Decimal' Scale='0' Unicode='true'/>\
        <Action Name='a'><Parameter Name='p' Type='Edm.Decimal' Scale='0'/></Action>";
    let text = read(&schema(kept)).expect("a document").to_xml();
    assert_eq!((text.matches("Scale=\"0\"").count(), text.matches("Unicode=\"true\"").count()), (3, 2));
}

#[test]
fn members_without_values_count_on() {
    let schema =
        schema_of("<EnumType Name='c'><Member Name='a'/><Member Name='b' Value='-3'/><Member Name='d'/></EnumType>");
    let members: Vec<_> = schema.enums[0].members.iter().map(|member| (member.value, member.has_value)).collect();
    assert_eq!(members, [(0, false), (-3, true), (-2, false)]);
    let largest = "<EnumType Name='c'><Member Name='a' Value='9223372036854775807'/><Member Name='b'/></EnumType>";
    let expected = "n.c/b: `Member` has no `Value`, and the one before it has the largest (line 2, column 66)";
    assert_eq!(faults(largest), [expected]);
}

#[test]
fn prefixes_are_free() {
    let usual = read(&schema("<Term Name='a' Type='Edm.String'/>")).expect("a document");
    let text = "<Edmx xmlns='http://docs.oasis-open.org/odata/ns/edmx' Version='4.01'><DataServices>\
        <ä:Schema xmlns:ä='http://docs.oasis-open.org/odata/ns/edm' Namespace='n'><ä:Term Name='a' Type='Edm.String'/>\
        </ä:Schema></DataServices></Edmx>";
    assert_eq!(Document::from_xml(text.as_bytes()), Ok(usual));
}
