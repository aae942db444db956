//! Annotations of every kind of element, and every kind of value.

use odata_core::{
    Container, EnumType, Flags, Nav, ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataEnum, ODataFunction,
    ODataRecord, ODataTerm, ODataTypeDefinition, Operation, PropertyValue, StructuredType,
    annotation::{
        Annotation, AnnotationPath, AnyPrimitive, AnyPropertyPath, AnyRecord, AnyValue, NavigationPropertyPath,
        PropertyPath, Value,
    },
    csdl::{Expression, PathKind},
    edm::{ExternalAnnotation, PropertyDescriptor},
    record,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
};

macro_rules! terms {
    ($($name:ident = $text:literal: $ty:ty;)*) => {
        $(
            #[derive(ODataTerm)]
            #[odata(type = $text, value = $ty)]
            struct $name;
        )*
    };
}

terms! {
    Flag = "market.flag": bool;
    Count = "market.count": i32;
    Ratio = "market.ratio": f64;
    Price = "market.price": Decimal;
    Text = "market.text": String;
    MaybeText = "market.maybeText": Option<String>;
    Day = "market.day": Date;
    Time = "market.time": TimeOfDay;
    Instant = "market.instant": DateTimeOffset;
    Span = "market.span": Duration;
    Id = "market.id": Guid;
    Bytes = "market.bytes": Vec<u8>;
    Tags = "market.tags": Vec<String>;
    Level = "market.level": Access;
    Levels = "market.levels": Flags<Channel>;
    Coded = "market.coded": Code;
    Anything = "market.anything": AnyValue;
    Limit = "market.limit": AnyPrimitive;
    Shape = "market.shape": AnyRecord;
    Property = "market.property": PropertyPath;
    Properties = "market.properties": Vec<PropertyPath>;
    Related = "market.related": NavigationPropertyPath;
    Either = "market.either": AnyPropertyPath;
    Note = "market.note": AnnotationPath;
    Audited = "market.audited": Audit;
    Audits = "market.audits": Vec<Audit>;
}

#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "market.access", annotate(Text = "who may"))]
enum Access {
    #[odata(annotate(Flag = true))]
    Open,
    Closed,
}

#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "market.channel", flags)]
enum Channel {
    Web = 1,
    Store = 2,
}

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "market.code", max_length = 4, annotate(Text = "short"))]
struct Code(pub String);

/// Who changed something.
#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "market.audit")]
struct Audit {
    by: Value<String>,
    #[odata(name = "property")]
    of: Value<Option<PropertyPath>>,
    #[odata(default = 1)]
    times: Value<i32>,
    before: Value<Vec<Audit>>,
}

#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "market.longAudit", base = Audit)]
struct LongAudit {
    by: Value<String>,
    #[odata(name = "property")]
    of: Value<Option<PropertyPath>>,
    #[odata(default = 1)]
    times: Value<i32>,
    before: Value<Vec<Audit>>,
    reason: Value<Option<String>>,
}

const TEXT: &str = "a constant";
const NIGHTLY: Audit = record!(Audit { by: TEXT, times: -2 });
const OF_NAME: LongAudit =
    record!(for Stall, LongAudit { by: "job", of: path(name), before: [NIGHTLY, Audit { by: "x" }] });

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "market.info")]
struct Info {
    open: bool,
    currency: Option<String>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "market.stall")]
#[odata(annotate(Flag = true, Count = -5, Ratio = 1.5, Price = 10.50, Text = "text", MaybeText = null))]
#[odata(annotate(Day = "2026-01-31", Time = "07:59:59", Instant = "2026-01-31T07:59:59Z", Span = "PT1H"))]
#[odata(annotate(Id = "01234567-89ab-cdef-0123-456789abcdef", Bytes = "AQID", Tags = ["a", "b"], Coded = "abcd"))]
#[odata(annotate(Level = Access::Closed, Levels = Flags::of(&[Channel::Web, Channel::Store]), Text #Other = TEXT))]
#[odata(annotate(Anything = 5, Anything #Day = date("2026-01-31"), Limit = 1.5, Shape = Audit { by: "x" }))]
#[odata(annotate(Property = path(info.open), Properties = [path(name), path(id)], Related = path(neighbours)))]
#[odata(annotate(Either = path(name), Note = path(info @ Text #Short), Text #Path = path(info.currency)))]
#[odata(annotate(Text #If = if_(path(info.open), "open", null), Tags #If = [if_(true, "c"), path(name)]))]
#[odata(annotate(Audited = OF_NAME, Audited #Whole = LongAudit { by: "y" }, Audits = [NIGHTLY, Audit { by: "z" }]))]
#[odata(annotate("other.Header" = raw {
    Title: "x",
    Kind: member("other.kind", "a", "b"),
    Parts: [1, 1.5, true, null, date("2026-01-31")],
    Where: path("info/open"),
    Sum: add(path("a"), 1),
    Joined: apply("odata.concat", "a", path("b")),
    Maybe: if_(not(path("a")), 1, 2),
    Named: labeled("One", 1),
    Again: labeled_ref("market.One"),
    As: cast(path("a"), "Edm.String"),
    Link: url("https://example.com"),
    Inner: record("other.inner") { A: 1 },
}))]
struct Stall {
    #[odata(key)]
    id: i32,
    #[odata(annotate(Text = path(info.currency)))]
    name: String,
    info: Info,
    #[odata(annotate(Flag = false))]
    neighbours: Nav<Vec<Stall>>,
}

#[derive(ODataAction, Clone, Debug)]
#[odata(type = "market.close", bound_to = Stall, binding("stall", annotate(Text = "which")), returns(String, annotate(Flag = true)))]
#[odata(annotate(Audited = Audit { by: "action", of: path(reason) }))]
struct Close {
    #[odata(annotate(Text = "why"))]
    reason: String,
}

#[derive(ODataFunction, Clone, Debug)]
#[odata(type = "market.total", returns(i32))]
struct Total {
    day: Date,
}

#[derive(ODataContainer)]
#[expect(clippy::duplicated_attributes, reason = "the lint does not look at the targets")]
#[odata(type = "market.Container", annotate(Text = "all"))]
#[odata(schema("market", alias = "self", annotate(Text = "schema")))]
#[odata(reference("https://example.com/o.xml", include("other", annotate(Flag = true)), annotate(Count = 1)))]
#[odata(annotations(Info, annotate(Text = path(currency))))]
#[odata(annotations(Stall, info.open, annotate(Flag = true, Text = path(name))))]
#[odata(annotations(Close, annotate(Flag = true)))]
#[odata(annotations(Total, annotate(Flag = true)))]
#[odata(annotations("market.access/closed", annotate(Flag = true)))]
struct Market {
    #[odata(entity_set, annotate(Property = path(name)))]
    stalls: Vec<Stall>,
    #[odata(function_import, annotate(Flag = true))]
    total: Total,
}

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
