//! A vocabulary with everything that one can have, as Rust; and what has no form in Rust.

use odata_core::csdl::{
    Annotation, Constant, Document, EnumType, Expression, Facets, Include, MaxLength, Member, Name, Operation,
    PrimitiveType, Property, Reference, Scale, Schema, StructuredKind, StructuredType, Term, TypeDefinition,
    TypeReference,
};

use super::{Options, generate};

fn described(text: &str) -> Vec<Annotation> {
    vec![Annotation::new("Core.Description", Expression::string(text))]
}

fn deprecated(note: &str) -> Annotation {
    let kind = Expression::EnumMember(vec!["Core.RevisionKind/Deprecated".into()]);
    let revision = Expression::record([("Kind", kind), ("Description", Expression::string(note))]);
    Annotation::new("Core.Revisions", Expression::Collection(vec![revision]))
}

fn ty(name: &str) -> TypeReference {
    TypeReference { nullable: Some(false), ..TypeReference::new(name) }
}

fn nullable(name: &str) -> TypeReference {
    TypeReference::new(name)
}

fn collection(name: &str) -> TypeReference {
    TypeReference { collection: true, ..ty(name) }
}

fn term(name: &str, ty: TypeReference) -> Term {
    Term { name: name.into(), ty, ..Term::default() }
}

fn property(name: &str, ty: TypeReference) -> Property {
    Property { name: name.into(), ty, ..Property::default() }
}

fn complex(name: &str, base: Option<&str>, properties: Vec<Property>) -> StructuredType {
    StructuredType {
        kind: StructuredKind::Complex,
        name: name.into(),
        base: base.map(Into::into),
        properties,
        ..StructuredType::default()
    }
}

fn member(name: &str, value: i64) -> Member {
    Member { name: name.into(), value, has_value: true, ..Member::default() }
}

fn names(names: &[&str]) -> Vec<Name> {
    names.iter().map(|name| (*name).into()).collect()
}

fn document(schema: Schema) -> Document {
    let include = |alias: &str, namespace: &str| Include {
        namespace: namespace.into(),
        alias: Some(alias.into()),
        ..Include::default()
    };
    let includes = vec![include("Core", "Org.OData.Core.V1"), include("Log", "log.v1")];
    Document {
        references: vec![Reference { includes, ..Reference::default() }],
        schemas: vec![schema],
        ..Document::default()
    }
}

fn terms() -> Vec<Term> {
    vec![
        Term {
            applies_to: names(&["EntityType", "Property", "If"]),
            annotations: described(
                "Who last checked the annotated element, and by what: this description is longer than a line of a \
                 comment is.",
            ),
            ..term("Audited", ty("Shop.AuditType"))
        },
        Term { default: Some("true".into()), base: Some("Shop.Audited".into()), ..term("Fragile", ty("Core.Tag")) },
        Term { annotations: described("Two  blanks"), ..term("label", nullable("Edm.String")) },
        Term {
            ty: TypeReference {
                facets: Facets { precision: Some(9), scale: Some(Scale::Variable), ..Facets::default() },
                ..ty("Edm.Decimal")
            },
            default: Some("-0.5".into()),
            ..term("Discount", ty(""))
        },
        term("Channels", ty("shop.vocabulary.v1.Channel")),
        term("Level", nullable("Shop.Level")),
        term("Levels", collection("Log.Level")),
        term("Sorts", collection("Edm.PropertyPath")),
        term("Gaps", TypeReference { nullable: Some(true), ..collection("Edm.Date") }),
        Term { annotations: vec![deprecated("Use `Levels`")], ..term("String", ty("Edm.String")) },
        term("Any", ty("Edm.PrimitiveType")),
        term("TERMS", ty("Edm.Untyped")),
    ]
}

fn types() -> Vec<StructuredType> {
    vec![
        StructuredType {
            is_abstract: true,
            is_open: true,
            annotations: described("Base of all checks."),
            ..complex("Check", None, vec![property("DoneAt", ty("Edm.DateTimeOffset"))])
        },
        complex(
            "AuditType",
            Some("Shop.Check"),
            vec![
                Property { annotations: described("Who did it"), ..property("By", ty("Shop.UserName")) },
                Property { default: Some("web".into()), ..property("Channels", ty("Shop.Channel")) },
                Property { default: Some("3".into()), ..property("Level", ty("Shop.Level")) },
                Property { default: Some("true".into()), ..property("Type", ty("Edm.String")) },
                property("ReportURL", nullable("Edm.String")),
                property("Parts", collection("Shop.AuditType")),
                property("Where", nullable("Edm.GeographyPoint")),
                property("Of", ty("Edm.PropertyPath")),
            ],
        ),
        complex("Value", None, vec![property("self", ty("Edm.Binary"))]),
    ]
}

