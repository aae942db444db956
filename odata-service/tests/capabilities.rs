//! What the service does if a store does not support it.

use std::sync::Arc;

use http::Request;
use http_body_util::BodyExt as _;
use odata_core::{Model, ODataContainer, ODataEntity};
use odata_service::{
    NoAuthorization, ODataService, Partition,
    store::{
        Answer, Capabilities, EntityAddress, EntityStore, Query, StoreFuture, StoredEntity, Work, WorkOutput,
        sqlite::SqliteStore,
    },
};
use serde_json::Value;
use tower_service::Service as _;

/// Something to sing.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.song")]
struct Song {
    #[odata(key)]
    number: i32,
    title: String,
    length: Option<i64>,
}

/// All songs.
#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    songs: Vec<Song>,
}

/// A store with the given capabilities, which fails if it is asked for anything else.
struct Limited {
    inner: SqliteStore,
    capabilities: Capabilities,
    /// The maximum number of rows that it returns.
    rows: u64,
}

impl EntityStore for Limited {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn get<'a>(
        &'a self,
        partition: &'a Partition,
        address: &'a EntityAddress,
    ) -> StoreFuture<'a, Option<StoredEntity>> {
        self.inner.get(partition, address)
    }

    fn query(&self, partition: Partition, query: Arc<Query>) -> StoreFuture<'_, Answer> {
        assert!(self.capabilities.count() || !query.count, "the service has passed $count");
        assert!(self.capabilities.skip() || query.skip == 0, "the service has passed $skip");
        assert!(self.capabilities.select() || query.select.is_none(), "the service has passed $select");
        Box::pin(async move {
            let mut inner = Query::clone(&query);
            inner.limit = Some(query.limit.unwrap_or(u64::MAX).min(self.rows));
            let mut answer = self.inner.query(partition, Arc::new(inner)).await?;
            if let Some(select) = &query.select {
                let paths = select.paths();
                for row in &mut answer.rows {
                    let mut json: serde_json::Map<String, Value> = serde_json::from_str(&row.json).unwrap();
                    json.retain(|name, _| name.starts_with('@') || paths.contains(name));
                    row.json = Value::from(json).to_string();
                }
            }
            Ok(answer)
        })
    }

    fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> StoreFuture<'_, WorkOutput> {
        self.inner.transact(partition, work)
    }
}

/// Creates a service with ten songs, on a store with these capabilities.
async fn service(capabilities: Capabilities, rows: u64) -> ODataService {
    let store = Limited { inner: SqliteStore::in_memory().unwrap(), capabilities, rows };
    let service = ODataService::builder(Model::of::<Music>().unwrap())
        .store(store)
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .page_size(4)
        .build()
        .unwrap();
    for number in 0..10 {
        let body = format!(r#"{{"number": {number}, "title": "song {number}", "length": {number}}}"#);
        assert_eq!(send(&service, "POST", "/songs", &body).await.0, 201);
    }
    service
}

async fn send(service: &ODataService, method: &str, uri: &str, body: &str) -> (u16, Value) {
    let request = Request::builder().method(method).uri(uri).header("host", "localhost");
    let request = request.header("content-type", "application/json").body(body.to_owned()).unwrap();
    let (head, body) = service.clone().call(request).await.unwrap().into_parts();
    (head.status.as_u16(), serde_json::from_slice(&body.collect().await.unwrap().to_bytes()).unwrap())
}

async fn get(service: &ODataService, uri: &str) -> Value {
    let (status, body) = send(service, "GET", uri, "").await;
    assert_eq!(status, 200, "{uri}: {body}");
    body
}

/// Returns the numbers of the songs in a list and, page by page, in what follows it.
async fn numbers(service: &ODataService, uri: &str) -> Vec<i64> {
    let mut numbers = Vec::new();
    let mut next = uri.to_owned();
    loop {
        let list = get(service, &next).await;
        numbers.extend(list["value"].as_array().unwrap().iter().map(|song| song["number"].as_i64().unwrap()));
        match list["@odata.nextLink"].as_str() {
            Some(link) => link.strip_prefix("http://localhost").unwrap().clone_into(&mut next),
            None => return numbers,
        }
    }
}

#[tokio::test]
async fn counting_needs_a_store_that_counts() {
    let (counts, other) =
        (service(Capabilities::new().with_count(), 100).await, service(Capabilities::new(), 100).await);
    assert_eq!(get(&counts, "/songs?$count=true&$top=0").await["@odata.count"], 10);
    let (status, body) = send(&other, "GET", "/songs?$count=true", "").await;
    assert_eq!((status, &body["error"]["target"]), (501, &"$count".into()));
    assert_eq!(body["error"]["message"], "the query option `$count` is not supported");
    assert_eq!(get(&other, "/songs?$count=false").await.get("@odata.count"), None);
}

#[tokio::test]
async fn the_service_skips_a_few_if_the_store_does_not_skip() {
    let (skips, other) = (service(Capabilities::new().with_skip(), 100).await, service(Capabilities::new(), 100).await);
    for query in ["$skip=0", "$skip=3", "$skip=3&$top=2", "$skip=8", "$skip=10", "$skip=500", "$skip=2000&$top=0"] {
        let uri = format!("/songs?{query}");
        assert_eq!(numbers(&other, &uri).await, numbers(&skips, &uri).await, "{query}");
    }
    assert_eq!(numbers(&other, "/songs?$skip=3").await, [3, 4, 5, 6, 7, 8, 9]);
    for skip in ["997", "18446744073709551615"] {
        let uri = format!("/songs?$skip={skip}");
        let (status, body) = send(&other, "GET", &uri, "").await;
        assert_eq!((status, &body["error"]["target"]), (501, &"$skip".into()), "{skip}");
        assert_eq!(numbers(&skips, &uri).await, [0; 0], "{skip}");
    }
}

#[tokio::test]
async fn a_store_may_return_less_than_a_page() {
    let short = service(Capabilities::new(), 3).await;
    assert_eq!(numbers(&short, "/songs").await, (0..10).collect::<Vec<_>>());
    assert_eq!(numbers(&short, "/songs?$top=7").await, (0..7).collect::<Vec<_>>());
    assert_eq!(numbers(&short, "/songs?$skip=2").await, (2..10).collect::<Vec<_>>());
    // The entities to skip were not read yet.
    assert_eq!(send(&short, "GET", "/songs?$skip=4", "").await.0, 501);
}

#[tokio::test]
async fn selecting_looks_the_same_wherever_it_is_done() {
    let (selects, other) =
        (service(Capabilities::new().with_select(), 100).await, service(Capabilities::new(), 100).await);
    for query in ["$select=number,title", "$select=title", "$select=*", "$select=length,number&$skip=1&$top=2"] {
        for format in ["", "&$format=application/json;IEEE754Compatible=true"] {
            let uri = format!("/songs?{query}{format}");
            let mut expected = get(&other, &uri).await;
            let mut found = get(&selects, &uri).await;
            for list in [&mut expected, &mut found] {
                list["value"].as_array_mut().unwrap().iter_mut().for_each(|song| drop(song["@odata.etag"].take()));
            }
            assert_eq!(found, expected, "{uri}");
        }
    }
}
