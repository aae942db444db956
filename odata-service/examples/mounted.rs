//! An OData service nested in an axum router, which strips `/odata` off the paths of its requests.
//!
//! ```sh
//! cargo run -p odata-service --example mounted
//! ```

use axum::{Router, body::Body, routing::get};
use http::Request;
use http_body_util::BodyExt as _;
use odata_core::{Model, ODataContainer, ODataEntity};
use odata_service::{NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
use serde_json::Value;
use tower_service::Service as _;

/// Something to sing.
#[derive(ODataEntity, Clone)]
#[odata(type = "music.song")]
struct Song {
    #[odata(key)]
    title: String,
}

/// All songs.
#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    songs: Vec<Song>,
}

type Failed = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failed> {
    let service = ODataService::builder(Model::of::<Music>().expect("the model is valid"))
        .store(SqliteStore::in_memory()?)
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .mounted_at("/odata")
        .page_size(2)
        .build()?;
    // A program serves it: `axum::serve(listener, router).await`.
    let mut router = Router::new().route("/health", get(async || "well")).nest_service("/odata", service);

    let health = router.call(Request::get("/health").body(Body::empty())?).await?;
    assert_eq!(health.status(), 200);

    for title in ["Yesterday", "Let it be", "Come together", "Help!", "AC/DC"] {
        let song = serde_json::json!({ "title": title });
        let request = Request::post("/odata/songs").header("host", "example.org");
        let request = request.header("content-type", "application/json").body(Body::from(song.to_string()))?;
        let created = router.call(request).await?;
        assert_eq!(created.status(), 201);
        let location = created.headers()["location"].to_str()?.to_owned();
        println!("{title}: {location}");
        assert!(location.starts_with("http://example.org/odata/songs"));
        // The URL leads to the song, through the router again.
        assert_eq!(read(&mut router, &location).await?["title"], title);
    }

    // With and without a slash after the prefix.
    for root in ["http://example.org/odata", "http://example.org/odata/"] {
        let document = read(&mut router, root).await?;
        assert_eq!(document["@odata.context"], "http://example.org/odata/$metadata");
    }

    let mut titles = Vec::new();
    let mut next = Some("http://example.org/odata/songs".to_owned());
    while let Some(url) = next {
        println!("{url}");
        let mut page = read(&mut router, &url).await?;
        assert_eq!(page["@odata.context"], "http://example.org/odata/$metadata#songs");
        titles.extend(page["value"].as_array().into_iter().flatten().map(|song| song["title"].clone()));
        next = match page["@odata.nextLink"].take() {
            Value::String(link) => Some(link),
            _ => None,
        };
    }
    assert_eq!(titles, ["Yesterday", "Let it be", "Come together", "Help!", "AC/DC"]);
    println!("{} songs", titles.len());
    Ok(())
}

/// Returns the JSON at an absolute URL.
async fn read(router: &mut Router, url: &str) -> Result<Value, Failed> {
    let path = url.strip_prefix("http://example.org").ok_or("a URL of another host")?;
    let request = Request::get(path).header("host", "example.org").body(Body::empty())?;
    let response = router.call(request).await?;
    assert_eq!(response.status(), 200, "{url}");
    Ok(serde_json::from_slice(&response.into_body().collect().await?.to_bytes())?)
}
