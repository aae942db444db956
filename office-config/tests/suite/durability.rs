//! What survives restarts, kills and locks.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::TcpStream,
    sync::{Barrier, Mutex},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::support::{client::POLICIES, program::Server};

#[test]
fn a_restart_finds_everything() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start_in(folder.path(), &[]);
    let client = server.client();
    let (path, _) = client.create(r#"{"priority": 1, "policyPayload": "payload"}"#);
    let policy = client.patch(&path, r#"{"displayName": "Renamed"}"#).expect(200).json();
    client.post(&format!("{path}/assignments"), "{}").expect(201);
    let singleton = client.put("/beta/officeConfiguration", "{}").expect(201).json();
    server.signal("TERM");
    let (status, _) = server.wait();
    assert!(status.success(), "{status}: {}", server.stderr());

    let again = Server::start_in(folder.path(), &[]);
    let client = again.client();
    let same = |found: Value, before: &Value| {
        let mut expected = before.clone();
        expected["@odata.context"] = found["@odata.context"].clone();
        assert_eq!(found, expected);
    };
    same(client.get(&path).expect(200).json(), &policy);
    same(client.get("/beta/officeConfiguration").expect(200).json(), &singleton);
    assert_eq!(client.get(&format!("{path}/assignments")).expect(200).json()["value"].as_array().unwrap().len(), 1);
}

#[test]
fn a_kill_loses_no_write_that_was_answered() {
    let folder = tempfile::tempdir().unwrap();
    let answered = Mutex::new(BTreeMap::new());
    for round in 0..3 {
        let mut server = Server::start_in(folder.path(), &[]);
        let client = server.client();
        let writers = 4;
        let started = Barrier::new(writers + 1);
        std::thread::scope(|scope| {
            for writer in 0..writers {
                let (client, started, answered) = (client.clone(), &started, &answered);
                scope.spawn(move || {
                    started.wait();
                    for count in 0.. {
                        let name = format!("{round}.{writer}.{count}");
                        let body = json!({"priority": 1, "displayName": name}).to_string();
                        let json = [("Content-Type", "application/json")];
                        let Ok(answer) = client.try_send("POST", POLICIES, &json, Some(&body)) else { break };
                        let id = answer.expect(201).json()["id"].as_str().unwrap().to_owned();
                        answered.lock().unwrap().insert(id, name);
                    }
                });
            }
            started.wait();
            let deadline = Instant::now() + Duration::from_secs(20);
            while answered.lock().unwrap().len() < 30 * (round + 1) {
                assert!(Instant::now() < deadline, "the server hardly writes");
                std::thread::sleep(Duration::from_millis(1));
            }
            server.kill();
        });
    }
    let answered = answered.into_inner().unwrap();
    let server = Server::start_in(folder.path(), &[]);
    let client = server.client();
    for (id, name) in answered {
        let found = client.get(&format!("{POLICIES}/{id}")).expect(200).json();
        assert_eq!(found["displayName"], name);
    }
}

/// The members that the writers change, each as the body of a PATCH with a value made from a number.
const MEMBERS: [fn(usize) -> Value; 7] = [
    |number| json!({"displayName": number.to_string()}),
    |number| json!({"description": number.to_string()}),
    |number| json!({"priority": number}),
    |number| json!({"policyPayload": number.to_string()}),
    |number| json!({"userPreferencePayload": number.to_string()}),
    |number| json!({"userCheckinSummary": {"failedUserCount": number}}),
    |number| json!({"userCheckinSummary": {"succeededUserCount": number}}),
];

#[test]
fn fifty_writers_of_different_members_lose_nothing() {
    let server = Server::start();
    let client = server.client();
    let body = r#"{"priority": 0, "userCheckinSummary": {}}"#;
    let (path, created) = client.create(body);
    let started = Barrier::new(50);
    let mut answers: Vec<(Value, Value)> = std::thread::scope(|scope| {
        let writers: Vec<_> = (1..=50)
            .map(|number| {
                let (client, path, started) = (client.clone(), &path, &started);
                scope.spawn(move || {
                    let body = MEMBERS[number % MEMBERS.len()](number);
                    started.wait();
                    let answer = client.patch(path, &body.to_string()).expect(200).json();
                    (body, answer)
                })
            })
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    });

    // In the order of the versions, each state is the one before it with one more change.
    answers.sort_by_key(|(_, answer)| version(answer));
    let mut state = created;
    for (change, answer) in &answers {
        assert!(version(answer) > version(&state));
        merge(&mut state, change);
        for member in ["@odata.etag", "lastModifiedDateTime"] {
            state[member] = answer[member].clone();
        }
        for payload in ["policyPayload", "userPreferencePayload"].map(|name| format!("{name}@odata.mediaContentType")) {
            if let Some(media_type) = answer.get(&payload) {
                state[payload] = media_type.clone();
            }
        }
        assert_eq!(&state, answer);
    }
    assert_eq!(client.get(&path).expect(200).json(), state);
}

#[test]
fn writes_to_a_database_that_stays_locked_are_turned_away() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start_in(folder.path(), &[]);
    let client = server.client();
    let (path, policy) = client.create(r#"{"priority": 1}"#);

    let other = rusqlite::Connection::open(folder.path().join("office-config.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begin = Instant::now();
    std::thread::scope(|scope| {
        // Each of them waits once, however many there are.
        for method in ["POST", "PATCH", "DELETE"].repeat(3) {
            let (client, path) = (&client, if method == "POST" { POLICIES } else { &path });
            scope.spawn(move || {
                let body = (method != "DELETE").then_some(r#"{"priority": 2}"#);
                let answer = client.send(method, path, &[("Content-Type", "application/json")], body).expect(503);
                assert!(answer.header("Retry-After").parse::<u32>().is_ok_and(|seconds| seconds > 0));
                let error = &answer.json()["error"];
                assert!(error["code"].is_string() && error["message"].is_string(), "{}", answer.text);
            });
        }
        assert_eq!(client.get(&path).expect(200).json(), policy, "reads do not wait");
    });
    assert!(begin.elapsed() < Duration::from_secs(25), "{:?}", begin.elapsed());
    other.execute_batch("COMMIT").unwrap();

    let all = client.get(POLICIES).expect(200).json();
    assert_eq!(all["value"].as_array().unwrap().len(), 1, "nothing was changed");
    assert_eq!(client.get(&path).expect(200).json(), policy);
    client.patch(&path, r#"{"priority": 2}"#).expect(200);
}

/// Returns the number in an `ETag`, which each write increases.
fn version(policy: &Value) -> u64 {
    let etag = policy["@odata.etag"].as_str().unwrap();
    let digits: String = etag.chars().filter(char::is_ascii_hexdigit).collect();
    u64::from_str_radix(&digits, 16).unwrap()
}

fn merge(state: &mut Value, change: &Value) {
    for (name, value) in change.as_object().unwrap() {
        match value {
            Value::Object(_) => merge(&mut state[name], value),
            _ => state[name] = value.clone(),
        }
    }
}

/// Begins a POST whose body the server waits for: its head is sent, and the server has asked for the rest.
fn post_in_flight(server: &Server, body_length: usize) -> TcpStream {
    let mut request = TcpStream::connect(server.address()).unwrap();
    request.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let head = format!(
        "POST {POLICIES} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
         Content-Length: {body_length}\r\nExpect: 100-continue\r\n\r\n",
        server.address(),
        server.token(&[])
    );
    request.write_all(head.as_bytes()).unwrap();
    let expected = b"HTTP/1.1 100 Continue\r\n\r\n";
    let mut found = vec![0; expected.len()];
    request.read_exact(&mut found).unwrap();
    assert_eq!(found, expected);
    request
}

/// Waits until the port is closed.
fn wait_for_closed_port(server: &Server) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(server.address()).is_ok() {
        assert!(Instant::now() < deadline, "the server goes on listening");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_signal_lets_requests_in_flight_finish() {
    for signal in ["TERM", "INT"] {
        let mut server = Server::start();
        // Idle connections do not keep the server.
        let idle = TcpStream::connect(server.address()).unwrap();
        server.client().get(POLICIES).expect(200);

        let body = r#"{"priority": 1}"#;
        let mut request = post_in_flight(&server, body.len());
        server.signal(signal);
        wait_for_closed_port(&server);
        request.write_all(body.as_bytes()).unwrap();
        let mut answer = String::new();
        request.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
        let (status, _) = server.wait();
        assert_eq!((status.code(), server.stderr().as_str()), (Some(0), ""));
        drop(idle);
    }
}

#[test]
fn a_second_signal_does_not_wait() {
    let mut server = Server::start();
    let request = post_in_flight(&server, 5);
    server.signal("TERM");
    wait_for_closed_port(&server);
    server.signal("TERM");
    let (status, _) = server.wait();
    assert_eq!(status.code(), Some(0));
    drop(request);
}
