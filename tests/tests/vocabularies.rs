//! The vocabularies as Rust are those that OASIS publishes: made again they are the same text, and what the program knows
//! of terms and records is what the documents declare.

use std::{env, fs, path::Path};

use odata_codegen::vocabulary::{Options, generate};
use odata_core::{
    Flags, Model, Nav, ODataAction, ODataContainer, ODataEntity, Optional,
    annotation::{MemberDescriptor, RecordDescriptor, TermDescriptor, TermType},
    csdl::{Annotation, Document, Elements, Schema, StructuredType, Term, TypeReference},
    edm::EnumDescriptor,
    record,
    vocabularies::{
        self, Authorization, Capabilities, Core, Measures, Validation, authorization, capabilities, core, validation,
    },
};
use odata_tests::{
    metadata,
    shop_vocabulary::{Shop, shop},
};

/// A vocabulary: its name, its terms, its records, and the file that was made of it.
struct Vocabulary {
    name: &'static str,
    terms: &'static [&'static TermDescriptor],
    records: &'static [&'static RecordDescriptor],
}

const VOCABULARIES: [Vocabulary; 5] = [
    Vocabulary { name: "Core", terms: Core::TERMS, records: core::RECORDS },
    Vocabulary { name: "Capabilities", terms: Capabilities::TERMS, records: capabilities::RECORDS },
    Vocabulary { name: "Validation", terms: Validation::TERMS, records: validation::RECORDS },
    Vocabulary { name: "Measures", terms: Measures::TERMS, records: &[] },
    Vocabulary { name: "Authorization", terms: Authorization::TERMS, records: authorization::RECORDS },
];

impl Vocabulary {
    /// Reads the document that declares it, where it is at hand.
    fn document(&self) -> Option<Document> {
        let file = metadata::reference(&format!("vocabularies/Org.OData.{}.V1.xml", self.name))?;
        Some(Document::from_xml(&std::fs::read(file).expect("it can be read")).expect("it has no faults"))
    }
}

/// Compares the file with what is made of the document that declares the vocabulary. `ODATA_BLESS` writes it again.
fn is_made_of(document: &Document, file: &str) {
    let made = generate(document, &Options::default()).expect("it has a form in Rust");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    if env::var_os("ODATA_BLESS").is_some() {
        fs::write(&file, &made).expect("it can be written");
    }
    let present = fs::read_to_string(&file).expect("it can be read");
    assert!(present == made, "{} is not what `odata-codegen vocabulary` makes", file.display());
}

#[test]
fn made_again_they_are_the_same() {
    for vocabulary in VOCABULARIES {
        let Some(document) = vocabulary.document() else { return };
        is_made_of(&document, &format!("odata-core/src/vocabularies/{}_v1.rs", vocabulary.name.to_lowercase()));
    }
}

#[test]
fn a_vocabulary_of_ones_own_is_made_in_the_same_way() {
    let document = include_bytes!("../../odata-codegen/examples/shop.xml");
    let document = Document::from_xml(document).expect("it has no faults");
    is_made_of(&document, "tests/src/shop_vocabulary.rs");
}

/// The parts of a type that are compared: its name, and whether a value can be null.
fn declared_type(elements: &Elements, ty: &TypeReference) -> (String, bool) {
    // Values of these are paths and null only, so that there is no Rust type for them.
    let name = match &*ty.name.text {
        "Edm.Geometry" | "Edm.EntityType" => "Edm.Untyped".into(),
        name => elements.qualified(name),
    };
    if ty.collection {
        (format!("Collection({name})"), ty.nullable == Some(true))
    } else {
        (name.into_owned(), ty.is_nullable())
    }
}

fn known_type(ty: TermType, nullable: bool) -> (String, bool) {
    (ty.name().into_owned(), nullable)
}

fn description<'d>(elements: &Elements, annotations: &'d [Annotation]) -> Option<&'d str> {
    let is_description =
        |annotation: &&Annotation| elements.qualified(&annotation.term) == "Org.OData.Core.V1.Description";
    annotations.iter().find(is_description)?.value.as_ref()?.as_str()
}

