//! Creating, reading, changing and deleting entities of a model that is not Office's, over HTTP.

use odata_tests::catalog::server::Server;
use serde_json::{Value, json};

const BOOK: &str = r##"{
    "@odata.type": "#catalog.audioBook",
    "name": "Moby-Dick",
    "sku": "MD-1",
    "price": 9.950,
    "availability": "preOrder",
    "dimensions": {"width": 10},
    "tags": ["whale", "sea"],
    "playingTime": "PT21H32M"
}"##;

fn is_guid(text: &str) -> bool {
    let groups: Vec<_> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
}

#[tokio::test]
async fn a_created_entity_comes_back_whole_and_is_found() {
    let server = Server::start().await;
    let created = server.post("products", BOOK).await.expect(201);
    let body = created.json();
    let id = body["id"].as_str().unwrap();
    assert!(is_guid(id), "{id}");
    assert_eq!(created.header("location"), server.url(&format!("products/{id}")));
    assert_eq!(created.header("odata-entityid"), created.header("location"));
    assert_eq!(created.header("etag"), body["@odata.etag"]);
    let modified = body["lastModified"].as_str().unwrap();
    assert!(modified.starts_with("20") && modified.ends_with('Z'), "{modified}");
    let expected = json!({
        "@odata.context": server.url("$metadata#products/$entity"),
        "@odata.etag": body["@odata.etag"],
        "@odata.type": "#catalog.audioBook",
        "id": id,
        "sku": "MD-1",
        "lastModified": modified,
        "name": "Moby-Dick",
        "price": 9.95,
        "sold": 0,
        "availability": "preOrder",
        "dimensions": {"width": 10, "height": null},
        "tags": ["whale", "sea"],
        "pages": null,
        "playingTime": "PT21H32M",
    });
    assert_eq!(body, expected);
    assert!(created.text().contains("\"price\":9.950"), "all digits of a decimal: {}", created.text());
    assert!(created.text().starts_with("{\"@odata.context\":"), "the context comes first");

    let location = created.header("location").to_owned();
    let read = server.get(&location).await.expect(200);
    assert_eq!(read.body, created.body);
    assert_eq!(read.header("etag"), created.header("etag"));
    assert_eq!(read.header("content-type"), "application/json;odata.metadata=minimal");
    assert_eq!(server.get(&format!("products({id})")).await.expect(200).body, created.body);
    assert_eq!(server.get(&format!("products(id={})", id.to_uppercase())).await.expect(200).body, created.body);
}

#[tokio::test]
async fn a_change_touches_what_its_body_holds_and_nothing_else() {
    let server = Server::start().await;
    let created = server.post("products", BOOK).await.expect(201);
    let before = created.json();
    let location = created.header("location").to_owned();
    let body = r##"{"@odata.type": "#catalog.audioBook", "name": "Moby", "dimensions": {"height": 20}, "tags": [],
        "price": null, "id": null, "sku": "other", "lastModified": null}"##;
    let changed = server.patch(&location, body).await.expect(200);
    let after = changed.json();
    let mut expected = before.clone();
    for (name, value) in [
        ("name", json!("Moby")),
        ("dimensions", json!({"width": 10, "height": 20})),
        ("tags", json!([])),
        ("price", Value::Null),
        ("@odata.etag", after["@odata.etag"].clone()),
        ("lastModified", after["lastModified"].clone()),
    ] {
        expected[name] = value;
    }
    assert_eq!(after, expected);
    assert_ne!(after["@odata.etag"], before["@odata.etag"]);
    assert_ne!(after["lastModified"], before["lastModified"]);
    assert_eq!(changed.header("etag"), after["@odata.etag"]);
    assert_eq!(changed.header("location"), "");
    assert_eq!(server.get(&location).await.expect(200).body, changed.body);

    let nothing = server.patch(&location, "{}").await.expect(200);
    assert_eq!(nothing.body, changed.body, "a body without changes is not a write");
}

