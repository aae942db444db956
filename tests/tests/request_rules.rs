//! What annotations of the vocabularies for validation and core demand of requests.

use std::sync::Arc;

use http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use odata_core::{
    AnyOf, Error, ErrorCode, Flags, Model, ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataEnum,
    ODataTypeDefinition, RawDelta, RequestRules,
    codec::{self, ReadOptions},
    value::{Date, DateTimeOffset, Decimal, Duration, TimeOfDay},
};
use odata_service::{BuildError, NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
use serde_json::{Value, json};
use tower_service::Service as _;

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "store.sku", annotate("Org.OData.Validation.V1.Pattern" = raw "^[A-Z]{2}-\\d+$"))]
struct Sku(pub String);

/// A definition whose values are limited by the container.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "store.share")]
struct Share(pub f64);

#[derive(ODataEnum, Clone, Copy, Debug, PartialEq)]
#[odata(type = "store.channel", flags)]
enum Channel {
    Web = 1,
    Store = 2,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "store.size")]
struct Size {
    #[odata(annotate("Org.OData.Validation.V1.Minimum" = raw 1, "Org.OData.Validation.V1.Maximum" = raw 100))]
    width: i64,
    #[odata(annotate("Org.OData.Core.V1.Computed" = raw true))]
    area: Option<i32>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "store.item")]
struct Item {
    #[odata(key)]
    id: i32,
    sku: Option<Sku>,
    #[odata(annotate("Org.OData.Validation.V1.Minimum" = raw 0.5, "Org.OData.Validation.V1.MultipleOf" = raw 0.05))]
    price: Option<Decimal>,
    #[odata(annotate("Org.OData.Validation.V1.Maximum" = raw 5))]
    ratings: Vec<i32>,
    #[odata(annotate("Org.OData.Validation.V1.AllowedValues" = raw [{ Value: "small" }, { Value: "large" }]))]
    kind: Option<String>,
    #[odata(annotate("Org.OData.Validation.V1.AllowedValues" = raw [{ Value: member("store.channel", "web") }]))]
    channels: Option<Flags<Channel>>,
    #[odata(annotate("Org.OData.Validation.V1.Minimum" = raw date("2020-01-01")))]
    since: Option<Date>,
    #[odata(annotate("Org.OData.Validation.V1.MultipleOf" = raw 900))]
    opens: Option<TimeOfDay>,
    #[odata(annotate("Org.OData.Validation.V1.Maximum" = raw duration("PT1H")))]
    lasts: Option<Duration>,
    share: Option<Share>,
    size: Option<Size>,
    sizes: Vec<Size>,
    /// Limited by the container alone.
    count: Option<i32>,
    #[odata(annotate("Org.OData.Core.V1.Immutable"))]
    origin: Option<String>,
    #[odata(annotate("Org.OData.Core.V1.Computed" = raw true))]
    #[odata(annotate("Org.OData.Validation.V1.Maximum" = raw date_time_offset("2000-01-01T00:00:00Z")))]
    changed: DateTimeOffset,
    #[odata(annotate("Org.OData.Core.V1.Permissions" = raw member("Org.OData.Core.V1.Permission", "Read")))]
    #[odata(default = "shop")]
    owner: String,
    #[odata(annotate("Org.OData.Core.V1.Permissions" = raw member("Org.OData.Core.V1.Permission", "Read", "Write")))]
    note: Option<String>,
    // These demand nothing.
    #[odata(annotate("Org.OData.Validation.V1.Maximum" #Advice = raw 1, "Org.OData.Validation.V1.Minimum" = raw path("count")))]
    free: Option<i32>,
}

/// Derived, so that the rules of the base hold here too.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "store.book")]
struct Book {
    #[odata(base)]
    item: Item,
    #[odata(annotate("Org.OData.Validation.V1.Minimum" = raw 1))]
    pages: i32,
}

#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "store.discount", bound_to = Item)]
struct Discount {
    #[odata(annotate("Org.OData.Validation.V1.Maximum" = raw 100))]
    percent: i32,
    codes: Vec<Sku>,
}

#[derive(ODataContainer)]
#[odata(type = "store.Service", schema("store", alias = "self"))]
#[odata(annotations(Item, count, annotate("Org.OData.Validation.V1.Minimum" = raw 10)))]
#[odata(annotations("self.book/count", annotate("Org.OData.Validation.V1.Maximum" = raw 20)))]
#[odata(annotations(Share, annotate("Org.OData.Validation.V1.Maximum" = raw 1)))]
struct Store {
    #[odata(entity_set)]
    items: Vec<AnyOf<Item>>,
    #[odata(singleton)]
    best: Item,
}