fn compare_term(elements: &Elements, schema: &Schema, declared: &Term, known: &TermDescriptor) {
    assert_eq!(known.name(), format!("{}.{}", schema.namespace, declared.name));
    assert_eq!(known_type(known.ty(), known.is_nullable()), declared_type(elements, &declared.ty), "{}", known.name());
    assert_eq!(known.default_value(), declared.default.as_deref(), "{}", known.name());
    assert_eq!(known.base().map(TermDescriptor::name), declared.base.as_deref(), "{}", known.name());
    let mut kinds: Vec<_> = known.applies_to().names().collect();
    let mut declared_kinds: Vec<_> = declared.applies_to.iter().map(|kind| &*kind.text).collect();
    kinds.sort_unstable();
    declared_kinds.sort_unstable();
    assert_eq!(kinds, declared_kinds, "{}", known.name());
    assert_eq!(known.description(), description(elements, &declared.annotations), "{}", known.name());
}

fn compare_record(elements: &Elements, schema: &Schema, declared: &StructuredType, known: &RecordDescriptor) {
    assert_eq!(known.name(), format!("{}.{}", schema.namespace, declared.name));
    let base = declared.base.as_ref().map(|base| elements.qualified(base));
    assert_eq!(known.base().map(RecordDescriptor::name), base.as_deref(), "{}", known.name());
    assert_eq!((known.is_abstract(), known.is_open()), (declared.is_abstract, declared.is_open), "{}", known.name());
    assert_eq!(known.description(), description(elements, &declared.annotations), "{}", known.name());
    let mut levels: Vec<_> = elements.chain(declared).collect();
    levels.reverse();
    let members = levels.iter().flat_map(|level| &level.properties);
    let expected: Vec<_> = members
        .map(|member| {
            let default = member.default.as_ref().map(|default| default.text.clone());
            let description = description(elements, &member.annotations).map(str::to_owned);
            (member.name.text.clone(), declared_type(elements, &member.ty), default, description)
        })
        .collect();
    let found = |member: &MemberDescriptor| {
        let default = member.default_value().map(str::to_owned);
        let description = member.description().map(str::to_owned);
        (member.name().to_owned(), known_type(member.ty(), member.is_nullable()), default, description)
    };
    assert_eq!(known.members().iter().map(found).collect::<Vec<_>>(), expected, "{}", known.name());
}

#[test]
fn terms_and_records_are_those_of_the_documents() {
    for vocabulary in VOCABULARIES {
        let Some(document) = vocabulary.document() else { return };
        let (elements, [schema]) = (Elements::of(&document), &*document.schemas) else { panic!("it is one schema") };
        assert_eq!(vocabulary.terms.len(), schema.terms.len());
        for (declared, known) in schema.terms.iter().zip(vocabulary.terms) {
            compare_term(&elements, schema, declared, known);
        }
        assert_eq!(vocabulary.records.len(), schema.types.len());
        for (declared, known) in schema.types.iter().zip(vocabulary.records) {
            compare_record(&elements, schema, declared, known);
        }
    }
}

/// Adds an enumeration type that a type names.
fn add_enum(ty: TermType, found: &mut Vec<&'static EnumDescriptor>) {
    match ty {
        TermType::Collection(item) => add_enum(*item, found),
        TermType::Enum(descriptor) => found.push(descriptor),
        _ => {}
    }
}

#[test]
fn enumeration_types_are_those_of_the_documents() {
    let mut known = Vec::new();
    for vocabulary in VOCABULARIES {
        vocabulary.terms.iter().for_each(|term| add_enum(term.ty(), &mut known));
        let members = vocabulary.records.iter().flat_map(|record| record.members());
        members.for_each(|member| add_enum(member.ty(), &mut known));
    }
    for vocabulary in VOCABULARIES {
        let Some(document) = vocabulary.document() else { return };
        let elements = Elements::of(&document);
        for declared in document.schemas.iter().flat_map(|schema| &schema.enums) {
            let name = format!("Org.OData.{}.V1.{}", vocabulary.name, declared.name);
            let found = known.iter().find(|known| known.name() == name).unwrap_or_else(|| panic!("{name} is used"));
            assert_eq!(found.is_flags(), declared.is_flags, "{name}");
            let declared = declared
                .members
                .iter()
                .map(|member| (&*member.name.text, member.value, description(&elements, &member.annotations)));
            let members = found.members().iter().map(|member| (member.name(), member.value(), member.description()));
            assert_eq!(members.collect::<Vec<_>>(), declared.collect::<Vec<_>>(), "{name}");
        }
    }
}

