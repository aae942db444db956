//! Annotations of every kind of element, and every kind of value.

use odata_core::{
    Container, EnumType, Model, ODataContainer, ODataEntity, ODataRecord, ODataTerm, Operation, PropertyValue,
    StructuredType,
    annotation::{Annotation, PropertyPath, Value},
    csdl::{self, Document, Expression, PathKind, Version},
    edm::{ExternalAnnotation, PropertyDescriptor},
    record,
};
use odata_tests::{
    annotated::{Access, Close, Code, Market, Stall},
    metadata::is_valid_document,
};

/// The annotations as text, each with its qualifier and its value.
fn shown(annotations: impl IntoIterator<Item = &'static Annotation>) -> Vec<String> {
    let shown = annotations.into_iter().map(|annotation| {
        let qualifier = annotation.qualifier().map_or_else(String::new, |qualifier| format!("#{qualifier}"));
        let value = annotation.expression().map_or_else(String::new, |value| text(&value));
        format!("{}{qualifier}={value}", annotation.term_name().trim_start_matches("market."))
    });
    shown.collect()
}

/// A short form of a value.
fn text(value: &Expression) -> String {
    let all = |values: &[Expression]| values.iter().map(text).collect::<Vec<_>>().join(", ");
    match value {
        Expression::Null(_) => "null".to_owned(),
        Expression::Constant(constant) => {
            format!("{}:{}", constant.ty.name().trim_start_matches("Edm."), constant.text)
        }
        Expression::EnumMember(names) => names.iter().map(|name| &**name).collect::<Vec<_>>().join(" "),
        Expression::Path(PathKind::Value, path) => format!("path({path})"),
        Expression::Path(kind, path) => format!("{kind:?}({path})"),
        Expression::Collection(items) => format!("[{}]", all(items)),
        Expression::Record(record) => {
            let members = record
                .members
                .iter()
                .map(|member| format!("{}: {}", member.name, member.value.as_ref().map_or_else(String::new, text)));
            let name = record.type_name.as_ref().map_or_else(String::new, |name| format!("{name} "));
            format!("{name}{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Expression::If(parts) => {
            let otherwise = parts.otherwise.as_ref().map_or_else(String::new, |value| format!(", {}", text(value)));
            format!("if({}, {}{otherwise})", text(&parts.condition), text(&parts.then))
        }
        Expression::Apply(apply) => format!("{}({})", apply.function, all(&apply.arguments)),
        Expression::Typed(typed) => format!("({} as {})", text(&typed.value), typed.ty),
        Expression::Labeled(labeled) => format!("{}@{}", labeled.name, text(&labeled.value)),
        Expression::LabeledReference(name) => format!("@{name}"),
        Expression::UrlReference(url, _) => format!("url({})", text(url)),
        Expression::Operation(operator, operands, _) => format!("{}({})", operator.name(), all(operands)),
    }
}

#[test]
fn constants_of_every_type_are_checked_literals_and_rust_constants() {
    let shown = shown(Stall::DESCRIPTOR.annotations());
    for expected in [
        "flag=Boolean:true",
        "count=Int64:-5",
        "ratio=Double:1.5",
        "price=Decimal:10.50",
        "text=String:text",
        "maybeText=null",
        "day=Date:2026-01-31",
        "time=TimeOfDay:07:59:59",
        "instant=DateTimeOffset:2026-01-31T07:59:59Z",
        "span=Duration:PT1H",
        "id=Guid:01234567-89ab-cdef-0123-456789abcdef",
        "bytes=Binary:AQID",
        "tags=[String:a, String:b]",
        "coded=String:abcd",
        "level=market.access/closed",
        "levels=market.channel/web market.channel/store",
        "text#Other=String:a constant",
        "anything=Int64:5",
        "anything#Day=Date:2026-01-31",
        "limit=Decimal:1.5",
    ] {
        assert!(shown.iter().any(|found| found == expected), "{expected} in {shown:#?}");
    }
}

#[test]
fn paths_conditions_and_records() {
    let shown = shown(Stall::DESCRIPTOR.annotations());
    for expected in [
        "property=Property(info/open)",
        "properties=[Property(name), Property(id)]",
        "related=NavigationProperty(neighbours)",
        "either=AnyProperty(name)",
        "note=Annotation(info/@market.text#Short)",
        "text#Path=path(info/currency)",
        "text#If=if(path(info/open), String:open, null)",
        "tags#If=[if(Boolean:true, String:c), path(name)]",
        "shape=market.audit {by: String:x}",
        "audited=market.longAudit {by: String:job, property: Property(name), before: [{by: String:a constant, times: Int64:-2}, {by: String:x}]}",
        "audited#Whole=market.longAudit {by: String:y}",
        "audits=[{by: String:a constant, times: Int64:-2}, {by: String:z}]",
    ] {
        assert!(shown.iter().any(|found| found == expected), "{expected} in {shown:#?}");
    }
}

#[test]
fn raw_annotations_have_all_expressions() {
    let shown = shown(Stall::DESCRIPTOR.annotations());
    let raw = shown.iter().find(|found| found.starts_with("other.Header=")).expect("it is there");
    assert_eq!(
        raw,
        "other.Header={Title: String:x, Kind: other.kind/a other.kind/b, \
         Parts: [Int64:1, Decimal:1.5, Boolean:true, null, Date:2026-01-31], Where: path(info/open), \
         Sum: Add(path(a), Int64:1), Joined: odata.concat(String:a, path(b)), \
         Maybe: if(Not(path(a)), Int64:1, Int64:2), Named: One@Int64:1, Again: @market.One, \
         As: (path(a) as Edm.String), Link: url(String:https://example.com), Inner: other.inner {A: Int64:1}}"
    );
}

#[test]
fn all_kinds_of_elements_have_annotations() {
    let stall = Stall::DESCRIPTOR;
    assert_eq!(shown(stall.property_annotations(1)), ["text=path(info/currency)"]);
    assert_eq!(shown(stall.property_annotations(3)), ["flag=Boolean:false"]);
    assert!(shown(stall.property_annotations(0)).is_empty());
    assert_eq!(shown(Access::ENUM_DESCRIPTOR.annotations()), ["text=String:who may"]);
    assert_eq!(shown(Access::ENUM_DESCRIPTOR.member_annotations(0)), ["flag=Boolean:true"]);
    let code = Code::TYPE.definition().expect("it is a type definition");
    assert_eq!(shown(code.annotations()), ["text=String:short"]);
    let close = Close::OPERATION;
    assert_eq!(shown(close.annotations()), ["audited={by: String:action, property: Property(reason)}"]);
    assert_eq!(shown(close.parameter_annotations(0)), ["text=String:why"]);
    assert_eq!(shown(close.binding_annotations()), ["text=String:which"]);
    assert_eq!(shown(close.return_annotations()), ["flag=Boolean:true"]);
    assert_eq!(close.binding_parameter().map(PropertyDescriptor::name), Some("stall"));
    let market = Market::DESCRIPTOR;
    assert_eq!(shown(market.annotations()), ["text=String:all"]);
    assert_eq!(shown(market.child_annotations(0)), ["property=Property(name)"]);
    assert_eq!(shown(market.import_annotations(0)), ["flag=Boolean:true"]);
    let document = market.document_annotations().iter().map(|row| format!("{:?}", row.part()));
    assert!(document.eq([r#"Schema("market")"#, r#"Reference("https://example.com/o.xml")"#, r#"Include("other")"#]));
}

#[test]
fn external_targets_are_named_as_in_csdl() {
    let targets = Market::DESCRIPTOR.external_annotations().iter().map(|row| row.target().to_string());
    let targets: Vec<_> = targets.collect();
    assert_eq!(
        targets,
        [
            "market.info",
            "market.stall/info/open",
            "market.stall/info/open",
            "market.close(market.stall)",
            "market.total(Edm.Date)",
            "market.access/closed"
        ]
    );
    let values = Market::DESCRIPTOR.external_annotations().iter().map(ExternalAnnotation::annotation);
    assert_eq!(shown(values)[2], "text=path(name)");
}

fn document() -> Document {
    Document::of(&Model::of::<Market>().expect("no faults"), Version::V4_01)
}

#[test]
fn the_model_declares_the_terms_that_it_uses_with_their_records() {
    let model = Model::of::<Market>().expect("no faults");
    let records: Vec<_> = model.records().iter().map(|record| record.name()).collect();
    assert_eq!(records, ["market.audit", "market.longAudit"]);
    assert!(model.terms().iter().any(|term| term.name() == "market.anything"));
    assert!(model.enums().iter().any(|found| found.name() == "market.channel"), "only terms have its values");
    let document = document();
    let schema = &document.schemas[0];
    let audited = schema.terms.iter().find(|term| term.name == "audited").expect("it is declared");
    assert_eq!((audited.ty.to_string().as_str(), audited.ty.nullable), ("market.audit", Some(false)));
    let long = schema.types.iter().find(|ty| ty.name == "longAudit").expect("it is declared");
    let members: Vec<_> = long.properties.iter().map(|property| property.name.text.as_str()).collect();
    assert_eq!((long.base.as_deref(), members), (Some("market.audit"), vec!["reason"]));
}

#[test]
fn metadata_says_all_of_it_in_both_forms() {
    let document = document();
    let xml = document.to_xml();
    is_valid_document("annotated", &xml);
    is_valid_document("annotated-old", &csdl::to_xml(&Model::of::<Market>().expect("no faults")));
    let read = Document::from_xml(xml.as_bytes()).expect("it is valid");
    assert_eq!(csdl::diff(&document, &read), [], "{xml}");
    let read = Document::from_json(document.to_json().as_bytes()).expect("it is valid");
    assert_eq!(csdl::diff(&document, &read), [], "{}", document.to_json());
    for line in [
        r#"<Annotation Term="market.count" Int="-5"/>"#,
        r#"<Annotation Term="market.day" Date="2026-01-31"/>"#,
        r#"<Annotation Term="market.text" Qualifier="Path" Path="info/currency"/>"#,
        r#"<Annotation Term="market.property" PropertyPath="info/open"/>"#,
        r#"<Annotation Term="market.note" AnnotationPath="info/@market.text#Short"/>"#,
        r#"EnumMember="market.channel/web market.channel/store"/>"#,
        r#"<Annotations Target="market.stall/info/open">"#,
        r#"<Annotations Target="market.close(market.stall)">"#,
        r#"<Term Name="maybeText" Type="Edm.String"/>"#,
    ] {
        assert!(xml.contains(line), "{line} in {xml}");
    }
}

#[derive(ODataTerm)]
#[odata(type = "stand.ofProperties", value = bool, default = true, applies_to(property, collection))]
struct OfProperties;

#[derive(ODataTerm)]
#[odata(type = "elsewhere.external", value = bool, default = true, applies_to(entity_set), register = false)]
struct External;

#[derive(ODataEntity, Clone)]
#[odata(type = "stand.thing", annotate(OfProperties, External))]
struct Thing {
    #[odata(key, annotate(OfProperties))]
    id: i32,
}

#[derive(ODataContainer)]
#[odata(type = "stand.Container")]
struct Stand {
    #[odata(entity_set, annotate(OfProperties, External))]
    things: Vec<Thing>,
}

#[test]
fn terms_at_elements_that_they_are_not_meant_for_are_lints() {
    let model = Model::of::<Stand>().expect("no faults");
    let lints: Vec<_> = model.lints().iter().map(ToString::to_string).collect();
    assert_eq!(lints.len(), 2, "{lints:#?}");
    assert!(lints[0].contains("`stand.ofProperties` is not meant for EntityType"), "{lints:#?}");
    assert!(lints[1].contains("`elsewhere.external` is not meant for EntityType"), "{lints:#?}");
    let names: Vec<_> = model.terms().iter().map(|term| term.name()).collect();
    assert_eq!(names, ["stand.ofProperties"], "a term that is not registered is declared elsewhere");
}

#[derive(ODataTerm)]
#[odata(type = "faulty.base", value = bool, default = true)]
struct Base;

#[derive(ODataTerm)]
#[odata(type = "faulty.derived", value = bool, default = true, base = Base)]
struct Derived;

#[derive(ODataTerm)]
#[odata(type = "faulty.audited", value = Audit)]
struct Audited;

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "faulty.audit")]
struct Audit {
    of: Value<PropertyPath>,
}

/// Its path begins in another type than the one that it is an annotation of.
const OF_STALL: Audit = record!(for Stall, Audit { of: path(name) });

#[derive(ODataEntity, Clone)]
#[odata(type = "faulty.thing", annotate(Base, Derived, Audited = OF_STALL, "faulty.unknown" = raw path("nothing")))]
struct Part {
    #[odata(key, annotate(Derived))]
    id: i32,
}

#[derive(ODataContainer)]
#[expect(clippy::duplicated_attributes, reason = "the lint does not look at the targets")]
#[odata(type = "faulty.Container")]
#[odata(annotations(Part, annotate(Base)), annotations("faulty.thing/nothing", annotate(Base = true)))]
struct Faulty {
    #[odata(entity_set)]
    parts: Vec<Part>,
}

#[test]
fn what_only_the_whole_model_shows() {
    let error = Model::of::<Faulty>().expect_err("it has faults");
    let faults: Vec<_> = error.all().map(ToString::to_string).collect();
    for rule in ["A1", "A6", "A7", "A10"] {
        let named = faults.iter().filter(|fault| fault.contains(&format!("({rule}, OData CSDL"))).count();
        assert_eq!(named, 1, "{rule} in {faults:#?}");
    }
    assert_eq!(faults.len(), 4, "{faults:#?}");
}