#[tokio::test]
async fn the_type_of_an_entity_does_not_change() {
    let server = Server::start().await;
    let created = server.post("products", BOOK).await.expect(201);
    let location = created.header("location").to_owned();
    for (ty, status) in [
        ("#catalog.audioBook", 200),
        ("catalog.book", 200),
        ("#c.product", 200),
        ("#catalog.review", 400),
        ("#catalog.nothing", 400),
    ] {
        server.patch(&location, &format!(r#"{{"@odata.type": "{ty}", "name": "x"}}"#)).await.expect(status);
    }
    let plain = server.post("products", r#"{"name": "Chair"}"#).await.expect(201);
    assert_eq!(plain.json()["@odata.type"], "#catalog.product");
    let body = r##"{"@odata.type": "#catalog.book", "pages": 3}"##;
    server.patch(plain.header("location"), body).await.fails(400);
    let body = r#"{"pages": 3}"#;
    assert_eq!(server.patch(plain.header("location"), body).await.fails(400).as_deref(), Some("pages"));
    assert_eq!(server.get(plain.header("location")).await.expect(200).body, plain.body);
}

#[tokio::test]
async fn a_deleted_entity_is_gone() {
    let server = Server::start().await;
    let location = server.post("products", BOOK).await.expect(201).header("location").to_owned();
    let deleted = server.delete(&location).await.expect(204);
    assert!(deleted.body.is_empty() && !deleted.headers.contains_key("content-type"));
    server.get(&location).await.fails(404);
    server.delete(&location).await.fails(404);
    server.patch(&location, r#"{"name": "x"}"#).await.fails(404);
    assert_eq!(server.get("products").await.expect(200).json()["value"], json!([]));
}

#[tokio::test]
async fn keys_that_the_client_gives_are_taken_once() {
    let server = Server::start().await;
    let body = r##"{"name": "Garden & Home", "about": "plants", "depth": 3, "open@odata.type": "#Date", "open": "2020-01-01"}"##;
    let created = server.post("categories", body).await.expect(201);
    assert_eq!(created.header("location"), server.url("categories/Garden%20&%20Home"));
    assert_eq!(created.json()["depth"], 3);
    assert_eq!(created.json()["open@odata.type"], "#Date");
    assert_eq!(server.get(created.header("location")).await.expect(200).body, created.body);

    server.post("categories", r#"{"name": "Garden & Home"}"#).await.fails(409);
    assert_eq!(server.get(created.header("location")).await.expect(200).body, created.body);
    assert_eq!(server.post("categories", r#"{"about": "x"}"#).await.fails(400).as_deref(), Some("name"));

    let changed = server.patch(created.header("location"), r#"{"depth": null, "name": "other", "height": 1}"#).await;
    let changed = changed.expect(200).json();
    assert_eq!(
        (&changed["name"], &changed["height"], changed.get("depth")),
        (&json!("Garden & Home"), &json!(1), None)
    );
}

#[tokio::test]
async fn keys_of_any_text_have_a_url() {
    let server = Server::start().await;
    for name in ["O'Neil's", "a/b", "", "$count", "catalog.category", "50%", "ümlaut", "a(b)", "x,y=z", "#?"] {
        let created = server.post("categories", &json!({ "name": name }).to_string()).await.expect(201);
        let location = created.header("location").to_owned();
        assert!(location.is_ascii());
        let found = server.get(&location).await.expect(200).json();
        assert_eq!(found["name"], name, "{location}");
        server.delete(&location).await.expect(204);
        server.get(&location).await.fails(404);
    }
    server.post("categories", r#"{"name": "O'Neil's"}"#).await.expect(201);
    for path in [
        "categories/O'Neil's",
        "categories('O''Neil''s')",
        "categories(name='O%27%27Neil%27%27s')",
        "categories/O%27Neil%27s",
    ] {
        server.get(path).await.expect(200);
    }
}

#[tokio::test]
async fn a_key_may_have_several_properties() {
    let server = Server::start().await;
    let body = r#"{"warehouse": "O'Hare, T2", "product": 9007199254740993, "quantity": 4}"#;
    let created = server.post("stock", body).await.expect(201);
    assert_eq!(created.header("location"), server.url("stock(warehouse='O''Hare,%20T2',product=9007199254740993)"));
    assert_eq!(created.json()["batch"], "tenant");
    for path in [
        created.header("location"),
        "stock(product=9007199254740993,warehouse='O''Hare,%20T2')",
        "stock(product=%2B09007199254740993,warehouse='O''Hare%2C%20T2')",
    ] {
        assert_eq!(server.get(path).await.expect(200).body, created.body, "{path}");
    }
    let changed = server.patch(created.header("location"), r#"{"quantity": 5, "batch": "x", "product": null}"#).await;
    let mut expected = created.json();
    let changed = changed.expect(200).json();
    expected["quantity"] = json!(5);
    expected["@odata.etag"] = changed["@odata.etag"].clone();
    assert_eq!(changed, expected);

    server.post("stock", body).await.fails(409);
    for (path, status) in [
        ("stock(warehouse='x',product=1)", 404),
        ("stock(warehouse='x',product='1')", 404),
        ("stock(warehouse=1,product=1)", 404),
        ("stock(warehouse='x')", 400),
        ("stock('x',1)", 400),
        ("stock(warehouse='x',warehouse='y')", 400),
        ("stock(warehouse='x',product=1,other=2)", 400),
        ("stock('x')", 400),
        ("stock(warehouse='O'Hare',product=1)", 400),
        ("stock(warehouse='x',product=one)", 400),
        // A literal of another type does not make up for text that is not a literal.
        ("stock(warehouse=1,product=one)", 400),
        ("stock/x", 404),
    ] {
        server.get(path).await.fails(status);
    }
    server.delete(created.header("location")).await.expect(204);
}

#[tokio::test]
async fn key_values_of_all_types_have_a_url() {
    let server = Server::start().await;
    let body = r#"{"day": "2024-02-29", "start": "07:59:59.5", "length": "P1DT2H", "night": true, "kind": "soldOut",
        "rate": 12.50, "planned": "2024-01-01T00:00:00+02:00", "hall": 255, "person": "Ada"}"#;
    let created = server.post("shifts", body).await.expect(201);
    let location = created.header("location").to_owned();
    assert_eq!(
        location,
        server.url(
            "shifts(day=2024-02-29,start=07:59:59.5,length=duration'P1DT2H',night=true,\
             kind=catalog.availability'soldOut',rate=12.50,planned=2024-01-01T00:00:00+02:00,hall=255)"
        )
    );
    assert_eq!(server.get(&location).await.expect(200).body, created.body);
    let short = location.replace("duration'P1DT2H'", "'P1DT2H'").replace("catalog.availability'soldOut'", "'soldOut'");
    assert_eq!(server.get(&short).await.expect(200).body, created.body);
    assert_eq!(server.patch(&short, r#"{"person": "Grace"}"#).await.expect(200).json()["person"], "Grace");
    for (from, to, status) in [
        ("255", "256", 404),
        ("12.50", "'12.50'", 404),
        ("night=true", "night=2024-02-29", 404),
        ("true", "yes", 400),
        ("2024-02-29", "2023-02-29", 400),
        ("12.50", "x", 400),
        ("07:59", "27:59", 400),
    ] {
        server.get(&location.replace(from, to)).await.fails(status);
    }
}

#[tokio::test]
async fn keys_that_the_service_cannot_make_are_named() {
    let server = Server::start().await;
    assert_eq!(server.post("counters", "{}").await.fails(501).as_deref(), Some("number"));
    assert_eq!(server.get("counters").await.expect(200).json()["value"], json!([]));
}

#[tokio::test]
async fn contained_entities_live_below_their_owner() {
    let server = Server::start().await;
    let id = server.post("products", BOOK).await.expect(201).json()["id"].as_str().unwrap().to_owned();
    let reviews = format!("products/{id}/reviews");
    let review = server.post(&reviews, r#"{"number": 7, "stars": 5}"#).await.expect(201);
    assert_eq!(review.header("location"), server.url(&format!("products/{id}/reviews/7")));
    assert_eq!(review.json()["@odata.context"], server.url(&format!("$metadata#products({id})/reviews/$entity")));
    let comment = server.post(&format!("products({id})/reviews(7)/comments"), r#"{"text": "yes"}"#).await.expect(201);
    let comments = format!("products/{id}/reviews/7/comments");
    let comment_id = comment.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(comment.header("location"), server.url(&format!("{comments}/{comment_id}")));

    let listed = server.get(&comments).await.expect(200).json();
    assert_eq!(listed["@odata.context"], server.url(&format!("$metadata#products({id})/reviews(7)/comments")));
    assert_eq!(listed["value"][0]["text"], "yes");
    assert_eq!(listed["value"][0]["@odata.type"], "#catalog.comment");

    server.post(&format!("products/{id}/reviews/8/comments"), r#"{"text": "no"}"#).await.fails(404);
    server.get(&format!("products/{id}/reviews/8/comments")).await.fails(404);
    server.get(&format!("products/{id}/reviews/8")).await.fails(404);

    server.delete(&format!("products/{id}")).await.expect(204);
    server.get(&reviews).await.fails(404);
    server.get(comment.header("location")).await.fails(404);
}

#[tokio::test]
async fn partitions_are_closed_to_each_other() {
    let server = Server::start().await;
    let location = server.post("categories", r#"{"name": "x"}"#).await.expect(201).header("location").to_owned();
    for method in ["GET", "DELETE"] {
        server.request(method, &location).token(Some("other")).send().await.fails(404);
    }
    server.request("PATCH", &location).token(Some("other")).json("{}").send().await.fails(404);
    let own = server.request("POST", "categories").token(Some("other")).json(r#"{"name": "x"}"#).send().await;
    own.expect(201);
    server.request("DELETE", &location).token(Some("other")).send().await.expect(204);
    server.get(&location).await.expect(200);
}

#[tokio::test]
async fn all_service_roots_have_the_same_data() {
    let server = Server::start().await;
    let path = format!("http://{}/api/v2/categories", server.host());
    let created = server.post(&path, r#"{"name": "x"}"#).await.expect(201);
    assert_eq!(created.header("location"), format!("{path}/x"));
    assert_eq!(server.get("categories/x").await.expect(200).json()["name"], "x");
    for path in ["/", "/apis/categories", "/API/categories", "/api/v3/categories"] {
        server.get(path).await.fails(404);
    }
}

#[tokio::test]
async fn a_path_means_the_same_in_any_encoding() {
    let server = Server::start().await;
    server.post("categories", r#"{"name": "a/b"}"#).await.expect(201);
    let plain = server.get("categories('a%2Fb')").await.expect(200);
    for path in [
        "categories/a%2Fb",
        "categories/%61%2fb",
        "c%61tegories/a%2Fb",
        "categories%28%27a%2Fb%27%29",
        "categories(n%61me%3D'a%2Fb')",
        "/%61pi/categories/a%2Fb",
    ] {
        assert_eq!(server.get(path).await.expect(200).body, plain.body, "{path}");
    }
    let other_root = server.get("/api/v%32/categories/a%2Fb").await.expect(200).json();
    assert_eq!(other_root["@odata.context"], server.url("v2/$metadata#categories/$entity"), "a root as it was given");
    server.get("categories/a/b").await.fails(404);
    server.get("/api%2Fcategories").await.fails(404);

    let metadata = server.get("$metadata").await.expect(200);
    for path in ["%24metadata", "%24%6Detadata/", "/%61%70%69/%24metadata"] {
        let encoded = server.request("GET", path).token(None).send().await.expect(200);
        assert_eq!(encoded.body, metadata.body, "{path}");
    }
    assert_eq!(server.get("%24batch").await.fails(501).as_deref(), Some("$batch"));
    server.get("%24metadata/x").await.fails(404);
    server.get("%2524metadata").await.fails(404);
}

#[tokio::test]
async fn a_path_that_is_not_well_formed_is_a_bad_request() {
    let server = Server::start().await;
    server.post("categories", r#"{"name": "%"}"#).await.expect(201);
    for encoding in ["%", "%2", "%zz", "%%32", "%g0", "%ff", "x%"] {
        for path in [
            format!("categories/{encoding}"),
            format!("categories('{encoding}')"),
            encoding.to_owned(),
            format!("{encoding}/categories"),
            format!("/{encoding}/categories"),
            format!("owner/{encoding}"),
        ] {
            server.get(&path).await.fails(400);
        }
    }
    server.delete("categories/%").await.fails(400);
    server.get("categories/%25").await.expect(200);
    assert_eq!(server.get("categories?$select=%zz").await.fails(400), None);

    for predicate in ["'a'b'", "'a", "a'", "'", "'''", "abc", "'a')('b'", "name='a'b'", "name=abc", "'a'%20'b'"] {
        let answer = server.get(&format!("categories({predicate})")).await;
        assert_eq!(answer.fails(400).as_deref(), Some("name"), "{predicate}");
    }
    for predicate in ["", "=", "name=", "='a'", "'a',", ",", "name='a'='b'", "'a'name='b'"] {
        server.get(&format!("categories({predicate})")).await.fails(400);
    }
    // A literal of another type is a key that no entity has.
    for predicate in ["1", "f90ca1a5-a1a5-f90c-a5a1-0cf9a5a10cf9", "null", "duration'P1D'", "name=true"] {
        server.get(&format!("categories({predicate})")).await.fails(404);
    }
    assert_eq!(server.get("categories(@p)?@p='a'").await.fails(501).as_deref(), Some("@p"));
}

#[tokio::test]
async fn paths_that_lead_nowhere_and_paths_that_are_not_served() {
    let server = Server::start().await;
    let id = server.post("products", BOOK).await.expect(201).json()["id"].as_str().unwrap().to_owned();
    for path in ["nothing", "products/x", "products(1)", "products/%20", "categories('x", "$metadata/x", "$nothing"] {
        let status = if path == "categories('x" { 400 } else { 404 };
        server.get(path).await.fails(status);
    }
    for (path, status) in [
        (format!("products/{id}/nothing"), 404),
        (format!("products/{id}/catalog.nothing"), 404),
        ("settings(1)".to_owned(), 404),
        ("products()".to_owned(), 400),
    ] {
        server.get(&path).await.fails(status);
    }
    for (path, name) in [
        (format!("products/{id}/category"), "category"),
        (format!("products/{id}/name"), "name"),
        (format!("products/{id}/catalog.book"), "catalog.book"),
        (format!("products/{id}/$value"), "$value"),
        ("products/c.book".to_owned(), "c.book"),
        ("products/$count".to_owned(), "$count"),
        ("$batch".to_owned(), "$batch"),
    ] {
        assert_eq!(server.get(&path).await.fails(501).as_deref(), Some(name), "{path}");
    }
}

#[tokio::test]
async fn faults_of_a_url_name_what_was_found_where_and_what_is_possible() {
    let server = Server::start().await;
    for (path, expected) in [
        (
            "stock(warehouse='x',product=one)",
            "`one` in the key predicate `(warehouse='x',product=one)` is not a literal (character 34 of the path)",
        ),
        (
            "stock(house='x',product=1)",
            "`(house='x',product=1)` has no value for the key property `warehouse` (character 12 of the path); \
             possible are `warehouse`, `product`",
        ),
        ("categories/x/nam", "the path segment `nam` leads to no resource (character 19 of the path); possible are `"),
        ("products/catalog.category", "`catalog.category` does not derive from `catalog.product` (character 15 of"),
        ("c%zz", "`%zz` is not a percent-encoded byte; `%25` is a percent sign (character 7 of the path)"),
        ("/%zz/x", "`%zz` is not a percent-encoded byte; `%25` is a percent sign (character 2 of the path)"),
        (
            "categories?$top=5&$select=a%2",
            "`%2` is not a percent-encoded byte; `%25` is a percent sign (character 17 of the query)",
        ),
        ("categories?%ff", "`%ff` does not begin a character of UTF-8 (character 1 of the query)"),
    ] {
        let answer = server.get(path).await.json();
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.starts_with(expected), "{path}: {message}");
    }
}

#[tokio::test]
async fn methods_that_a_resource_does_not_have_are_refused_with_those_that_it_has() {
    let server = Server::start().await;
    for (method, path, allowed) in [
        ("POST", "", "GET, HEAD"),
        ("DELETE", "$metadata", "GET, HEAD"),
        ("PUT", "products", "GET, HEAD, POST"),
        ("DELETE", "products", "GET, HEAD, POST"),
        ("POST", "categories/x", "GET, HEAD, PATCH, DELETE"),
        ("PUT", "categories/x", "GET, HEAD, PATCH, DELETE"),
        ("POST", "owner", "GET, HEAD, PATCH, PUT"),
        ("DELETE", "settings", "GET, HEAD, PATCH, PUT"),
        ("TRACE", "owner", "GET, HEAD, PATCH, PUT"),
    ] {
        let answer = server.request(method, path).json("{}").send().await;
        assert_eq!(answer.header("allow"), allowed, "{method} {path}");
        answer.fails(405);
    }
}

#[tokio::test]
async fn the_service_document_and_the_metadata_need_no_token() {
    let server = Server::start().await;
    for path in ["", "/api", "/api/"] {
        let document = server.request("GET", path).token(None).send().await.expect(200).json();
        assert_eq!(document["@odata.context"], server.url("$metadata"));
        let children: Vec<_> = document["value"].as_array().unwrap().iter().collect();
        assert_eq!(children.len(), 8);
        assert_eq!(children[0], &json!({"name": "products", "kind": "EntitySet", "url": "products"}));
        assert_eq!(children[7], &json!({"name": "owner", "kind": "Singleton", "url": "owner"}));
    }
    let metadata = server.request("GET", "$metadata").token(None).send().await.expect(200);
    assert_eq!(metadata.header("content-type"), "application/xml");
    for part in ["<edmx:Edmx", "Name=\"audioBook\"", "<Singleton Name=\"owner\""] {
        assert!(metadata.text().contains(part), "{part}: {}", metadata.text());
    }
}
