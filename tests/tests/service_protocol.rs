//! Headers: tokens, media types, versions, conditions, preferences.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use odata_tests::catalog::server::Server;

#[tokio::test]
async fn data_needs_a_token_and_permission() {
    let server = Server::start().await;
    let none = server.request("GET", "products").token(None).send().await;
    assert_eq!(none.header("www-authenticate"), "Bearer");
    none.fails(401);
    let bad = server.request("GET", "products").token(Some("")).send().await;
    assert!(bad.header("www-authenticate").starts_with("Bearer error=\"invalid_token\""));
    bad.fails(401);
    server.request("GET", "products").token(Some("reader")).send().await.expect(200);
    server.request("POST", "products").token(Some("reader")).json("{}").send().await.fails(403);
    // Who may not ask learns nothing else, not even that the question is a wrong one.
    server.request("POST", "products?$filter=x").token(None).body("").send().await.fails(401);
}

#[tokio::test]
async fn an_accept_that_cannot_be_met_is_not_acceptable() {
    let server = Server::start().await;
    for (accept, status) in [
        ("application/json", 200),
        ("text/html, application/json;q=0.2", 200),
        ("application/json;odata.metadata=minimal;odata.streaming=true", 200),
        ("text/html", 406),
        ("application/json;odata.metadata=full", 406),
        ("*/*;q=0", 406),
    ] {
        let answer = server.request("GET", "products").header("accept", accept).send().await;
        if status == 406 { drop(answer.fails(406)) } else { drop(answer.expect(status)) }
    }
    server.get("products?$format=json").await.expect(200);
    server.get("products?$format=atom").await.fails(406);
    let unmet = server.request("POST", "categories").header("accept", "text/html").json(r#"{"name": "x"}"#);
    unmet.send().await.fails(406);
    server.get("categories/x").await.fails(404);
}

#[tokio::test]
async fn wide_numbers_are_strings_for_who_asks_for_it() {
    let server = Server::start().await;
    let call = server.request("POST", "products").header("content-type", "application/json;IEEE754Compatible=true");
    let call = call.header("accept", "application/json;IEEE754Compatible=true");
    let created = call.body(r#"{"name": "x", "sold": "9007199254740993", "price": "1.10"}"#).send().await.expect(201);
    assert_eq!(created.header("content-type"), "application/json;odata.metadata=minimal;IEEE754Compatible=true");
    assert_eq!((&created.json()["sold"], &created.json()["price"]), (&"9007199254740993".into(), &"1.10".into()));
    let plain = server.get(created.header("location")).await.expect(200);
    assert!(plain.text().contains("\"sold\":9007199254740993") && plain.text().contains("\"price\":1.10"));
    let body = r#"{"name": "x", "sold": "1"}"#;
    assert_eq!(server.post("products", body).await.fails(400).as_deref(), Some("sold"));
    let counted =
        server.request("GET", "products?$count=true").header("accept", "application/json;ieee754compatible=true");
    assert_eq!(counted.send().await.expect(200).json()["@odata.count"], "1");
}

#[tokio::test]
async fn versions_that_are_not_spoken_are_refused() {
    let server = Server::start().await;
    for (name, value, status) in [
        ("odata-version", "4.0", 200),
        ("odata-version", "4.01", 200),
        ("odata-version", "3.0", 400),
        ("odata-maxversion", "4.01", 200),
        ("odata-maxversion", "2.0", 400),
    ] {
        let answer = server.request("GET", "products").header(name, value).send().await;
        assert_eq!(answer.status, status, "{name}: {value}");
    }
}

#[tokio::test]
async fn isolation_from_other_requests_is_refused_and_not_ignored() {
    let server = Server::start().await;
    for (name, value, status) in [
        ("isolation", "snapshot", 412),
        ("OData-Isolation", "snapshot", 412),
        ("odata-isolation", "Snapshot", 412),
        ("isolation", "serializable", 400),
        ("odata-isolation", "", 400),
    ] {
        server.request("GET", "categories").header(name, value).send().await.fails(status);
        server.request("GET", "$metadata").header(name, value).send().await.fails(status);
        let create = server.request("POST", "categories").header(name, value).json(r#"{"name": "x"}"#);
        create.send().await.fails(status);
    }
    // Of the two names that of 4.01 counts.
    let both = server.request("GET", "categories").header("odata-isolation", "x").header("isolation", "snapshot");
    both.send().await.fails(412);
    assert_eq!(server.get("categories").await.expect(200).json()["value"], serde_json::json!([]));
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let server = Server::start().await;
    let created = server.post("categories", r#"{"name": "x"}"#).await.expect(201);
    let head = server.request("HEAD", "categories/x").send().await.expect(200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("content-length"), created.body.len().to_string());
    assert_eq!(head.header("etag"), created.header("etag"));
    let missing = server.request("HEAD", "categories/y").send().await.expect(404);
    assert!(missing.body.is_empty());
}

#[tokio::test]
async fn a_client_that_has_the_version_is_not_sent_it_again() {
    let server = Server::start().await;
    let etag = server.post("categories", r#"{"name": "x"}"#).await.expect(201).header("etag").to_owned();
    let get = |etag: &str| server.request("GET", "categories/x").header("if-none-match", etag).send();
    for known in [etag.as_str(), "*", &format!("\"zzz\", {etag}"), etag.trim_start_matches("W/")] {
        let answer = get(known).await.expect(304);
        assert_eq!((answer.header("etag"), answer.body.len()), (etag.as_str(), 0));
    }
    get("W/\"zzz\"").await.expect(200);
    server.patch("categories/x", r#"{"about": "y"}"#).await.expect(200);
    get(&etag).await.expect(200);
}

#[tokio::test]
async fn a_write_with_a_condition_that_does_not_hold_changes_nothing() {
    let server = Server::start().await;
    let old = server.post("categories", r#"{"name": "x"}"#).await.expect(201).header("etag").to_owned();
    let current = server.patch("categories/x", r#"{"about": "y"}"#).await.expect(200);
    let etag = current.header("etag").to_owned();
    for (header, value) in [("if-match", old.as_str()), ("if-none-match", "*"), ("if-none-match", etag.as_str())] {
        server.request("PATCH", "categories/x").header(header, value).json(r#"{"about": "z"}"#).send().await.fails(412);
        server.request("DELETE", "categories/x").header(header, value).send().await.fails(412);
    }
    server.request("PATCH", "categories/x").header("if-match", "zzz").json("{}").send().await.fails(400);
    assert_eq!(server.get("categories/x").await.expect(200).body, current.body);

    let list = format!("\"zzz\", {etag}");
    let changed = server.request("PATCH", "categories/x").header("if-match", &list).json(r#"{"about": "z"}"#);
    changed.send().await.expect(200);
    server.request("DELETE", "categories/x").header("if-match", &etag).send().await.fails(412);
    server.request("DELETE", "categories/x").header("if-match", "*").send().await.expect(204);
    // An entity of the same key is another one: the old version does not match it.
    server.post("categories", r#"{"name": "x"}"#).await.expect(201);
    server.request("DELETE", "categories/x").header("if-match", &old).send().await.fails(412);
}

#[tokio::test]
async fn a_condition_on_what_is_missing_fails_only_where_the_write_would_make_it() {
    let server = Server::start().await;
    for tag in ["*", "W/\"1\""] {
        for path in ["categories/x", "products/00000000-0000-0000-0000-000000000000/reviews/1"] {
            server.request("PATCH", path).header("if-match", tag).json("{}").send().await.fails(404);
            server.request("DELETE", path).header("if-match", tag).send().await.fails(404);
            server.request("GET", path).header("if-match", tag).send().await.fails(404);
        }
        for (path, method) in [("owner", "PUT"), ("owner", "PATCH"), ("settings", "PUT"), ("settings", "PATCH")] {
            let write = server.request(method, path).header("if-match", tag).json(r#"{"currency": "EUR"}"#);
            write.send().await.fails(412);
        }
    }
    server.get("owner").await.expect(204);
    server.get("settings").await.fails(404);
}

#[tokio::test]
async fn a_client_chooses_what_a_write_answers() {
    let server = Server::start().await;
    let create = server.request("POST", "categories").header("prefer", "return=minimal").json(r#"{"name": "x"}"#);
    let created = create.send().await.expect(204);
    assert!(created.body.is_empty());
    assert_eq!(created.header("preference-applied"), "return=minimal");
    assert_eq!(created.header("location"), server.url("categories/x"));
    assert_eq!(created.header("odata-entityid"), server.url("categories/x"));
    let etag = server.get("categories/x").await.expect(200).header("etag").to_owned();
    assert_eq!(created.header("etag"), etag);

    let change = server.request("PATCH", "categories/x").header("prefer", "return=minimal").json(r#"{"about": "y"}"#);
    assert_eq!(change.send().await.expect(204).header("preference-applied"), "return=minimal");
    let change = server.request("PATCH", "categories/x").header("prefer", "return=representation").json("{}");
    let changed = change.send().await.expect(200);
    assert_eq!(changed.header("preference-applied"), "return=representation");
    assert_eq!(changed.json()["about"], "y");
}

#[tokio::test]
async fn urls_begin_with_the_host_that_was_asked() {
    let server = Server::start().await;
    server.post("categories", r#"{"name": "x"}"#).await.expect(201);
    let context = |host: &'static str| {
        let call = server.request("GET", "categories").replace_host(host);
        async move { call.send().await.expect(200).json()["@odata.context"].as_str().unwrap().to_owned() }
    };
    assert_eq!(context("graph.example:8443").await, "http://graph.example:8443/api/$metadata#categories");
    assert_eq!(context("[::1]:80").await, "http://[::1]:80/api/$metadata#categories");
    server.request("GET", "categories").replace_host("a b").send().await.fails(400);
    server.request("GET", "categories").replace_host("user@host").send().await.fails(400);
}

/// The answer to a request that is written by hand: its status, and its whole text.
async fn exchange(server: &Server, request: String) -> (u16, String) {
    let host = server.host();
    let exchange = move || {
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let answer = tokio::task::spawn_blocking(exchange).await.unwrap();
    (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
}

#[tokio::test]
async fn a_request_says_its_host_once() {
    let server = Server::start().await;
    let get = |target: &str, version: &str, hosts: &str| {
        exchange(&server, format!("GET {target} HTTP/{version}\r\n{hosts}Connection: close\r\n\r\n"))
    };
    // Before anything else, whatever is asked for and by whom.
    for target in ["/api", "/api/categories", "/nothing", "http://catalog.example/api"] {
        for hosts in ["", "Host: a\r\nHost: b\r\n", "Host: a\r\nhost: a\r\n", "Host:\r\n", "Host: a b\r\n"] {
            let (status, answer) = get(target, "1.1", hosts).await;
            assert_eq!(status, 400, "{target} {hosts}: {answer}");
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            assert!(head.contains("odata-version: 4.0"), "{answer}");
            let error: serde_json::Value = serde_json::from_str(body).unwrap();
            assert!(error["error"]["message"].as_str().unwrap().contains("`Host`"), "{answer}");
        }
    }
    for (target, version, hosts, context) in [
        ("/api", "1.1", "Host: a:81\r\n", "http://a:81/api/$metadata"),
        ("http://catalog.example/api", "1.1", "Host: a\r\n", "http://catalog.example/api/$metadata"),
        ("/api", "1.0", "", "http://localhost/api/$metadata"),
        ("/api", "1.0", "Host: a\r\n", "http://a/api/$metadata"),
    ] {
        let (status, answer) = get(target, version, hosts).await;
        assert_eq!(status, 200, "{answer}");
        assert!(answer.contains(&format!("\"{context}\"")), "{answer}");
    }
    let (status, answer) = get("/api", "1.0", "Host: a\r\nHost: a\r\n").await;
    assert_eq!(status, 400, "{answer}");
}
