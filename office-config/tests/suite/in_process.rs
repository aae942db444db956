//! The server as a part of another program.

use office_config::{
    Database, ServeOptions,
    auth::{DevelopmentKey, TokenRequest},
    serve,
};
use tokio::{net::TcpListener, sync::oneshot};

use crate::support::client::{Client, POLICIES};

#[tokio::test(flavor = "multi_thread")]
async fn serves_until_it_is_told_to_stop() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serving = serve(listener, ServeOptions { database: Database::Memory, issuer: None }).unwrap();
    let url = format!("http://{}", serving.address());
    let token = serving.development_key().map(|key: &DevelopmentKey| key.sign(&TokenRequest::default()).unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serving.run_until(async {
        stopped.await.unwrap();
    }));
    let client = Client::new(&url, token);
    let client = tokio::task::spawn_blocking(move || {
        client.create(r#"{"priority": 1}"#);
        client
    });
    let client = client.await.unwrap();
    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
    let refused = tokio::task::spawn_blocking(move || client.try_send("GET", POLICIES, &[], None));
    assert!(refused.await.unwrap().is_err());
}
