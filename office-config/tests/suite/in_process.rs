//! The server as a part of another program.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use office_config::{Database, ServeOptions, Serving, Timeouts, auth::TokenRequest, serve};
use tokio::{net::TcpListener, sync::oneshot};

use crate::support::client::{Client, POLICIES};

async fn start() -> (Serving, String, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serving = serve(listener, ServeOptions::new(Database::Memory)).unwrap();
    let token = serving.development_key().unwrap().sign(&TokenRequest::default()).unwrap();
    let url = format!("http://{}", serving.address());
    (serving, url, token)
}

#[tokio::test(flavor = "multi_thread")]
async fn serves_until_it_is_asked_to_stop() {
    let (serving, url, token) = start().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serving.run_until(async {
        stopped.await.unwrap();
    }));
    let client = Client::new(&url, Some(token));
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

#[tokio::test(flavor = "multi_thread")]
async fn gives_up_on_requests_that_do_not_end() {
    let (serving, url, token) = start().await;
    let (stop, stopped) = oneshot::channel::<()>();
    let timeouts = Timeouts::new().with_drain(Duration::from_millis(300));
    let server = tokio::spawn(serving.with_timeouts(timeouts).run_until(async {
        stopped.await.unwrap();
    }));
    let in_flight = tokio::task::spawn_blocking(move || {
        let address = url.strip_prefix("http://").unwrap();
        let mut request = TcpStream::connect(address).unwrap();
        let head = format!(
            "POST {POLICIES} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\nContent-Length: 9\r\n\
             Content-Type: application/json\r\nExpect: 100-continue\r\n\r\n"
        );
        request.write_all(head.as_bytes()).unwrap();
        request.read_exact(&mut [0; 8]).unwrap();
        request
    });
    let in_flight = in_flight.await.unwrap();
    let asked = Instant::now();
    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
    assert!(asked.elapsed() >= Duration::from_millis(300), "it waits");
    drop(in_flight);
}