fn vocabulary() -> Document {
    let channel = EnumType {
        is_flags: true,
        members: vec![member("web", 1), member("STORE", 2), member("shop", 2), member("no_one", 0)],
        ..EnumType { name: "Channel".into(), ..EnumType::default() }
    };
    let level = EnumType {
        name: "Level".into(),
        underlying: Some("Edm.Int16".into()),
        members: vec![
            Member { annotations: described("Not at all"), ..member("Low", -1) },
            Member { annotations: vec![deprecated("Never used")], ..member("Level", 3) },
        ],
        ..EnumType::default()
    };
    let user = TypeDefinition {
        name: "UserName".into(),
        underlying: "Edm.String".into(),
        facets: Facets { max_length: Some(MaxLength::Number(20)), unicode: Some(false), ..Facets::default() },
        annotations: described("A user of the shop"),
        ..TypeDefinition::default()
    };
    document(Schema {
        namespace: "shop.vocabulary.v1".into(),
        alias: Some("Shop".into()),
        definitions: vec![user],
        enums: vec![channel, level],
        types: types(),
        terms: terms(),
        annotations: described("What a shop says about its model"),
        ..Schema::default()
    })
}

fn log() -> Document {
    let level =
        EnumType { name: "Level".into(), is_flags: true, members: vec![member("on", 1)], ..EnumType::default() };
    Document {
        schemas: vec![Schema { namespace: "log.v1".into(), enums: vec![level], ..Schema::default() }],
        ..Document::default()
    }
}

/// Compares with the file of the same name, or writes it where `ODATA_BLESS` is set.
fn is_file(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vocabulary").join(name);
    if std::env::var_os("ODATA_BLESS").is_some() {
        std::fs::write(&path, found).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == found, "{} differs; see CONTRIBUTING.md, \"Bless snapshots\"\n{found}", path.display());
}

fn options() -> Options {
    Options {
        modules: vec![("log.v1".to_owned(), "crate::logging::log_types".to_owned())],
        references: vec![log()],
        ..Options::default()
    }
}

#[test]
fn a_vocabulary_of_everything() {
    let rust = generate(&vocabulary(), &options()).expect("it has a form in Rust");
    is_file("everything.rs", &rust);
}

#[test]
fn the_path_of_the_crate_is_written_where_it_is_not_the_usual_one() {
    let options = Options { crate_path: "facade::odata".to_owned(), ..options() };
    let rust = generate(&vocabulary(), &options).expect("it has a form in Rust");
    assert!(rust.contains("use facade::odata::{Flags, ODataTerm};") && rust.contains("crate = \"facade::odata\""));
    assert!(rust.contains("use facade::odata::vocabularies::core;") && !rust.contains("::odata_core"));
}

/// The modules that a schema with this namespace and alias has.
fn modules(namespace: &str, alias: Option<&str>) -> Result<[bool; 2], String> {
    let schema = Schema {
        namespace: namespace.into(),
        alias: alias.map(Into::into),
        terms: vec![term("A", ty(&format!("{namespace}.T")))],
        types: vec![complex("T", None, Vec::new())],
        ..Schema::default()
    };
    let rust = generate(&document(schema), &Options::default()).map_err(|error| error.to_string())?;
    Ok(["pub mod FarAway {", "pub mod far_away {"].map(|module| rust.contains(module)))
}

#[test]
fn modules_are_named_after_the_alias_or_the_namespace() {
    assert_eq!(modules("com.example.FarAway.v12", None), Ok([true, true]));
    assert_eq!(modules("com.example.vocabulary", Some("FarAway")), Ok([true, true]));
    assert_eq!(modules("com.example.vocabulary", Some("far_away")), Ok([true, true]));
    assert_eq!(modules("com.example.FarAway", Some("self")), Ok([true, true]));
    assert_eq!(modules("com.example.FarAway", Some("Near")), Ok([false, false]));
    assert_eq!(modules("a.1b", None), Err("`1b` cannot be the name of a module; give the schema an alias".to_owned()));
}

