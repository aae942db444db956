//! A model with an annotation of every kind of element, and with every kind of value.

use odata_core::{
    Flags, Nav, ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataEnum, ODataFunction, ODataRecord,
    ODataTerm, ODataTypeDefinition,
    annotation::{
        AnnotationPath, AnyPrimitive, AnyPropertyPath, AnyRecord, AnyValue, NavigationPropertyPath, PropertyPath, Value,
    },
    record,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
};

macro_rules! terms {
    ($($name:ident = $text:literal: $ty:ty;)*) => {
        $(
            #[derive(ODataTerm)]
            #[odata(type = $text, value = $ty)]
            pub struct $name;
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
pub enum Access {
    #[odata(annotate(Flag = true))]
    Open,
    Closed,
}

#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "market.channel", flags)]
pub enum Channel {
    Web = 1,
    Store = 2,
}

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "market.code", max_length = 4, annotate(Text = "short"))]
pub struct Code(pub String);

/// Who changed something.
#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "market.audit")]
pub struct Audit {
    pub by: Value<String>,
    #[odata(name = "property")]
    pub of: Value<Option<PropertyPath>>,
    #[odata(default = 1)]
    pub times: Value<i32>,
    pub before: Value<Vec<Audit>>,
}

#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "market.longAudit", base = Audit)]
pub struct LongAudit {
    pub by: Value<String>,
    #[odata(name = "property")]
    pub of: Value<Option<PropertyPath>>,
    #[odata(default = 1)]
    pub times: Value<i32>,
    pub before: Value<Vec<Audit>>,
    pub reason: Value<Option<String>>,
}

pub const TEXT: &str = "a constant";
pub const NIGHTLY: Audit = record!(Audit { by: TEXT, times: -2 });
pub const OF_NAME: LongAudit =
    record!(for Stall, LongAudit { by: "job", of: path(name), before: [NIGHTLY, Audit { by: "x" }] });

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "market.info")]
pub struct Info {
    pub open: bool,
    pub currency: Option<String>,
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
pub struct Stall {
    #[odata(key)]
    pub id: i32,
    #[odata(annotate(Text = path(info.currency)))]
    pub name: String,
    pub info: Info,
    #[odata(annotate(Flag = false))]
    pub neighbours: Nav<Vec<Stall>>,
}

#[derive(ODataAction, Clone, Debug)]
#[odata(type = "market.close", bound_to = Stall, binding("stall", annotate(Text = "which")), returns(String, annotate(Flag = true)))]
#[odata(annotate(Audited = Audit { by: "action", of: path(reason) }))]
pub struct Close {
    #[odata(annotate(Text = "why"))]
    pub reason: String,
}

#[derive(ODataFunction, Clone, Debug)]
#[odata(type = "market.total", returns(i32))]
pub struct Total {
    pub day: Date,
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
pub struct Market {
    #[odata(entity_set, annotate(Property = path(name)))]
    pub stalls: Vec<Stall>,
    #[odata(function_import, annotate(Flag = true))]
    pub total: Total,
}
