//! An OData service beside the other routes of an axum program, with seed data and a hook.
//!
//! The program listens on a free port, asks itself a few questions, and ends:
//! `cargo run -p odata-service --example beside_other_routes`

use axum::{Router, body::Body, routing::get};
use http::{Request, StatusCode};
use odata_core::{Error, ErrorCode, Model, codec, codec::ReadOptions, prelude::*};
use odata_service::{NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
use serde_json::Value;
use tokio::{net::TcpListener, runtime::Runtime};
use tower_service::Service as _;

/// Something to sing.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.song")]
struct Song {
    #[odata(key)]
    number: i32,
    title: String,
    // Made by the service: what a request says of it does not count.
    #[odata(computed)]
    revision: i32,
}

/// What the service has: one entity set.
#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    songs: Vec<Song>,
}

/// The service, below `/odata`.
fn service() -> ODataService {
    ODataService::builder(Model::of::<Music>().expect("the model has no faults"))
        .store(SqliteStore::in_memory().expect("a database in memory"))
        // Who may do what is decided here; this lets everybody do everything.
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .service_roots(["/odata"])
        // Before each write, in its transaction: sets what the service makes, and refuses what must not be.
        .before_write(|song: &mut Song, _| {
            if song.title.is_empty() {
                return Err(Error::new(ErrorCode::BAD_REQUEST, "a song has a title").with_target("title"));
            }
            song.revision += 1;
            Ok(())
        })
        .build()
        .expect("nothing is missing")
}

/// Makes the songs that are there from the start. The service is called as it would be over HTTP, so bodies are checked and
/// hooks run.
async fn seed(service: &mut ODataService) {
    for (number, title) in [(1, "Yesterday"), (2, "Tomorrow")] {
        let song = Song { number, title: title.to_owned(), revision: 0 };
        let request = Request::post("/odata/songs").header("host", "localhost");
        let request = request.header("content-type", "application/json");
        let request = request.body(Body::from(codec::to_insert_body(&song))).expect("a request");
        let response = service.call(request).await.expect("the service always answers");
        assert_eq!(response.status(), StatusCode::CREATED);
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let root = format!("http://{}", listener.local_addr()?);

    let mut odata = service();
    runtime.block_on(seed(&mut odata));
    // The service takes what no other route does, with whole paths. The example `mounted` nests it below a prefix instead.
    let router = Router::new().route("/health", get(async || "well")).fallback_service(odata);
    runtime.spawn(async { axum::serve(listener, router).await });

    // From here on, this is a client, which may declare the same types.
    let client: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let health = client.get(format!("{root}/health")).call()?.body_mut().read_to_string()?;
    println!("health: {health}");
    assert_eq!(health, "well");

    let json = client.get(format!("{root}/odata/songs?$select=title")).call()?.body_mut().read_to_vec()?;
    let songs: Value = serde_json::from_slice(&json)?;
    let titles = [&songs["value"][0]["title"], &songs["value"][1]["title"]];
    println!("songs: {titles:?}");
    assert_eq!(titles, ["Yesterday", "Tomorrow"]);

    let patch = client.patch(format!("{root}/odata/songs/2")).header("content-type", "application/json");
    let json = patch.send(r#"{"title": "Today", "revision": 7}"#)?.body_mut().read_to_vec()?;
    let song: Song = codec::from_slice_with(&json, &ReadOptions::client())?;
    println!("song {} is {:?}, revision {}", song.number, song.title, song.revision);
    assert_eq!((song.number, song.title.as_str(), song.revision), (2, "Today", 2));

    let patch = client.patch(format!("{root}/odata/songs/2")).header("content-type", "application/json");
    let mut refused = patch.send(r#"{"title": ""}"#)?;
    let error: Value = serde_json::from_slice(&refused.body_mut().read_to_vec()?)?;
    println!("{}: {}", refused.status(), error["error"]["message"]);
    assert_eq!((refused.status(), &error["error"]["target"]), (StatusCode::BAD_REQUEST, &Value::from("title")));
    assert_eq!(error["error"]["message"], "a song has a title");
    Ok(())
}
