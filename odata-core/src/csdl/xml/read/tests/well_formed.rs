//! What is not well-formed XML is refused, at its place.

use super::{faults, faults_of, read, schema};

/// What a strict reader refuses must be refused: a document with one wrong piece, and the fault.
#[track_caller]
fn refused(text: &str, expected: &str) {
    assert!(roxmltree::Document::parse(text).is_err(), "an XML reader takes {text}");
    refused_here(text, expected);
}

/// What the reader that others are compared with takes, though the standard does not.
#[track_caller]
fn refused_here(text: &str, expected: &str) {
    assert_eq!(faults_of(text), [expected]);
}

#[test]
fn elements_end_where_they_should() {
    refused("<a>\n<b>", "the document ends within `<b>` of line 2 (line 2, column 4)");
    refused("<a><b></a></b>", "`</a>` cannot end `<b>` of line 1 (line 1, column 7)");
    refused("<a/></a>", "`</a>` ends no element (line 1, column 5)");
    refused("<a/><b/>", "a document has one root element (line 1, column 5)");
    refused("", "the document has no element (line 1, column 1)");
    refused("<!-- -->\n", "the document has no element (line 2, column 1)");
    refused("<a", "the document ends within the tag of `a` (line 1, column 3)");
    refused("<a/", "white space, `>` or `/>` is missing in the tag of `a` (line 1, column 3)");
    refused("<a></a b>", "`>` is missing after the name of an element that ends (line 1, column 8)");
}

#[test]
fn text_is_within_the_root_element() {
    refused("<a/> x", "text outside of the root element (line 1, column 6)");
    refused("{\"$Version\": 1}", "text outside of the root element (line 1, column 1)");
    refused("<a/>&#32;", "text outside of the root element (line 1, column 5)");
    refused("<a/><![CDATA[ ]]>", "text outside of the root element (line 1, column 14)");
    refused(
        " <?xml version=\"1.0\"?><a/>",
        "the XML declaration comes first in a document, and once (line 1, column 2)",
    );
}

#[test]
fn names_start_with_letters() {
    refused("<1a/>", "the name of an element cannot start with `1` (line 1, column 2)");
    refused("< a/>", "the name of an element cannot start with ` ` (line 1, column 2)");
    refused("<a 1=\"\"/>", "the name of an attribute cannot start with `1` (line 1, column 4)");
    refused("<a:/>", "the name of an element cannot start with `/` (line 1, column 4)");
    refused_here("<:a/>", "the name of an element cannot start with `:` (line 1, column 2)");
    refused("<", "the document ends before the name of an element (line 1, column 2)");
    assert_eq!(faults_of("<a:b:c/>"), ["the name of an element cannot have two colons (line 1, column 5)"]);
}

#[test]
fn attributes_have_spaces_quotation_marks_and_one_value() {
    refused("<a b=\"1\"c=\"2\"/>", "white space, `>` or `/>` is missing in the tag of `a` (line 1, column 9)");
    refused("<a b=1/>", "the value of an attribute starts with a quotation mark (line 1, column 6)");
    refused("<a b/>", "`=` is missing after the name of an attribute (line 1, column 5)");
    refused("<a b=\"<\"/>", "the value of an attribute cannot have `<`; write `&lt;` (line 1, column 7)");
    refused("<a b=\"1/>", "the document ends within the value of an attribute (line 1, column 10)");
    let expected =
        "the root element is not `Edmx` of the namespace `http://docs.oasis-open.org/odata/ns/edmx` (line 1, column 1)";
    let twice = "`a` has `b` twice (line 1, column 10)";
    assert_eq!(faults_of("<a b=\"1\" b=\"2\"/>"), [expected, twice]);
}

#[test]
fn two_prefixes_of_one_namespace_make_one_attribute() {
    let text = r#"<a xmlns:p="u" xmlns:q="u" p:b="" q:b=""/>"#;
    assert!(roxmltree::Document::parse(text).is_err());
    assert_eq!(faults_of(text)[1], "`a` has `q:b` twice (line 1, column 35)");
}

#[test]
fn prefixes_are_declared() {
    let text = schema("<y:a/><Term z:b=\"\" Name=\"t\" Type=\"Edm.String\"/>");
    assert!(roxmltree::Document::parse(&text).is_err());
    assert_eq!(
        faults_of(&text),
        ["the prefix `y` is not declared (line 2, column 1)", "the prefix `z` is not declared (line 2, column 13)"]
    );
    // Only where it is declared.
    assert_eq!(faults("<y:a xmlns:y=\"u\"/><y:a/>"), ["the prefix `y` is not declared (line 2, column 19)"]);
    for declaration in [
        "xmlns:p=\"\"",
        "xmlns:xml=\"u\"",
        "xmlns:xmlns=\"u\"",
        "xmlns:p=\"http://www.w3.org/2000/xmlns/\"",
        "xmlns=\"http://www.w3.org/XML/1998/namespace\"",
    ] {
        assert_eq!(faults(&format!("<o:a xmlns:o=\"u\" {declaration}/>")).len(), 1, "{declaration}");
    }
}

