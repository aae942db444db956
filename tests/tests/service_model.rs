//! Two containers over the same types: what is in one of them alone changes nothing in the other.

use http::{Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full};
use odata_core::{AnyOf, Container, Model, ODataComplex, ODataContainer, ODataEntity, codec, codec::WriteOptions};
use odata_service::{NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
use tower_service::Service as _;

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "harbour.cargo")]
struct Cargo {
    tonnes: i32,
}

/// A type that only one of the containers knows.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "harbour.fuel")]
struct Fuel {
    #[odata(base)]
    cargo: Cargo,
    burns: bool,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "harbour.ship")]
struct Ship {
    #[odata(key)]
    id: i32,
    cargo: Option<AnyOf<Cargo>>,
}

/// A type that only one of the containers knows.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "harbour.tanker")]
struct Tanker {
    #[odata(base)]
    ship: Ship,
    fuel: Fuel,
}

#[derive(ODataContainer)]
#[odata(type = "harbour.Open")]
struct Open {
    #[odata(entity_set)]
    ships: Vec<AnyOf<Ship>>,
}

#[derive(ODataContainer)]
#[odata(type = "harbour.Closed", types(only()))]
struct Closed {
    #[odata(entity_set)]
    ships: Vec<AnyOf<Ship>>,
}

const BODY: &str = r#"{"id":1,"cargo":{"tonnes":5}}"#;
const OPEN: &str = r##""cargo":{"@odata.type":"#harbour.cargo","tonnes":5}"##;
const CLOSED: &str = r#""cargo":{"tonnes":5}"#;

/// A service of a container, with nothing stored.
fn service<C: Container>() -> ODataService {
    ODataService::builder(Model::of::<C>().expect("no faults"))
        .store(SqliteStore::in_memory().expect("there is memory"))
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .build()
        .expect("nothing is missing")
}

async fn send(service: &mut ODataService, request: http::request::Builder, body: &'static str) -> (StatusCode, String) {
    let request = request.header(header::HOST, "example.org").header(header::CONTENT_TYPE, "application/json");
    let request = request.body(Full::<&[u8]>::from(body.as_bytes())).expect("a request");
    let response = service.call(request).await.expect("the service does not fail");
    let status = response.status();
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    (status, String::from_utf8(body.to_vec()).expect("JSON"))
}

/// What a service of the container shows of a ship: as it was stored, and written again.
async fn shown<C: Container>() -> [String; 2] {
    let mut service = service::<C>();
    assert_eq!(send(&mut service, Request::post("/ships"), BODY).await.0, StatusCode::CREATED);
    let mut shown = async |path| {
        let (status, json) = send(&mut service, Request::get(path), "").await;
        assert_eq!(status, StatusCode::OK);
        json
    };
    [shown("/ships(1)").await, shown("/ships(1)?$select=cargo").await]
}

#[tokio::test]
async fn a_derived_type_that_is_not_in_the_model_changes_no_response() {
    for json in shown::<Open>().await {
        assert!(json.contains(OPEN), "{json}");
    }
    for json in shown::<Closed>().await {
        assert!(json.contains(CLOSED), "{json}");
    }
}

#[test]
fn a_derived_type_that_is_not_in_the_model_changes_nothing_that_is_written() {
    let ship: Ship = codec::from_slice(BODY.as_bytes()).expect("a ship");
    let written = |options: &WriteOptions<'_>| String::from_utf8(codec::to_vec_with(&ship, options)).expect("JSON");
    let (open, closed) = (Model::of::<Open>().expect("no faults"), Model::of::<Closed>().expect("no faults"));
    assert!(written(&WriteOptions::default()).contains(OPEN));
    assert!(written(&WriteOptions::default().with_model(&open)).contains(OPEN));
    assert!(written(&WriteOptions::default().with_model(&closed)).contains(CLOSED));
}

#[tokio::test]
async fn a_body_names_types_of_the_model_alone() {
    const TANKER: &str = r##"{"id":2,"@odata.type":"#harbour.tanker","fuel":{"tonnes":1,"burns":true}}"##;
    const FUEL: &str = r##"{"id":3,"cargo":{"@odata.type":"#harbour.fuel","tonnes":1,"burns":true}}"##;
    let mut open = service::<Open>();
    for body in [TANKER, FUEL] {
        assert_eq!(send(&mut open, Request::post("/ships"), body).await.0, StatusCode::CREATED, "{body}");
    }
    let mut closed = service::<Closed>();
    assert_eq!(send(&mut closed, Request::post("/ships"), BODY).await.0, StatusCode::CREATED);
    let requests = [
        (Request::post("/ships"), TANKER, "harbour.ship"),
        (Request::post("/ships"), FUEL, "harbour.cargo"),
        (Request::patch("/ships(1)"), FUEL, "harbour.cargo"),
    ];
    for (request, body, possible) in requests {
        let (status, error) = send(&mut closed, request, body).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{error}");
        assert!(error.contains("UnknownType") && error.contains(&format!("possible: `{possible}`")), "{error}");
    }
}
