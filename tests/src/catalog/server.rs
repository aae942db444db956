//! The catalog on a port of the loopback address, and a client that sends exactly what it is given.

use std::net::SocketAddr;

use axum::Router;
use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, request::Parts};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use odata_core::{Error, ErrorCode, Model};
use odata_service::{
    Authorizer, Grant, ODataService, ODataServiceBuilder, Partition, Refusal,
    hooks::Write,
    store::{EntityStore, sqlite::SqliteStore},
};
use serde_json::Value;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use super::{Catalog, Item, Owner, Product, StockLine};

/// Takes `Bearer NAME` as the partition's name. `Bearer reader` may only read.
#[derive(Clone, Copy, Debug)]
pub struct NamedPartition;

impl Authorizer for NamedPartition {
    fn authorize(&self, head: &Parts) -> Result<Grant, Refusal> {
        let value = head.headers.get("authorization").ok_or_else(Refusal::no_token)?;
        let name = value.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
        match name {
            None | Some("") => Err(Refusal::bad_token("the token has no name")),
            Some("reader") if head.method != Method::GET => Err(Refusal::forbidden("readers cannot write")),
            Some(name) => Ok(Grant::new(Partition::new(name))),
        }
    }
}

/// The catalog as a service under `/api` and `/api/v2`.
pub fn service(store: impl EntityStore) -> ODataService {
    builder(store).service_roots(["/api", "/api/v2/"]).build().expect("the service is complete")
}

/// The catalog's service, of which only the paths are left open.
pub fn builder(store: impl EntityStore) -> ODataServiceBuilder {
    let model = Model::of::<Catalog>().expect("the model is valid");
    ODataService::builder(model)
        .store(store)
        .authorizer(NamedPartition)
        .before_write(|write: &mut Write<'_, Item>| {
            let now = write.now();
            if let Some(item) = write.new_mut() {
                item.last_modified = Some(now);
            }
            Ok(())
        })
        .before_write(|write: &mut Write<'_, Owner>| {
            let now = write.now();
            if let Some(owner) = write.new_mut() {
                owner.changed = Some(now);
            }
            Ok(())
        })
        .before_write(|write: &mut Write<'_, Product>| match write.new_mut() {
            Some(product) if product.sold < 0 => {
                Err(Error::new(ErrorCode::OUT_OF_RANGE, "less than nothing cannot be sold").with_target("sold"))
            }
            _ => Ok(()),
        })
        .before_write(|write: &mut Write<'_, StockLine>| {
            let caller = write.caller();
            if let Write::Insert { new: line, .. } = write
                && line.batch.is_none()
            {
                line.batch = Some(caller.partition().to_string());
            }
            Ok(())
        })
}

/// A server that ends with the value.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the catalog on a store in memory.
    pub async fn start() -> Self {
        Self::with_store(SqliteStore::in_memory().expect("a database in memory")).await
    }

    /// Serves the catalog on this store.
    pub async fn with_store(store: impl EntityStore) -> Self {
        Self::with_router(Router::new().fallback_service(service(store))).await
    }

    /// Serves this router.
    pub async fn with_router(router: Router) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let task = tokio::spawn(async move { axum::serve(listener, router).await.expect("serving does not end") });
        Self { address, task }
    }

    /// The host and port.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// An absolute URL below the service root.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/api/{path}", self.address)
    }

    /// The beginning of a request. A path with a slash in front is one of the server, others are below the service root.
    pub fn request(&self, method: &str, path: &str) -> Call {
        let path = match path.strip_prefix(&format!("http://{}", self.address)) {
            Some(path) => path.to_owned(),
            None if path.starts_with('/') => path.to_owned(),
            None => format!("/api/{path}"),
        };
        let request = Request::builder().method(method).uri(path).header("host", self.host());
        Call { address: self.address, request, body: Bytes::new(), token: Some("tenant".to_owned()) }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.request("GET", path).send().await
    }

    /// POST of JSON.
    pub async fn post(&self, path: &str, body: &str) -> Answer {
        self.request("POST", path).json(body).send().await
    }

    /// PATCH with JSON.
    pub async fn patch(&self, path: &str, body: &str) -> Answer {
        self.request("PATCH", path).json(body).send().await
    }

    /// PUT of JSON.
    pub async fn put(&self, path: &str, body: &str) -> Answer {
        self.request("PUT", path).json(body).send().await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.request("DELETE", path).send().await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A request that is not sent yet.
#[derive(Debug)]
pub struct Call {
    address: SocketAddr,
    request: http::request::Builder,
    body: Bytes,
    token: Option<String>,
}

impl Call {
    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    /// With another host than that of the server.
    #[must_use]
    pub fn replace_host(mut self, host: &str) -> Self {
        if let Some(headers) = self.request.headers_mut() {
            headers.insert("host", host.parse().expect("a header"));
        }
        self
    }

    /// With another token, or none.
    #[must_use]
    pub fn token(mut self, token: Option<&str>) -> Self {
        self.token = token.map(str::to_owned);
        self
    }

    /// With a body of JSON.
    #[must_use]
    pub fn json(self, body: impl Into<String>) -> Self {
        self.header("content-type", "application/json").body(body)
    }

    /// With a body.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Bytes::from(body.into());
        self
    }

    /// Sends it, and waits for the whole answer.
    pub async fn send(self) -> Answer {
        let body = Full::new(self.body.clone());
        self.send_body(body).await
    }

    /// Sends it with this body instead of its own.
    pub async fn send_body<B>(mut self, body: B) -> Answer
    where
        B: http_body_util::BodyExt<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        if let Some(token) = &self.token {
            self.request = self.request.header("authorization", format!("Bearer {token}"));
        }
        let request = self.request.body(Box::pin(body)).expect("a request");
        let stream = TcpStream::connect(self.address).await.expect("a connection");
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("a handshake");
        let connection = tokio::spawn(connection);
        let (head, body) = sender.send_request(request).await.map(Response::into_parts).expect("an answer");
        let body = body.collect().await.expect("a body").to_bytes();
        connection.abort();
        let answer = Answer { status: head.status.as_u16(), headers: head.headers, body };
        assert!(matches!(answer.header("odata-version"), "4.0" | "4.01"), "every response has the version");
        answer
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// A header as text; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        assert!(self.header("content-type").starts_with("application/json;odata.metadata=minimal"), "{self:?}");
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// The answer, which must have this status.
    #[expect(clippy::return_self_not_must_use, reason = "the status is often all that matters")]
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    /// The answer, which must be an OData error with this status. Returns its target, if it has one.
    #[track_caller]
    pub fn fails(self, status: u16) -> Option<String> {
        let answer = self.expect(status);
        let json = answer.json();
        let error = json["error"].as_object().expect("an error");
        assert!(error["code"].as_str().is_some_and(|code| !code.is_empty()), "{json}");
        assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{json}");
        assert_eq!(answer.header("content-language"), "en");
        let details = error.get("details").map(|details| details.as_array().expect("details are a list"));
        assert!(details.is_none_or(|details| !details.is_empty()), "{json}");
        error.get("target").map(|target| target.as_str().expect("a target is text").to_owned())
    }
}