#[test]
fn some_characters_are_not_allowed() {
    refused("<a>\u{1}</a>", "the character U+0001 is not allowed (line 1, column 4)");
    refused("<a b=\"\u{b}\"/>", "the character U+000B is not allowed (line 1, column 7)");
    refused("<a>x\u{ffff}</a>", "the character U+FFFF is not allowed (line 1, column 5)");
    refused("<a><!-- \u{0} --></a>", "the character U+0000 is not allowed (line 1, column 9)");
    refused("<a><![CDATA[\u{fffe}]]></a>", "the character U+FFFE is not allowed (line 1, column 13)");
    refused("<a>]]></a>", "text cannot have `]]>`; write `]]&gt;` (line 1, column 4)");
}

#[test]
fn references_are_of_characters_and_five_entities() {
    refused("<a>&nope;</a>", "`&nope` is not the name of an entity (line 1, column 4)");
    refused("<a>&</a>", "`&` starts a reference that has no end; write `&amp;` (line 1, column 4)");
    refused("<a>&#0;</a>", "`&#0;` is not a character (line 1, column 4)");
    refused_here("<a>&#xD800;</a>", "`&#xD800;` is not a character (line 1, column 4)");
    refused("<a>&#x;</a>", "`&#x;` is not a character (line 1, column 4)");
    refused("<a>&#+65;</a>", "`&#+65;` is not a character (line 1, column 4)");
    refused_here("<a b='&#xffffffff;'/>", "`&#xffffffff;` is not a character (line 1, column 7)");
    refused_here("<a>&#X41;</a>", "`&#X41;` is not a character (line 1, column 4)");
}

#[test]
fn document_types_are_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a>&x;</a>";
    assert_eq!(faults_of(bomb), ["a document type is not allowed (line 1, column 1)"]);
    refused("<!doctype a><a/>", "`<!` starts neither a comment nor a CDATA section (line 1, column 1)");
}

#[test]
fn comments_instructions_and_sections_have_ends() {
    refused("<a><!-- -- --></a>", "a comment cannot have `--` (line 1, column 9)");
    refused("<a><!-- ---></a>", "a comment cannot have `--` (line 1, column 9)");
    refused("<a><!-- </a>", "the comment has no end (line 1, column 4)");
    refused("<a><![CDATA[ </a>", "the CDATA section has no end (line 1, column 4)");
    refused("<a><?p </a>", "the processing instruction has no end (line 1, column 4)");
    refused_here("<a><?XML ?></a>", "the XML declaration comes first in a document, and once (line 1, column 4)");
    refused("<a><? p?></a>", "the name of a processing instruction cannot start with ` ` (line 1, column 6)");
    refused_here(
        "<a><?p&?></a>",
        "white space is missing after the name of a processing instruction (line 1, column 7)",
    );
}

#[test]
fn declarations_are_in_order() {
    refused_here("<?xml?><a/>", "the XML declaration has no version (line 1, column 6)");
    refused_here("<?xml encoding=\"utf-8\"?><a/>", "the XML declaration has no version (line 1, column 6)");
    refused_here("<?xml version=\"2.0\"?><a/>", "XML has no version `2.0` (line 1, column 16)");
    refused_here(
        "<?xml version=\"1.0\" standalone=\"maybe\"?><a/>",
        "`standalone` is `yes` or `no` (line 1, column 33)",
    );
    refused(
        "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"utf-8\"?><a/>",
        "`?>` is missing after the XML declaration (line 1, column 38)",
    );
    refused(
        "<?xml version=\"1.0\"encoding=\"utf-8\"?><a/>",
        "white space is missing before `encoding` (line 1, column 20)",
    );
    refused("<?xml version=\"1.0\"><a/>", "`?>` is missing after the XML declaration (line 1, column 20)");
}

#[test]
fn what_is_well_formed_is_taken() {
    let content = "<Term\tName = 'a'\nType\r\n=\"Edm.String\" ></Term\n><?p?><?p x?>\
        <!-- - <&> --><o:b xmlns:o='u' o:c=''>x<o:d/>]]&gt;</o:b>";
    let text =
        format!("<?xml version='1.0' standalone='no' ?>\n<!-- x --><?p?>{}\n<!-- y -->\n<?p?> ", schema(content));
    assert!(roxmltree::Document::parse(&text).is_ok());
    assert_eq!(read(&text).expect("a document").schemas[0].terms[0].name, "a");
}