#[test]
fn terms_are_found_by_name() {
    let all = VOCABULARIES.iter().flat_map(|vocabulary| vocabulary.terms);
    let mut names: Vec<_> = all.clone().map(|term| term.name()).collect();
    assert!(names.iter().all(|name| vocabularies::term(name).is_some_and(|term| term.name() == *name)));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!((names.len(), count), (105, 105));
    assert!(vocabularies::term("Org.OData.Core.V1.Tag").is_none(), "it is a type");
}

/// What a client may do with the products.
const READ: capabilities::ReadRestrictionsType = record!(capabilities::ReadRestrictionsType {
    readable: true,
    description: "Everybody reads products",
    permissions: [capabilities::PermissionType {
        scheme_name: "oauth",
        scopes: [capabilities::ScopeType { scope: "Products.Read" }],
    }],
    read_by_key_restrictions: capabilities::ReadByKeyRestrictionsType { readable: false },
});

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.product", annotate(Core::AdditionalProperties = false, Shop::Fragile))]
#[odata(annotate(Shop::Audit = shop::AuditType { by: "ann", level: shop::Level::Thorough, of: path(price) }))]
#[odata(annotate(Shop::SortedBy = [path(name), path(price)]))]
#[odata(annotate(Validation::Constraint #Cheap = validation::ConstraintType { condition: path(is_cheap) }))]
struct Product {
    #[odata(key, annotate(Core::Permissions = Flags::of(&[core::Permission::Read])))]
    id: i32,
    #[odata(annotate(Core::IsLanguageDependent, Validation::Pattern = "^[A-Z]"))]
    name: String,
    #[odata(annotate(Measures::ISOCurrency = path(currency), Validation::Minimum = 1))]
    price: i32,
    currency: String,
    is_cheap: bool,
    #[odata(annotate(Core::AutoExpand = false))]
    parts: Nav<Vec<Product>>,
}

#[derive(ODataAction, Clone, Debug)]
#[odata(type = "shop.sell", annotate(Core::OperationAvailable = false))]
struct Sell {
    #[odata(annotate(Measures::Unit = "piece"))]
    count: Optional<i32>,
}

#[derive(ODataContainer)]
#[odata(type = "shop.Container", annotate(Capabilities::BatchSupported = false))]
#[odata(annotate(Capabilities::ConformanceLevel = capabilities::ConformanceLevelType::Minimal))]
#[odata(annotate(Authorization::Authorizations = [authorization::OAuth2ClientCredentials {
    name: "oauth",
    scopes: [authorization::AuthorizationScope { scope: "Products.Read", description: "Read products" }],
    token_url: "https://example.com/token",
}]))]
struct Service {
    #[odata(entity_set, annotate(Capabilities::ReadRestrictions = READ, Shop::Channels = Flags::of(&[shop::Channel::Counter])))]
    #[odata(annotate(Capabilities::SortRestrictions = capabilities::SortRestrictionsType { non_sortable_properties: [path(name)] }))]
    products: Vec<Product>,
    #[odata(action_import)]
    sell: Sell,
}

#[test]
fn terms_are_applied_to_a_model() {
    let model = Model::of::<Service>().expect("it has no faults");
    let xml = Document::from(&model).to_xml();
    for line in [
        r#"<Annotation Term="Org.OData.Core.V1.AdditionalProperties" Bool="false"/>"#,
        r#"<Annotation Term="shop.vocabulary.v1.Fragile"/>"#,
        r#"<PropertyValue Property="By" String="ann"/>"#,
        r#"<PropertyValue Property="Level" EnumMember="shop.vocabulary.v1.Level/Thorough"/>"#,
        r#"<PropertyValue Property="Of" PropertyPath="price"/>"#,
        r#"<Annotation Term="Org.OData.Core.V1.Permissions" EnumMember="Org.OData.Core.V1.Permission/Read"/>"#,
        r#"<Annotation Term="Org.OData.Measures.V1.ISOCurrency" Path="currency"/>"#,
        r#"<Annotation Term="Org.OData.Validation.V1.Minimum" Int="1"/>"#,
        r#"<Annotation Term="shop.vocabulary.v1.Channels" EnumMember="shop.vocabulary.v1.Channel/POS"/>"#,
        r#"<PropertyValue Property="SchemeName" String="oauth"/>"#,
        r#"<PropertyValue Property="Readable" Bool="false"/>"#,
        r#"<Record Type="Org.OData.Authorization.V1.OAuth2ClientCredentials">"#,
        r#"<PropertyValue Property="TokenUrl" String="https://example.com/token"/>"#,
    ] {
        assert!(xml.contains(line), "{line} in\n{xml}");
    }
}
