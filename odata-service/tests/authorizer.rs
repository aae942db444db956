//! Refusals of an authorizer.

use http::{HeaderValue, Request, header, request::Parts};
use http_body_util::BodyExt as _;
use odata_core::{Error, ErrorCode, Model, ODataContainer, ODataEntity};
use odata_service::{Authorizer, Grant, ODataService, Partition, Refusal, store::sqlite::SqliteStore};
use serde_json::Value;
use tower_service::Service as _;

/// Something to sing.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.song")]
struct Song {
    #[odata(key)]
    number: i32,
}

/// All songs.
#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    songs: Vec<Song>,
}

/// Refuses requests for the reason that their token names.
struct AsRequested;

const PAYMENT: ErrorCode = ErrorCode::new("PaymentRequired", 402);
const LIMITED: ErrorCode = ErrorCode::new("TooManyRequests", 429);

/// A check of the embedder that knows nothing of requests.
fn check(name: &str) -> Result<(), Error> {
    match name {
        "debtor" => Err(Error::new(PAYMENT, "the account is overdrawn").with_target("account")),
        "unknown" => Err(Error::new(ErrorCode::UNAUTHENTICATED, "nobody knows you")),
        _ => Ok(()),
    }
}

impl Authorizer for AsRequested {
    fn authorize(&self, head: &Parts) -> Result<Grant, Refusal> {
        let name = head.headers.get("authorization").ok_or_else(Refusal::no_token)?.to_str().expect("text");
        check(name)?;
        match name {
            "expired" => Err(Refusal::bad_token("the token has expired")),
            "reader" => Err(Refusal::forbidden("readers cannot do this")),
            "basic" => Err(Refusal::no_token()
                .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"songs\""))),
            "often" => Err(Refusal::from(Error::new(LIMITED, "slowly"))
                .with_header(header::RETRY_AFTER, HeaderValue::from_static("7"))),
            _ => Ok(Grant::new(Partition::new(name))),
        }
    }
}

#[tokio::test]
async fn an_authorizer_refuses_with_any_status_and_headers_of_its_own() {
    let service = ODataService::builder(Model::of::<Music>().unwrap())
        .store(SqliteStore::in_memory().unwrap())
        .authorizer(AsRequested)
        .build()
        .unwrap();
    let invalid = "Bearer error=\"invalid_token\", error_description=\"the token has expired\"";
    for (token, status, code, challenge) in [
        (None, 401, "Unauthenticated", Some("Bearer")),
        (Some("expired"), 401, "Unauthenticated", Some(invalid)),
        (Some("unknown"), 401, "Unauthenticated", Some("Bearer")),
        (Some("basic"), 401, "Unauthenticated", Some("Basic realm=\"songs\"")),
        (Some("reader"), 403, "Forbidden", None),
        (Some("debtor"), 402, "PaymentRequired", None),
        (Some("often"), 429, "TooManyRequests", None),
        (Some("ann"), 200, "", None),
    ] {
        let mut request = Request::get("/songs").header("host", "localhost");
        if let Some(token) = token {
            request = request.header("authorization", token);
        }
        let response = service.clone().call(request.body(String::new()).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        let body: Value = serde_json::from_slice(&body.collect().await.unwrap().to_bytes()).unwrap();
        assert_eq!(head.status, status, "{token:?}");
        assert_eq!(body["error"]["code"].as_str().unwrap_or_default(), code, "{token:?}");
        let found: Vec<_> = head.headers.get_all("www-authenticate").iter().collect();
        assert_eq!(found, challenge.into_iter().collect::<Vec<_>>(), "{token:?}");
        assert_eq!(head.headers.get("retry-after").is_some(), token == Some("often"));
        if token == Some("debtor") {
            assert_eq!(body["error"]["target"], "account");
        }
    }
}
