//! The answers to all kinds of requests.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use odata_core::Model;
use office_config::model::GraphService;
use serde_json::{Value, json};

use crate::support::{client::POLICIES, program::Server};

const SINGLETON: &str = "/beta/officeConfiguration";

#[test]
fn create() {
    let server = Server::start();
    let client = server.client();
    let answer = client.post(POLICIES, r#"{"priority": 1, "id": "mine", "displayName": null}"#).expect(201);
    let policy = answer.json();
    let id = policy["id"].as_str().unwrap();
    assert_ne!(id, "mine");
    let url = format!("{}{POLICIES}/{id}", server.url);
    assert_eq!(answer.header("Location"), url);
    assert_eq!(answer.header("OData-EntityId"), url);
    assert_eq!(answer.header("OData-Version"), "4.0");
    assert_eq!(answer.header("Content-Type"), "application/json;odata.metadata=minimal");
    assert_eq!(answer.header("ETag"), policy["@odata.etag"]);
    assert_eq!(policy["@odata.type"], "#microsoft.graph.officeClientConfiguration");
    let context = policy["@odata.context"].as_str().unwrap();
    assert!(context.starts_with(&format!("{}/beta/$metadata#", server.url)), "{context}");
    assert!(policy.as_object().unwrap().contains_key("description") && policy["description"].is_null());
    assert!(policy["lastModifiedDateTime"].as_str().unwrap().ends_with('Z'));
}

#[test]
fn both_service_roots_have_the_same_data() {
    let server = Server::start();
    let client = server.client();
    let (path, policy) = client.create(r#"{"priority": 1}"#);
    let other = path.replace("/beta/", "/v1.0/");
    assert_eq!(client.get(&other).expect(200).json()["id"], policy["id"]);
    client.patch(&other, r#"{"priority": 2}"#).expect(200);
    assert_eq!(client.get(&path).expect(200).json()["priority"], 2);
    let location = client.post(&POLICIES.replace("/beta/", "/v1.0/"), r#"{"priority": 3}"#).expect(201);
    assert!(location.header("Location").starts_with(&format!("{}/v1.0/", server.url)));
    client.get(&other.replace("/v1.0/", "/%761.0/")).expect(200);
    client.get("/v2.0/officeConfiguration").expect(404);
    client.get("/officeConfiguration").expect(404);
}

#[test]
fn get_and_delete() {
    let server = Server::start();
    let client = server.client();
    let (path, policy) = client.create(r#"{"priority": 1}"#);
    let parenthesis = format!("{POLICIES}('{}')", policy["id"].as_str().unwrap());
    for path in [&path, &parenthesis] {
        let answer = client.get(path).expect(200);
        assert_eq!(answer.json(), policy);
        let etag = answer.header("ETag");
        let again = client.send("GET", path, &[("If-None-Match", etag)], None).expect(304);
        assert_eq!(again.text, "");
    }
    client.get(&format!("{POLICIES}/00000000-0000-0000-0000-000000000000")).expect(404);
    client.get(&format!("{POLICIES}(00000000-0000-0000-0000-000000000000)")).expect(404);
    for malformed in ["/%zz", "/%", "('a'b')"] {
        let answer = client.get(&format!("{POLICIES}{malformed}")).expect(400);
        assert!(answer.json()["error"]["message"].is_string(), "{}", answer.text);
    }
    assert_eq!(client.delete(&path).expect(204).text, "");
    client.get(&path).expect(404);
    client.delete(&path).expect(404);
}

#[test]
fn list() {
    let server = Server::start();
    let client = server.client();
    for priority in 1..=5 {
        client.create(&json!({"priority": priority, "displayName": format!("No. {priority}")}).to_string());
    }
    let priorities = |answer: &Value| -> Vec<i64> {
        answer["value"].as_array().unwrap().iter().map(|policy| policy["priority"].as_i64().unwrap()).collect()
    };
    let all = client.get(POLICIES).expect(200).json();
    assert_eq!(priorities(&all), [1, 2, 3, 4, 5]);
    for policy in all["value"].as_array().unwrap() {
        assert!(policy["@odata.type"].is_string() && policy["@odata.etag"].is_string());
    }
    let part =
        client.get(&format!("{POLICIES}?$top=2&$skip=1&$count=true&$select=priority&verbose=1")).expect(200).json();
    assert_eq!((priorities(&part), &part["@odata.count"]), (vec![2, 3], &json!(5)));
    assert!(part["value"][0].get("displayName").is_none());

    // Pages, with inserts in between.
    let mut seen = Vec::new();
    let mut next = POLICIES.to_owned();
    loop {
        let page = client.send("GET", &next, &[("Prefer", "odata.maxpagesize=2")], None).expect(200).json();
        assert!(page["value"].as_array().unwrap().len() <= 2);
        seen.extend(priorities(&page));
        let Some(link) = page["@odata.nextLink"].as_str() else { break };
        assert!(link.starts_with(&format!("{}{POLICIES}?", server.url)), "{link}");
        next = link.to_owned();
        if seen.len() < 4 {
            client.create(&json!({"priority": 10 + seen.len()}).to_string());
        }
    }
    assert_eq!(seen, [1, 2, 3, 4, 5, 12]);
}

#[test]
fn query_options_that_are_not_served() {
    let server = Server::start();
    let client = server.client();
    let not_served = client.get(&format!("{POLICIES}?$filter=priority%20eq%201")).expect(501);
    assert!(not_served.text.contains("$filter"), "{}", not_served.text);
    for wrong in ["$nonsense=1", "$top=1&$top=2", "$top=many", "$skip=-1", "$select=nothing"] {
        client.get(&format!("{POLICIES}?{wrong}")).expect(400);
    }
}

#[test]
fn update() {
    let server = Server::start();
    let client = server.client();
    let (path, before) = client.create(r#"{"priority": 1, "displayName": "One", "description": "First"}"#);
    let body = r##"{
        "@odata.context": "x", "@odata.type": "#microsoft.graph.officeClientConfiguration",
        "id": null, "lastModifiedDateTime": "1999-01-01T00:00:00Z", "description": null, "displayName": "Two"
    }"##;
    let answer = client.patch(&path, body).expect(200);
    let after = answer.json();
    assert_eq!(after["id"], before["id"]);
    assert_eq!((&after["displayName"], &after["description"]), (&json!("Two"), &Value::Null));
    assert_eq!(after["priority"], 1);
    assert_eq!(after["@odata.type"], before["@odata.type"]);
    let time = |policy: &Value| policy["lastModifiedDateTime"].as_str().unwrap().to_owned();
    assert!(time(&after) > time(&before), "{after}, {before}");
    assert_ne!(after["@odata.etag"], before["@odata.etag"]);

    let conditional = |etag: &Value| {
        let headers = [("Content-Type", "application/json"), ("If-Match", etag.as_str().unwrap())];
        client.send("PATCH", &path, &headers, Some(r#"{"priority": 2}"#))
    };
    conditional(&before["@odata.etag"]).expect(412);
    assert_eq!(client.get(&path).expect(200).json(), after);
    conditional(&after["@odata.etag"]).expect(200);
    client.patch(&path.replace('-', "0"), "{}").expect(404);
}

#[test]
fn the_singleton() {
    let server = Server::start();
    let client = server.client();
    assert_eq!(client.get(SINGLETON).expect(204).text, "");
    let (path, _) = client.create(r#"{"priority": 1}"#);
    let summary = |answer: &Value| answer["tenantUserCheckinSummary"]["failedUserCount"].clone();
    let first = client.put(SINGLETON, r#"{"tenantUserCheckinSummary": {"failedUserCount": 1}}"#).expect(201).json();
    assert_eq!(uuid::Uuid::parse_str(first["id"].as_str().unwrap()).unwrap().get_version_num(), 5);
    let second = client.patch(SINGLETON, r#"{"tenantUserCheckinSummary": {"failedUserCount": 2}}"#).expect(200).json();
    assert_eq!((summary(&second), &second["id"]), (json!(2), &first["id"]));
    let third = client.put(SINGLETON, "{}").expect(200).json();
    assert_eq!((&third["tenantUserCheckinSummary"], &third["id"]), (&Value::Null, &first["id"]));
    client.get(&path).expect(200);
    for method in ["POST", "DELETE"] {
        let body = (method == "POST").then_some("{}");
        let answer = client.send(method, SINGLETON, &[("Content-Type", "application/json")], body).expect(405);
        let mut allowed: Vec<_> = answer.header("Allow").split(", ").collect();
        allowed.sort_unstable();
        assert_eq!(allowed, ["GET", "HEAD", "PATCH", "PUT"]);
    }
}

#[test]
fn what_needs_no_token() {
    let server = Server::start();
    let client = server.stranger();
    for root in ["/beta", "/v1.0/"] {
        let document = client.get(root).expect(200).json();
        let singleton = json!({"name": "officeConfiguration", "kind": "Singleton", "url": "officeConfiguration"});
        assert_eq!(document["value"], json!([singleton]));
    }
    let metadata = client.get("/v1.0/$metadata").expect(200);
    assert!(metadata.header("Content-Type").starts_with("application/xml"));
    assert_eq!(client.get("/v1.0/%24metadata").expect(200).text, metadata.text);
    let model = Model::of::<GraphService>().expect("a valid model");
    assert_eq!(metadata.text, odata_core::csdl::to_xml(&model));
}

#[test]
fn assignments_below_a_policy() {
    let server = Server::start();
    let client = server.client();
    let body = r#"{"priority": 1, "assignments": [{"target": null}]}"#;
    let refused = client.post(POLICIES, body).expect(501);
    assert!(refused.text.contains("assignments"));

    let (path, _) = client.create(r#"{"priority": 1}"#);
    let assignments = format!("{path}/assignments");
    let target =
        r##"{"target": {"@odata.type": "#microsoft.graph.officeConfigurationGroupAssignmentTarget", "groupId": "g"}}"##;
    let created = client.post(&assignments, target).expect(201).json();
    assert_eq!(created["target"]["@odata.type"], "#microsoft.graph.officeConfigurationGroupAssignmentTarget");
    assert_eq!(created["target"]["groupId"], "g");
    assert_eq!(client.get(&assignments).expect(200).json()["value"][0]["id"], created["id"]);
    // The declared type of `target` is abstract.
    let nameless = client.post(&assignments, r#"{"target": {"groupId": "g"}}"#).expect(400);
    assert_eq!(nameless.target(), "target");
    client.delete(&path).expect(204);
    client.get(&assignments).expect(404);
}

#[test]
fn faults_are_named_and_change_nothing() {
    let server = Server::start();
    let client = server.client();
    let (path, before) = client.create(r#"{"priority": 1}"#);
    let deep = format!("{{\"checkinStatuses\": {}{}}}", "[".repeat(100), "]".repeat(100));
    let cases = [
        (r#"{"priority": "Integer"}"#, "priority"),
        (r#"{"priority": null}"#, "priority"),
        (r#"{"priority": 2147483648}"#, "priority"),
        (r#"{"priority": 1, "priority": 1}"#, "priority"),
        (r#"{"priority": 1, "colour": "red"}"#, "colour"),
        (r#"{"priority": 1, "checkinStatuses": null}"#, "checkinStatuses"),
        (r#"{"priority": 1, "checkinStatuses": [{"userId": 1}]}"#, "checkinStatuses/0/userId"),
        (r#"{"priority": 1"#, ""),
        ("[]", ""),
        ("", ""),
        (&deep, "checkinStatuses"),
    ];
    for (body, target) in cases {
        for answer in [client.post(POLICIES, body), client.patch(&path, body)] {
            let answer = answer.expect(400);
            assert!(answer.target().starts_with(target), "{body}: {}", answer.text);
            let error = &answer.json()["error"];
            assert!(error["code"].is_string() && error["message"].is_string());
            assert!(error.get("target").is_none_or(Value::is_string), "{}", answer.text);
            assert_eq!(answer.header("Content-Language"), "en");
        }
    }
    let missing = client.post(POLICIES, r#"{"displayName": "No priority"}"#).expect(400);
    assert_eq!(missing.target(), "priority");
    let unknown = r##"{"@odata.type": "#microsoft.graph.macOfficeClientConfiguration", "priority": 1}"##;
    assert!(client.post(POLICIES, unknown).expect(400).text.contains("macOfficeClientConfiguration"));
    assert_eq!(client.get(POLICIES).expect(200).json()["value"].as_array().unwrap().len(), 1);
    assert_eq!(client.get(&path).expect(200).json(), before);
}

#[test]
fn what_http_requires() {
    let server = Server::start();
    let client = server.client();
    let json = ("Content-Type", "application/json");
    client.send("POST", POLICIES, &[], Some(r#"{"priority": 1}"#)).expect(415);
    client.send("POST", POLICIES, &[("Content-Type", "text/xml")], Some("<a/>")).expect(415);
    client.send("GET", POLICIES, &[("Accept", "application/xml")], None).expect(406);
    let large = json!({"priority": 1, "description": "x".repeat(1 << 20)}).to_string();
    client.send("POST", POLICIES, &[json], Some(&large)).expect(413);
    let answer = client.delete(POLICIES).expect(405);
    assert!(answer.header("Allow").contains("POST"), "{}", answer.header("Allow"));
    assert_eq!(client.get(&format!("{SINGLETON}/nothing")).expect(404).header("OData-Version"), "4.0");
    assert_eq!(client.get(POLICIES).expect(200).json()["value"], json!([]));
}

/// A connection on which requests are written by hand.
struct Connection(TcpStream);

impl Connection {
    fn open(server: &Server) -> Self {
        let stream = TcpStream::connect(server.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        Self(stream)
    }

    /// Sends a POST, and its body a moment later.
    fn post(&mut self, headers: &str, body: &str) {
        let head = format!("POST {POLICIES} HTTP/1.1\r\nHost: a\r\n{headers}\r\n\r\n");
        self.0.write_all(head.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(50));
        self.0.write_all(body.as_bytes()).unwrap();
    }

    fn read_exact(&mut self, expected: &[u8]) {
        let mut found = vec![0; expected.len()];
        self.0.read_exact(&mut found).unwrap();
        assert_eq!(found, expected);
    }

    /// Returns the head of the next answer, whose body is JSON.
    fn answer(&mut self) -> String {
        let mut text = String::new();
        let mut byte = [0];
        while !text.ends_with("\r\n\r\n") {
            self.0.read_exact(&mut byte).unwrap();
            text.push(char::from(byte[0]));
        }
        let (_, length) = text.split_once("content-length: ").unwrap();
        let length = length.lines().next().unwrap().parse().unwrap();
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).unwrap();
        text
    }
}

#[test]
fn a_refused_body_does_not_break_the_connection() {
    let server = Server::start();
    let mut connection = Connection::open(&server);
    let bodies = [("Content-Length: 2", "{}"), ("Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n")];
    for (length, body) in bodies.iter().cycle().take(6) {
        connection.post(length, body);
        let answer = connection.answer();
        assert!(answer.starts_with("HTTP/1.1 401 ") && !answer.contains("connection: close"), "{answer}");
    }
    // A client that asks first is not asked to send the body.
    connection.post("Content-Length: 2\r\nExpect: 100-continue", "");
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 401 ") && answer.contains("connection: close"), "{answer}");

    let mut connection = Connection::open(&server);
    let headers = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue";
    let body = "f\r\n{\"priority\": 1}\r\n0\r\n\r\n";
    connection.post(&format!("Authorization: Bearer {}\r\n{headers}", server.token(&[])), body);
    connection.read_exact(b"HTTP/1.1 100 Continue\r\n\r\n");
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 201 ") && !answer.contains("connection: close"), "{answer}");

    let mut connection = Connection::open(&server);
    connection.post("Content-Length: 1000000000", "{");
    let answer = connection.answer();
    assert!(answer.starts_with("HTTP/1.1 401 ") && answer.contains("connection: close"), "{answer}");
}