fn service() -> ODataService {
    ODataService::builder(Model::of::<Store>().expect("no faults"))
        .store(SqliteStore::in_memory().expect("there is memory"))
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .build()
        .expect("nothing is missing")
}

async fn send(service: &ODataService, method: &str, path: &str, body: &str) -> (StatusCode, Value) {
    let request = Request::builder().method(method).uri(path).header("host", "localhost");
    let request = request.header("content-type", "application/json").body(body.to_owned()).expect("a request");
    let (head, body) = service.clone().call(request).await.expect("no failure").into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    (head.status, serde_json::from_slice(&body).unwrap_or_default())
}

/// The faults of a refused request: code and target of each.
fn faults(body: &Value) -> Vec<(&str, &str)> {
    let error = &body["error"];
    let details = error["details"].as_array().into_iter().flatten();
    let all = std::iter::once(error).chain(details);
    all.map(|fault| (fault["code"].as_str().unwrap_or_default(), fault["target"].as_str().unwrap_or_default()))
        .collect()
}

const FAULTY: &str = r##"{
  "@odata.type": "#store.book",
  "id": 1, "pages": 0, "sku": "ab-1", "price": 0.47,
  "ratings": [5, 6, 1, 7],
  "kind": "medium", "channels": "web,store", "since": "2019-12-31", "opens": "08:10:00",
  "lasts": "PT1H0.001S", "share": 1.5,
  "size": {"width": 0},
  "sizes": [{"width": 100}, {"width": 101, "area": "x"}],
  "count": 21, "free": 5
}"##;

/// What is wrong with it, in the order of the text.
const EXPECTED: [(&str, &str); 15] = [
    ("OutOfRange", "pages"),
    ("InvalidValue", "sku"),
    ("OutOfRange", "price"),
    ("InvalidValue", "price"),
    ("OutOfRange", "ratings/1"),
    ("OutOfRange", "ratings/3"),
    ("InvalidValue", "kind"),
    ("InvalidValue", "channels"),
    ("OutOfRange", "since"),
    ("InvalidValue", "opens"),
    ("OutOfRange", "lasts"),
    ("OutOfRange", "share"),
    ("OutOfRange", "size/width"),
    ("OutOfRange", "sizes/1/width"),
    ("OutOfRange", "count"),
];

fn sorted(mut faults: Vec<(&str, &str)>) -> Vec<(String, String)> {
    faults.sort_unstable();
    faults.into_iter().map(|(code, target)| (code.to_owned(), target.to_owned())).collect()
}

#[tokio::test]
async fn all_that_annotations_demand_is_checked_at_once() {
    let service = service();
    let (status, body) = send(&service, "POST", "/items", FAULTY).await;
    assert_eq!(status, 400);
    let mut found = faults(&body);
    // What is computed is ignored, but what cannot be a value at all is a fault.
    found.retain(|(_, target)| *target != "sizes/1/area");
    assert_eq!(sorted(found), sorted(EXPECTED.to_vec()));

    let valid = FAULTY
        .replace("\"pages\": 0", "\"pages\": 1")
        .replace("ab-1", "AB-1")
        .replace("0.47", "0.50")
        .replace(", 6, 1, 7", "")
        .replace("medium", "large")
        .replace("web,store", "web")
        .replace("2019-12-31", "2020-01-01")
        .replace("08:10", "08:15")
        .replace("PT1H0.001S", "PT60M")
        .replace("1.5,", "1,")
        .replace("\"width\": 0", "\"width\": 1")
        .replace("101, \"area\": \"x\"", "100")
        .replace("21", "20");
    let (status, body) = send(&service, "POST", "/items", &valid).await;
    assert_eq!((status.as_u16(), &body["count"]), (201, &json!(20)), "{body}");
}

