//! Slow clients.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use office_config::{Database, ServeOptions, Timeouts, auth::TokenRequest, serve};
use serde_json::{Value, json};
use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot, task::JoinHandle};

use crate::support::{
    client::{Client, POLICIES},
    program::{Server, run},
};

const SHORT: Duration = Duration::from_millis(400);
const LONG: Duration = Duration::from_secs(60);
const PATIENT: Timeouts = Timeouts::new().with_head(LONG).with_body(LONG).with_drain(LONG);

/// A server inside the test process, with short timeouts.
struct Impatient {
    runtime: Runtime,
    address: SocketAddr,
    token: String,
    stop: oneshot::Sender<()>,
    server: JoinHandle<std::io::Result<()>>,
}

impl Impatient {
    fn start(timeouts: Timeouts) -> Self {
        let runtime = Runtime::new().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let (address, token, server) = runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let serving = serve(listener, ServeOptions::new(Database::Memory)).unwrap();
            let token = serving.development_key().unwrap().sign(&TokenRequest::default()).unwrap();
            let address = serving.address();
            let server = tokio::spawn(serving.with_timeouts(timeouts).run_until(async {
                stopped.await.unwrap();
            }));
            (address, token, server)
        });
        Self { runtime, address, token, stop, server }
    }

    fn client(&self) -> Client {
        Client::new(&format!("http://{}", self.address), Some(self.token.clone()))
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Opens a connection and sends the beginning of a POST.
    fn post(&self, headers: &str, begin: &str) -> TcpStream {
        let mut stream = self.connect();
        let token = &self.token;
        let head = format!("POST {POLICIES} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n{headers}");
        let head = format!("{head}\r\nContent-Type: application/json\r\n\r\n{begin}");
        stream.write_all(head.as_bytes()).unwrap();
        stream
    }

    /// Stops the server, and returns how long that takes.
    fn stop(self) -> Duration {
        let asked = Instant::now();
        self.stop.send(()).unwrap();
        self.runtime.block_on(self.server).unwrap().unwrap();
        asked.elapsed()
    }
}

/// Returns what arrives until the server closes the connection.
fn rest(mut stream: TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_head_that_does_not_arrive_closes_the_connection() {
    let server = Impatient::start(PATIENT.with_head(SHORT));
    let begin = Instant::now();
    let connections: Vec<_> = (0..300)
        .map(|number| {
            let mut stream = server.connect();
            let part = ["", "G", "GET /beta HTTP/1.1\r\nHost: a\r\nX-Slow: "][number % 3];
            stream.write_all(part.as_bytes()).unwrap();
            stream
        })
        .collect();
    // Neither does one that arrives byte by byte.
    let mut slow = server.connect();
    let drops = std::thread::spawn(move || {
        let first = Instant::now();
        while slow.write_all(b"G").is_ok() && first.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(20));
        }
        first.elapsed()
    });
    for stream in connections {
        assert_eq!(rest(stream), "");
    }
    assert!(begin.elapsed() >= SHORT && begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
    assert!(drops.join().unwrap() < Duration::from_secs(10));
    server.client().get(POLICIES).expect(200);
}

