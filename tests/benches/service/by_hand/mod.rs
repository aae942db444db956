//! A server of the same entities as somebody would write it with axum and rusqlite alone.
//!
//! A row has a column for each property. Each thread of the runtime reads on a connection of its own, where it stands; one
//! thread writes, and commits together what waits together. A write is on disk before it is answered.

mod database;
mod policy;

use std::{path::Path, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path as PathOf, RawQuery, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, StatusCode, header};
use serde::{Serialize, de::DeserializeOwned};

use self::{
    database::{Database, WriteError},
    policy::{NewPolicy, Policy, PolicyChange},
};

/// Where the collection is.
const PATH: &str = "/beta/officeConfiguration/clientConfigurations";

/// How many entities a page has at most.
const PAGE_SIZE: u32 = 100;

/// The routes, with the data in this directory.
pub(crate) fn router(directory: &Path) -> Router {
    let database = Arc::new(Database::open(&directory.join("policies.db")));
    Router::new()
        .route(PATH, get(list).post(create))
        .route(&format!("{PATH}/{{id}}"), get(read).patch(update))
        .with_state(database)
}

#[derive(Serialize)]
struct List {
    #[serde(rename = "@odata.context")]
    context: String,
    value: Vec<Policy>,
}

async fn read(
    State(database): State<Arc<Database>>,
    PathOf(id): PathOf<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let policy = database.get(&id)?.ok_or(Failure(StatusCode::NOT_FOUND, "there is no such policy".to_owned()))?;
    entity(StatusCode::OK, &headers, policy)
}

async fn list(
    State(database): State<Arc<Database>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let top = query.as_deref().and_then(|query| query.strip_prefix("$top=")?.parse().ok()).unwrap_or(PAGE_SIZE);
    let value = database.list(top.min(PAGE_SIZE))?;
    json(StatusCode::OK, &List { context: context(&headers)?, value })
}

async fn create(State(database): State<Arc<Database>>, headers: HeaderMap, body: Bytes) -> Result<Response, Failure> {
    let new: NewPolicy = parse(&headers, &body)?;
    let policy = database.insert(new.into_policy()).await?;
    let location = format!("http://{}{PATH}/{}", host(&headers)?, policy.id);
    let mut response = entity(StatusCode::CREATED, &headers, policy)?;
    response.headers_mut().insert(header::LOCATION, value(&location)?);
    Ok(response)
}

async fn update(
    State(database): State<Arc<Database>>,
    PathOf(id): PathOf<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let change: PolicyChange = parse(&headers, &body)?;
    let policy = database.update(id, change).await?;
    entity(StatusCode::OK, &headers, policy)
}

fn parse<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, Failure> {
    let is_json =
        headers.get(header::CONTENT_TYPE).is_some_and(|found| found.as_bytes().starts_with(b"application/json"));
    if !is_json {
        return Err(Failure(StatusCode::UNSUPPORTED_MEDIA_TYPE, "the body must be JSON".to_owned()));
    }
    serde_json::from_slice(body).map_err(|cause| Failure(StatusCode::BAD_REQUEST, cause.to_string()))
}

fn entity(status: StatusCode, headers: &HeaderMap, mut policy: Policy) -> Result<Response, Failure> {
    policy.context = Some(format!("{}/$entity", context(headers)?));
    let mut response = json(status, &policy)?;
    response.headers_mut().insert(header::ETAG, value(&policy.etag)?);
    Ok(response)
}

fn json(status: StatusCode, content: &impl Serialize) -> Result<Response, Failure> {
    let body = serde_json::to_vec(content).map_err(internal)?;
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json;odata.metadata=minimal")
        .header("odata-version", "4.0")
        .body(Body::from(body))
        .map_err(internal)
}

fn context(headers: &HeaderMap) -> Result<String, Failure> {
    Ok(format!("http://{}/beta/$metadata#officeConfiguration/clientConfigurations", host(headers)?))
}

fn host(headers: &HeaderMap) -> Result<&str, Failure> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.ok_or(Failure(StatusCode::BAD_REQUEST, "the host is missing".to_owned()))
}

fn value(text: &str) -> Result<http::HeaderValue, Failure> {
    text.try_into().map_err(internal)
}

/// What a request fails with.
struct Failure(StatusCode, String);

fn internal(cause: impl std::fmt::Display) -> Failure {
    Failure(StatusCode::INTERNAL_SERVER_ERROR, cause.to_string())
}

impl From<rusqlite::Error> for Failure {
    fn from(cause: rusqlite::Error) -> Self {
        internal(cause)
    }
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Missing => Self(StatusCode::NOT_FOUND, "there is no such policy".to_owned()),
            WriteError::Failed(cause) => internal(cause),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let content = serde_json::json!({"error": {"code": self.0.as_str(), "message": self.1}});
        (self.0, content.to_string()).into_response()
    }
}