#[tokio::test]
async fn each_way_to_write_is_checked() {
    let service = service();
    let (status, _) = send(&service, "POST", "/items", r#"{"id": 1, "size": {"width": 5}}"#).await;
    assert_eq!(status, 201);
    for (method, path, body, expected) in [
        ("PATCH", "/items/1", r#"{"price": 0.1}"#, &[("OutOfRange", "price")][..]),
        ("PATCH", "/items/1", r#"{"size": {"width": 0}}"#, &[("OutOfRange", "size/width")]),
        ("PATCH", "/items/1", r#"{"sizes": [{"width": 1}, {"width": -1}]}"#, &[("OutOfRange", "sizes/1/width")]),
        ("PATCH", "/items/1", r#"{"ratings": [9]}"#, &[("OutOfRange", "ratings/0")]),
        ("PATCH", "/items/1", r#"{"count": 9, "sku": "x"}"#, &[("InvalidValue", "sku"), ("OutOfRange", "count")]),
        ("PUT", "/best", r#"{"id": 2, "count": 9}"#, &[("OutOfRange", "count")]),
        ("PATCH", "/best", r#"{"id": 2, "kind": "x"}"#, &[("InvalidValue", "kind")]),
        // One fault is reported once.
        ("PATCH", "/items/1", r#"{"count": "x"}"#, &[("WrongType", "count")]),
        ("PATCH", "/items/1", r#"{"ratings": [9, null]}"#, &[("NullNotAllowed", "ratings/1")]),
        ("PATCH", "/items/1", r#"{"count": 9, "count": 9}"#, &[("DuplicateMember", "count"), ("OutOfRange", "count")]),
    ] {
        let (status, answer) = send(&service, method, path, body).await;
        assert_eq!(status, 400, "{method} {path} {body}");
        assert_eq!(sorted(faults(&answer)), sorted(expected.to_vec()), "{method} {path} {body}");
    }
    // Null fulfils all demands, and so does what is left as it is.
    let nothing = r#"{"price": null, "sku": null, "kind": null, "size": null, "ratings": []}"#;
    assert_eq!(send(&service, "PATCH", "/items/1", nothing).await.0, 200);
    assert_eq!(send(&service, "PUT", "/best", r#"{"id": 2, "count": 10, "note": "x"}"#).await.0, 201);
}

#[test]
fn a_fault_has_its_line_and_column() {
    let (model, rules) = model();
    let options = ReadOptions::insert().with_model(&model).with_rules(&rules);
    let error = codec::from_slice_with::<AnyOf<Item>>(FAULTY.as_bytes(), &options).unwrap_err();
    let place = |target: &str| {
        let fault = error.all().find(|fault| fault.target() == Some(target)).unwrap_or_else(|| panic!("{target}"));
        let place = fault.location().expect("a place");
        (place.line, place.column, fault.message().to_owned())
    };
    assert_eq!(place("ratings/3"), (4, 24, "an item of `ratings` must be at most 5".to_owned()));
    assert_eq!(place("sku"), (3, 24, "the value of `sku` does not match the pattern `^[A-Z]{2}-\\d+$`".to_owned()));
    assert_eq!(place("kind"), (5, 3, "the value of `kind` must be one of `small`, `large`".to_owned()));
    assert_eq!(place("size/width"), (7, 12, "the value of `width` must be at least 1".to_owned()));
    assert_eq!(place("sizes/1/width").0, 8);
    assert_eq!(place("opens").2, "the value of `opens` must be a multiple of 900");
}

fn model() -> (Arc<Model>, Arc<RequestRules>) {
    let model = Model::of::<Store>().expect("no faults");
    let rules = RequestRules::of(&model).expect("all can be compared");
    (Arc::new(model), Arc::new(rules))
}

#[tokio::test]
async fn what_requests_do_not_set_is_ignored() {
    let service = service();
    let body = r#"{"id": 1, "changed": "2026-01-01T00:00:00Z", "owner": "me", "origin": "here", "note": "x",
        "size": {"width": 1, "area": 5}}"#;
    let (status, created) = send(&service, "POST", "/items", body).await;
    assert_eq!(status, 201, "{created}");
    assert_eq!(created["changed"], "1970-01-01T00:00:00Z", "as if it had not been there");
    assert_eq!(
        (&created["owner"], &created["origin"], &created["note"]),
        (&json!("shop"), &json!("here"), &json!("x"))
    );
    assert_eq!(created["size"], json!({"width": 1, "area": null}));

    let body = r#"{"changed": "2026-01-01T00:00:00Z", "owner": "me", "origin": "there", "note": "y",
        "size": {"area": 5}}"#;
    let (status, changed) = send(&service, "PATCH", "/items/1", body).await;
    assert_eq!((status.as_u16(), &changed["note"]), (200, &json!("y")));
    for name in ["changed", "owner", "origin", "size"] {
        assert_eq!(changed[name], created[name], "{name}");
    }
    // A new value may have what is immutable from then on.
    let (_, put) = send(&service, "PUT", "/best", r#"{"id": 2, "origin": "a", "owner": "me"}"#).await;
    assert_eq!((&put["origin"], &put["owner"]), (&json!("a"), &json!("shop")));
    let (_, again) = send(&service, "PUT", "/best", r#"{"id": 2, "origin": "b", "note": "z"}"#).await;
    assert_eq!((&again["origin"], &again["note"]), (&json!("a"), &json!("z")));
}

#[test]
fn parameters_of_actions_are_checked() {
    let (model, rules) = model();
    let options = ReadOptions::insert().with_model(&model).with_rules(&rules);
    let read = |body: &str| {
        let read = codec::read_parameters::<Discount>(body.as_bytes(), &options);
        read.map_err(|error| error.all().map(|fault| fault.target().unwrap_or_default().to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(
        read(r#"{"percent": 101, "codes": ["AB-1", "x"]}"#),
        Err(vec!["percent".to_owned(), "codes/1".to_owned()])
    );
    let valid = Discount { percent: 100, codes: vec![Sku("AB-1".to_owned())] };
    assert_eq!(read(r#"{"percent": 100, "codes": ["AB-1"]}"#), Ok(valid));
}

#[test]
fn what_is_not_of_a_request_is_taken_as_it_is() {
    let (model, rules) = model();
    let body = br#"{"id": 1, "count": 1, "owner": "me", "ratings": [9], "changed": "2026-01-01T00:00:00Z"}"#;
    for options in [ReadOptions::client(), ReadOptions::stored(), ReadOptions::insert()] {
        let is_request = options.purpose == codec::Purpose::Insert;
        let read = codec::from_slice_with::<Item>(body, &options.with_model(&model).with_rules(&rules));
        assert_eq!(read.is_err(), is_request);
        if let Ok(item) = read {
            assert_eq!((item.count, &*item.owner), (Some(1), "me"));
        }
    }
    // Nor is anything demanded where nobody asks for it.
    let insert = ReadOptions::insert().with_model(&model).with_required(false);
    assert!(codec::from_slice_with::<Item>(body, &insert).is_ok());
    let delta =
        RawDelta::read_detached(model.find("store.item").expect("a type"), br#"{"count": 1}"#, &ReadOptions::update());
    assert!(delta.is_ok());
}

/// Annotations that nothing can be compared with.
#[derive(ODataEntity, Clone)]
#[odata(type = "bad.thing")]
struct Thing {
    #[odata(key, annotate("Org.OData.Validation.V1.Minimum" = raw "x"))]
    id: i32,
    #[odata(annotate("Org.OData.Validation.V1.Pattern" = raw "a(?=b)"))]
    ahead: Option<String>,
    #[odata(annotate("Org.OData.Validation.V1.Pattern" = raw "a"))]
    number: Option<i32>,
    #[odata(annotate("Org.OData.Validation.V1.Maximum" = raw true))]
    flag: Option<bool>,
    #[odata(annotate("Org.OData.Validation.V1.MultipleOf" = raw 0))]
    step: Option<Decimal>,
    #[odata(annotate("Org.OData.Validation.V1.MultipleOf" = raw 2))]
    text: Option<String>,
    #[odata(annotate("Org.OData.Validation.V1.AllowedValues" = raw [{ Value: 1 }, { Value: "x" }]))]
    one: Option<i32>,
    #[odata(annotate("Org.OData.Validation.V1.Minimum"))]
    none: Option<i32>,
}

#[derive(ODataContainer)]
#[odata(type = "bad.Service")]
struct Bad {
    #[odata(entity_set)]
    things: Vec<Thing>,
}

#[test]
fn annotations_that_nothing_can_be_compared_with_are_faults_of_the_model() {
    let model = Model::of::<Bad>().expect("no other faults");
    let error = RequestRules::of(&model).unwrap_err();
    let found: Vec<_> = error.all().map(|fault| fault.message().to_owned()).collect();
    let expected = [
        ("Minimum", "id", "has the value `x`, which is not one of `Edm.Int32`"),
        ("Pattern", "ahead", "has the pattern `a(?=b)`, which cannot be matched: "),
        ("Pattern", "number", "is about text, and not about `Edm.Int32`"),
        ("Maximum", "flag", "is a bound, and values of `Edm.Boolean` have no order"),
        ("MultipleOf", "step", "has the value `0`, which is not a positive number of at most 18 digits"),
        ("MultipleOf", "text", "is about numbers and seconds, and not about `Edm.String`"),
        ("AllowedValues", "one", "has the value `x`, which is not one of `Edm.Int32`"),
        ("Minimum", "none", "needs a value"),
    ];
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((term, field, problem), found) in expected.into_iter().zip(&found) {
        let start = format!("`Thing::{field}`: the annotation `Org.OData.Validation.V1.{term}` {problem}");
        assert!(found.starts_with(&start) && found.ends_with("(A12)"), "{found}");
    }
    assert!(error.all().all(|fault: &Error| fault.code() == ErrorCode::INVALID_MODEL));
    assert_eq!(error.target(), Some("bad.thing/id"));

    let built = ODataService::builder(model)
        .store(SqliteStore::in_memory().expect("there is memory"))
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .build();
    let Err(refused) = built else { panic!("a service of a faulty model") };
    assert_eq!(refused, BuildError::Model(error));
    assert!(refused.to_string().contains("`Thing::step`"), "{refused}");
}