/// The faults of a vocabulary.
fn faults(schema: Schema) -> Vec<String> {
    let schema = Schema { namespace: "shop.v1".into(), ..schema };
    match generate(&document(schema), &Options::default()) {
        Ok(rust) => panic!("it has no faults:\n{rust}"),
        Err(error) => error.all().map(ToString::to_string).collect(),
    }
}

#[test]
fn all_faults_are_found() {
    let found = faults(Schema {
        terms: vec![
            term("A", ty("Edm.Stream")),
            term("B", collection("Edm.Byte")),
            term("C", ty("shop.v1.Missing")),
            term("D", ty("Log.Level")),
            Term { base: Some("shop.v1.Missing".into()), ..term("E", ty("Edm.String")) },
            Term { applies_to: names(&["ns.T"]), ..term("F", ty("Edm.String")) },
        ],
        definitions: vec![TypeDefinition {
            name: "G".into(),
            underlying: "Edm.GeographyPoint".into(),
            ..TypeDefinition::default()
        }],
        enums: vec![
            EnumType { name: "H".into(), ..EnumType::default() },
            EnumType {
                name: "I".into(),
                underlying: Some("Edm.String".into()),
                members: vec![member("a", 0)],
                ..EnumType::default()
            },
        ],
        types: vec![
            StructuredType { name: "J".into(), ..StructuredType::default() },
            complex("K", Some("shop.v1.K"), Vec::new()),
        ],
        operations: vec![Operation { name: "L".into(), ..Operation::default() }],
        ..Schema::default()
    });
    assert_eq!(
        found,
        [
            "`Edm.Stream` cannot be the type of a term or of what it holds",
            "`Collection(Edm.Byte)` cannot be the type of a term or of what it holds",
            "there is no type `Missing` in `shop.v1`",
            "type `log.v1.Level` belongs to another vocabulary, whose Rust module is not known",
            "there is no term `Missing` in `shop.v1`",
            "`ns.T` is not a kind of model elements",
            "`Edm.GeographyPoint` cannot be the underlying type of type definition `G`",
            "enumeration type `H` has no members",
            "`Edm.String` cannot be the underlying type of an enumeration type",
            "entity type `J` cannot be part of a vocabulary",
            "`shop.v1.K` cannot be the base type of `K`",
            "action `L` cannot be part of a vocabulary",
        ]
    );
}

#[test]
fn names_that_are_no_identifiers_are_refused() {
    let found = faults(Schema {
        alias: Some("Shop".into()),
        definitions: vec![TypeDefinition {
            name: "a-b".into(),
            underlying: "Edm.String".into(),
            ..TypeDefinition::default()
        }],
        enums: vec![EnumType { name: "".into(), members: vec![member("1", 0)], ..EnumType::default() }],
        types: vec![complex("A\nB", None, vec![property("//", ty("Edm.String"))])],
        terms: vec![term("a::b", ty("Edm.String"))],
        ..Schema::default()
    });
    let names = ["a-b", "", "A\\nB", "1", "//", "a::b"];
    assert_eq!(found, names.map(|name| format!("`{name}` is not an identifier")));
    let schema = Schema { namespace: "a.b;\n".into(), alias: Some("Shop".into()), ..Schema::default() };
    let error = generate(&document(schema), &Options::default()).expect_err("it is not a namespace");
    assert_eq!(error.to_string(), "`b;\\n` is not an identifier");
}

#[test]
fn a_document_of_two_schemas_is_refused() {
    let schema = || Schema { namespace: "a".into(), ..Schema::default() };
    let document = Document { schemas: vec![schema(), schema()], ..Document::default() };
    let error = generate(&document, &Options::default()).expect_err("it has two schemas");
    assert_eq!(error.to_string(), "a vocabulary is one schema; the document has 2");
}

#[test]
fn a_description_that_is_no_text_is_left_out() {
    let number = Expression::Constant(Constant::new(PrimitiveType::Int64, "1"));
    let schema = Schema {
        namespace: "shop.v1".into(),
        alias: Some("Shop".into()),
        terms: vec![Term {
            annotations: vec![Annotation::new("Core.Description", number)],
            ..term("A", ty("Edm.String"))
        }],
        ..Schema::default()
    };
    let rust = generate(&document(schema), &Options::default()).expect("it has a form in Rust");
    assert!(rust.contains("{\n    use") && rust.contains("};\n\n    #[derive(ODataTerm)]"), "{rust}");
}
