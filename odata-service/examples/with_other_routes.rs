//! An OData service next to the other routes of an axum program, with seed data, hooks, and a route that uses the entities.
//!
//! The program listens on a free port, asks itself a few questions, and ends:
//! `cargo run -p odata-service --example with_other_routes`

use std::sync::mpsc;

use axum::{
    Router,
    routing::{get, post},
};
use http::StatusCode;
use odata_core::{Error, ErrorCode, Model, codec, codec::ReadOptions, prelude::*};
use odata_service::{
    Caller, NoAuthorization, ODataService, Partition,
    hooks::{Change, Write},
    store::sqlite::SqliteStore,
};
use serde_json::Value;
use tokio::{net::TcpListener, runtime::Runtime};

/// Something to sing.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.song")]
struct Song {
    #[odata(key)]
    number: i32,
    title: String,
    // Computed by the service: values in requests are ignored.
    #[odata(computed)]
    revision: i32,
}

/// The container: one entity set.
#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    songs: Vec<Song>,
}

/// Returns the partition of the songs. With more than one tenant, the authorizer names that of a request.
fn everybody() -> Partition {
    Partition::new("everybody")
}

/// Builds the service, below `/odata`. Changes of songs are sent to `news`.
fn service(news: mpsc::Sender<String>) -> ODataService {
    ODataService::builder(Model::of::<Music>().expect("the model has no faults"))
        .store(SqliteStore::in_memory().expect("a database in memory"))
        // Decides who may do what; this lets everybody do everything.
        .authorizer(NoAuthorization::new(everybody()))
        .service_roots(["/odata"])
        // In the transaction of each write: sets what the service computes, and refuses what must not be.
        .before_write(|write: &mut Write<'_, Song>| match write {
            Write::Insert { new, .. } | Write::Update { new, .. } if new.title.is_empty() => {
                Err(Error::new(ErrorCode::BAD_REQUEST, "a song has a title").with_target("title"))
            }
            Write::Insert { new, .. } => {
                new.revision = 1;
                Ok(())
            }
            Write::Update { old, new, .. } => {
                new.revision = old.revision + 1;
                Ok(())
            }
            Write::Delete { old, .. } if old.title == "Yesterday" => {
                Err(Error::new(ErrorCode::new("Beloved", 409), "this one stays"))
            }
            Write::Delete { .. } => Ok(()),
        })
        // After the commit, and only then.
        .after_commit(move |change: Change<Song>| {
            let news = news.clone();
            async move {
                let title = |song: Option<&Song>| song.map_or("nothing", |song| &song.title).to_owned();
                news.send(format!("{} -> {}", title(change.old()), title(change.new_state())))?;
                Ok(())
            }
        })
        .build()
        .expect("nothing is missing")
}

/// Inserts the first songs, with the checks and hooks of requests and without HTTP: all of them, or none if they are there
/// already.
async fn seed(service: &ODataService) -> Result<(), Error> {
    let seeded = service.in_transaction(&Caller::new(everybody()), |transaction| async move {
        let songs = transaction.repository(Music::SETS.songs);
        for (number, title) in [(1, "Yesterday"), (2, "Tomorrow")] {
            songs.insert(Song { number, title: title.to_owned(), revision: 0 }).await?;
        }
        Ok(())
    });
    match seeded.await {
        Err(error) if error.code() == ErrorCode::ENTITY_EXISTS => Ok(()),
        other => other,
    }
}

/// Handles a route of the program's own: writes a title in capitals.
async fn shout(service: ODataService) -> Result<String, (StatusCode, String)> {
    let songs = service.repository(Music::SETS.songs, &Caller::new(everybody()));
    let shouted = songs.update(2, |song| song.title = song.title.to_uppercase()).await;
    shouted.map(|song| song.entity.title).map_err(|error| {
        let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, error.to_string())
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let root = format!("http://{}", listener.local_addr()?);

    let (sender, news) = mpsc::channel();
    let odata = service(sender);
    runtime.block_on(async {
        seed(&odata).await?;
        seed(&odata).await
    })?;
    // The service gets the requests of no other route, with whole paths. The example `mounted` nests it below a prefix instead.
    let for_shouting = odata.clone();
    let router = Router::new()
        .route("/health", get(async || "well"))
        .route("/shout", post(move || shout(for_shouting.clone())))
        .fallback_service(odata);
    runtime.spawn(async { axum::serve(listener, router).await });

    // From here on, this is a client, which can declare the same types.
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

    let shouted = client.post(format!("{root}/shout")).send_empty()?.body_mut().read_to_string()?;
    println!("shouted: {shouted}");
    assert_eq!(shouted, "TODAY");

    let patch = client.patch(format!("{root}/odata/songs/2")).header("content-type", "application/json");
    let mut refused = patch.send(r#"{"title": ""}"#)?;
    let error: Value = serde_json::from_slice(&refused.body_mut().read_to_vec()?)?;
    println!("{}: {}", refused.status(), error["error"]["message"]);
    assert_eq!((refused.status(), &error["error"]["target"]), (StatusCode::BAD_REQUEST, &Value::from("title")));
    assert_eq!(error["error"]["message"], "a song has a title");

    assert_eq!(client.delete(format!("{root}/odata/songs/1")).call()?.status(), StatusCode::CONFLICT);
    assert_eq!(client.delete(format!("{root}/odata/songs/2")).call()?.status(), StatusCode::NO_CONTENT);

    // What was refused or undone, such as the second seeding, was not sent.
    let news: Vec<_> = news.try_iter().collect();
    println!("news: {news:?}");
    let expected =
        ["nothing -> Yesterday", "nothing -> Tomorrow", "Tomorrow -> Today", "Today -> TODAY", "TODAY -> nothing"];
    assert_eq!(news, expected);
    Ok(())
}
