//! Clients that ask again as soon as they have an answer, each on a connection of its own.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
};

use crate::server::Server;

/// Where the collection is.
const PATH: &str = "/beta/officeConfiguration/clientConfigurations";

/// How many clients there are.
const CLIENTS: u64 = 16;

/// What the clients ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// An entity by its key.
    Get,
    /// A change of two members.
    Patch,
    /// A new entity.
    Post,
    /// The first hundred entities.
    List,
}

/// A server with its entities.
#[derive(Clone)]
pub(crate) struct Site {
    address: SocketAddr,
    /// The headers that all requests have.
    headers: String,
    /// The keys of the entities.
    keys: Vec<String>,
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// A connection.
struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Site {
    pub(crate) fn new(server: &Server) -> Self {
        let address = server.address;
        let token = match &*server.token {
            "" => String::new(),
            token => format!("Authorization: Bearer {token}\r\n"),
        };
        let headers = format!("Host: {address}\r\nUser-Agent: bench\r\nAccept: */*\r\n{token}");
        Self { address, headers, keys: Vec::new() }
    }

    /// Makes entities, one after the other.
    pub(crate) async fn fill(&mut self, count: u64) {
        let mut client = Client::connect(self.address).await;
        for number in 0..count {
            let answer = client.ask(&self.post(number)).await;
            let json: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
            self.keys.push(json["id"].as_str().expect("a key").to_owned());
        }
    }

    /// One answer, to the request that `number` stands for.
    pub(crate) async fn ask(&self, work: Work, number: u64) -> Answer {
        Client::connect(self.address).await.ask(&self.request(work, number)).await
    }

    /// How many requests are answered in a second, while all clients ask for some time.
    pub(crate) async fn throughput(&self, work: Work, time: Duration) -> Turn {
        let mut clients = JoinSet::new();
        let mut connections = Vec::new();
        for _ in 0..CLIENTS {
            connections.push(Client::connect(self.address).await);
        }
        let start = Instant::now();
        for (position, mut client) in (0..).zip(connections) {
            let site = self.clone();
            clients.spawn(async move {
                let mut count: u64 = 0;
                // Another way through the entities for each client.
                let mut number: u64 = position * 61;
                while start.elapsed() < time {
                    number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let answer = client.ask(&site.request(work, number >> 33)).await;
                    assert!((200..300).contains(&answer.status), "{work:?}: {}", String::from_utf8_lossy(&answer.body));
                    count += 1;
                }
                count
            });
        }
        let requests: u64 = clients.join_all().await.into_iter().sum();
        Turn { requests, time: start.elapsed() }
    }

    fn request(&self, work: Work, number: u64) -> String {
        let key = || {
            let position = usize::try_from(number).unwrap_or_default() % self.keys.len();
            &self.keys[position]
        };
        let headers = &self.headers;
        match work {
            Work::Get => format!("GET {PATH}/{} HTTP/1.1\r\n{headers}\r\n", key()),
            Work::List => format!("GET {PATH}?$top=100 HTTP/1.1\r\n{headers}\r\n"),
            Work::Patch => {
                let (priority, name) = (number % 1000, format!("Policy {number}, changed"));
                let body = format!(r#"{{"displayName":"{name}","priority":{priority}}}"#);
                self.with_body(&format!("PATCH {PATH}/{}", key()), &body)
            }
            Work::Post => self.post(number),
        }
    }

    fn post(&self, number: u64) -> String {
        let payload = "UEsDBBQABgAIAAAAIQ".repeat(12);
        let body = format!(
            r##"{{"@odata.type":"#microsoft.graph.windowsOfficeClientSecurityConfiguration",
            "displayName":"Policy {number}","description":"Blocks macros in files from the internet, for everybody in finance",
            "policyPayload":"{payload}","userPreferencePayload":"UEsDBBQABgAIAAAA","priority":{},
            "userCheckinSummary":{{"succeededUserCount":{},"failedUserCount":3}},
            "checkinStatuses":[{{"userPrincipalName":"ada@example.org","deviceName":"FIN-{number}","devicePlatform":"Windows",
            "devicePlatformVersion":"10.0.22631","wasSuccessful":true,"userId":"5f2c9a1e-7d04-4b58-9e33-0c1d6f8a2b47",
            "checkinDateTime":"2026-11-01T08:15:33Z","errorMessage":null,"appliedPolicies":["Policy {number}","Baseline"]}}]}}"##,
            number % 100,
            number % 7000,
        );
        self.with_body(&format!("POST {PATH}"), &body)
    }

    fn with_body(&self, start: &str, body: &str) -> String {
        let (headers, length) = (&self.headers, body.len());
        format!("{start} HTTP/1.1\r\n{headers}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}")
    }
}

/// What was answered in some time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Turn {
    pub(crate) requests: u64,
    time: Duration,
}

impl Turn {
    #[expect(clippy::cast_precision_loss, reason = "nobody counts that far")]
    pub(crate) fn per_second(self) -> f64 {
        self.requests as f64 / self.time.as_secs_f64()
    }
}

impl Client {
    async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("a connection");
        stream.set_nodelay(true).expect("a connection without delay");
        Self { stream, buffer: Vec::new() }
    }

    /// Sends a request and waits for the whole answer, whose length must be in its head.
    async fn ask(&mut self, request: &str) -> Answer {
        self.stream.write_all(request.as_bytes()).await.expect("the server reads");
        self.buffer.clear();
        let (end, head) = loop {
            let read = self.stream.read_buf(&mut self.buffer).await.expect("the server answers");
            assert!(read > 0, "the server has closed the connection");
            if let Some(end) = self.buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                break (end + 4, std::str::from_utf8(&self.buffer[..end]).expect("text"));
            }
        };
        let status = head.get(9..12).and_then(|status| status.parse().ok()).expect("a status");
        let length: usize = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok())
            .expect("the length of the body");
        while self.buffer.len() < end + length {
            let read = self.stream.read_buf(&mut self.buffer).await.expect("the server answers");
            assert!(read > 0, "the server has closed the connection");
        }
        Answer { status, body: self.buffer[end..end + length].to_vec() }
    }
}