#[test]
fn a_connection_is_kept_for_the_next_request_but_not_forever() {
    const HEAD: Duration = Duration::from_secs(1);
    let server = Impatient::start(PATIENT.with_head(HEAD));
    let mut stream = server.connect();
    for _ in 0..4 {
        std::thread::sleep(HEAD / 3);
        stream.write_all(b"HEAD /beta HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
        let mut found = [0; 12];
        stream.read_exact(&mut found).unwrap();
        assert_eq!(&found, b"HTTP/1.1 200");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
    }
    let idle = Instant::now();
    assert_eq!(rest(stream), "");
    assert!(idle.elapsed() > HEAD / 2 && idle.elapsed() < Duration::from_secs(10), "{:?}", idle.elapsed());
}

#[test]
fn a_body_that_stalls_is_answered_with_408() {
    let server = Impatient::start(PATIENT.with_body(SHORT));
    for (headers, begin) in [
        ("Content-Length: 15", "{\"priority\":"),
        ("Content-Length: 15", ""),
        ("Transfer-Encoding: chunked", "5\r\n{\"pri"),
        ("Transfer-Encoding: chunked", "f\r\n{\"priority\": 1}\r\n"),
    ] {
        let begun = Instant::now();
        let answer = rest(server.post(headers, begin));
        // The server does not wait again for the rest of it.
        assert!(begun.elapsed() >= SHORT && begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 408 ") && head.contains("connection: close"), "{answer}");
        assert!(head.contains("odata-version: 4.0") && head.contains("content-language: en"), "{answer}");
        let error: Value = serde_json::from_str(body).unwrap();
        assert_eq!(error["error"]["code"], "RequestTimeout");
    }
    assert_eq!(server.client().get(POLICIES).expect(200).json()["value"], json!([]));
}

#[test]
fn a_slow_body_that_arrives_is_accepted() {
    let server = Impatient::start(PATIENT.with_body(SHORT));
    let mut stream = server.post("Content-Length: 15\r\nConnection: close", "");
    for byte in br#"{"priority": 1}"# {
        std::thread::sleep(SHORT / 8);
        stream.write_all(&[*byte]).unwrap();
    }
    let answer = rest(stream);
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
}

#[test]
fn an_answer_that_is_not_read_does_not_wait_forever() {
    let server = Impatient::start(PATIENT.with_body(SHORT));
    let client = server.client();
    let large = json!({"priority": 1, "description": "x".repeat(1_000_000)}).to_string();
    for _ in 0..24 {
        client.create(&large);
    }
    // More than the buffers between the two can hold.
    let mut reads = server.connect();
    let mut does_not = server.connect();
    let request = format!("GET {POLICIES} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}", server.token);
    for stream in [&mut reads, &mut does_not] {
        stream.write_all(format!("{request}\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
    }
    let mut read = 0;
    let mut buffer = vec![0; 1 << 20];
    loop {
        match reads.read(&mut buffer).unwrap() {
            0 => break,
            more => read += more,
        }
        std::thread::sleep(SHORT / 20);
    }
    assert!(read > 24_000_000, "{read}");
    std::thread::sleep(SHORT * 2);
    drop(client);
    let took = server.stop();
    assert!(took < Duration::from_secs(20), "{took:?}");
    drop(does_not);
}

#[test]
fn stuck_requests_keep_the_server_no_longer_than_configured() {
    let server = Impatient::start(PATIENT.with_drain(SHORT));
    let mut head = server.connect();
    head.write_all(b"GET /beta HT").unwrap();
    let body = server.post("Content-Length: 15\r\nExpect: 100-continue", "");
    (&body).read_exact(&mut [0; 25]).unwrap();
    let took = server.stop();
    assert!(took >= SHORT && took < Duration::from_secs(10), "{took:?}");
    for stream in [head, body] {
        // It is closed, one way or the other.
        let mut stream = stream;
        assert!(matches!(stream.read(&mut [0; 1]), Ok(0) | Err(_)));
    }
}

#[test]
fn what_is_in_flight_finishes_and_what_is_idle_does_not_keep_the_server() {
    let server = Impatient::start(PATIENT);
    let client = server.client();
    client.get(POLICIES).expect(200);
    let idle = server.connect();
    let mut request = server.post("Content-Length: 15\r\nExpect: 100-continue", "");
    request.read_exact(&mut [0; 25]).unwrap();
    let answer = std::thread::spawn(move || {
        std::thread::sleep(SHORT);
        request.write_all(br#"{"priority": 1}"#).unwrap();
        rest(request)
    });
    let took = server.stop();
    assert!(took >= SHORT && took < Duration::from_secs(20), "{took:?}");
    let answer = answer.join().unwrap();
    assert!(answer.starts_with("HTTP/1.1 201 ") && answer.contains("connection: close"), "{answer}");
    drop((client, idle));
}

#[test]
fn timeouts_are_set_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let timeouts = ["--head-timeout", "60", "--body-timeout", "0.5", "--drain", "1"];
    let mut server = Server::start_in(folder.path(), &timeouts);
    let mut stuck = TcpStream::connect(server.address()).unwrap();
    stuck.write_all(b"GET /beta HT").unwrap();
    let mut stalled = TcpStream::connect(server.address()).unwrap();
    let token = server.token(&[]);
    let head = format!("POST {POLICIES} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\nContent-Length: 9\r\n");
    stalled.write_all(format!("{head}Content-Type: application/json\r\n\r\n").as_bytes()).unwrap();
    let answer = rest(stalled);
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");

    let asked = Instant::now();
    server.signal("TERM");
    let (status, _) = server.wait();
    assert_eq!(status.code(), Some(0));
    assert!(
        asked.elapsed() >= Duration::from_secs(1) && asked.elapsed() < Duration::from_secs(5),
        "{:?}",
        asked.elapsed()
    );
    assert!(server.stderr().contains("were not finished 1s after"), "{}", server.stderr());
    drop(stuck);
}

#[test]
fn timeouts_are_seconds() {
    let folder = tempfile::tempdir().unwrap();
    for (option, value) in [
        ("--head-timeout", "0"),
        ("--body-timeout", "0"),
        ("--body-timeout", "1s"),
        ("--drain", "-1"),
        ("--drain", "NaN"),
        ("--drain", "inf"),
        ("--head-timeout", "86401"),
    ] {
        let ended = run(folder.path(), &["serve", &format!("{option}={value}")]);
        assert_eq!(ended.code, Some(2), "{option} {value}");
        assert!(ended.stderr.contains(option), "{}", ended.stderr);
    }
    let help = run(folder.path(), &["serve", "--help"]).stdout;
    let default_of = |option: &str| {
        let (_, rest) = help.split_once(option).unwrap();
        rest.split_once("[default: ").unwrap().1.split_once(']').unwrap().0.to_owned()
    };
    assert_eq!(["--head-timeout", "--body-timeout", "--drain"].map(default_of), ["10", "30", "10"]);
}
