//! Collections: pages, counts, selections.

use odata_tests::catalog::server::Server;
use serde_json::{Value, json};

async fn with_categories(names: &[&str]) -> Server {
    let server = Server::start().await;
    for name in names {
        add(&server, name).await;
    }
    server
}

async fn add(server: &Server, name: &str) {
    server.post("categories", &json!({ "name": name, "about": "x" }).to_string()).await.expect(201);
}

fn names(list: &Value) -> Vec<&str> {
    list["value"].as_array().unwrap().iter().map(|item| item["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn items_carry_their_type_and_version() {
    let server = with_categories(&["b"]).await;
    let list = server.get("categories").await.expect(200).json();
    let single = server.get("categories/b").await.expect(200);
    let expected = json!({
        "@odata.context": server.url("$metadata#categories"),
        "value": [{
            "@odata.etag": single.header("etag"),
            "@odata.type": "#catalog.category",
            "name": "b",
            "about": "x",
        }],
    });
    assert_eq!(list, expected);
}

#[tokio::test]
async fn top_skip_and_count() {
    let server = with_categories(&["d", "b", "a", "c"]).await;
    for (query, expected, count) in [
        ("", vec!["d", "b", "a", "c"], None),
        ("?$top=2", vec!["d", "b"], None),
        ("?$skip=3", vec!["c"], None),
        ("?$skip=9", vec![], None),
        ("?$top=0", vec![], None),
        ("?$count=false", vec!["d", "b", "a", "c"], None),
        ("?$top=2&$skip=1&$count=true&custom=1", vec!["b", "a"], Some(4)),
    ] {
        let list = server.get(&format!("categories{query}")).await.expect(200).json();
        assert_eq!(names(&list), expected, "{query}");
        assert_eq!(list.get("@odata.count").and_then(Value::as_u64), count, "{query}");
        assert_eq!(list.get("@odata.nextLink"), None, "{query}");
    }
}

#[tokio::test]
async fn next_links_lead_through_everything_once_while_rows_come() {
    let server = with_categories(&["g", "b", "f", "c", "e"]).await;
    let mut next = "categories?$select=name&$count=true&custom=a%20b".to_owned();
    let mut seen = Vec::new();
    let mut pages = 0;
    loop {
        let page = server.request("GET", &next).header("prefer", "odata.maxpagesize=2").send().await.expect(200);
        assert_eq!(page.header("preference-applied"), "odata.maxpagesize=2");
        let json = page.json();
        seen.extend(names(&json).into_iter().map(str::to_owned));
        assert_eq!(json["@odata.count"], 5 + pages);
        pages += 1;
        let Some(link) = json.get("@odata.nextLink") else { break };
        next = link.as_str().unwrap().to_owned();
        assert!(next.starts_with(&server.url("categories?")), "{next}");
        assert!(next.contains("$select=name&$count=true&custom=a%20b&$skiptoken="), "{next}");
        // One row that sorts before what is seen already; one that is seen changes.
        add(&server, &format!("a{pages}")).await;
        server.patch("categories/g", r#"{"about": "changed"}"#).await.expect(200);
    }
    // Each page but the last one added a row: five rows in pages of two take longer than three pages.
    assert_eq!(seen[..5], ["g", "b", "f", "c", "e"]);
    let mut unique = seen.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), seen.len());
    assert_eq!(seen.len(), 4 + pages);
}

/// The query of the link to the second page.
async fn query_of_next(server: &Server, collection: &str) -> String {
    let page = server.request("GET", collection).header("prefer", "maxpagesize=1").send().await.expect(200).json();
    let (_, query) = page["@odata.nextLink"].as_str().unwrap().split_once('?').unwrap();
    query.to_owned()
}

#[tokio::test]
async fn a_skip_token_is_taken_from_a_next_link_of_the_collection_as_it_is() {
    let server = with_categories(&["a", "b"]).await;
    let review = r#"{"number": 7, "stars": 5}"#;
    let mut reviews = Vec::new();
    for _ in 0..2 {
        let id =
            server.post("products", r#"{"name": "x"}"#).await.expect(201).json()["id"].as_str().unwrap().to_owned();
        reviews.push(format!("products/{id}/reviews"));
        server.post(&reviews[reviews.len() - 1], review).await.expect(201);
    }
    server.post(&reviews[0], &review.replace('7', "8")).await.expect(201);

    let query = query_of_next(&server, "categories").await;
    let token = query.strip_prefix("$skiptoken=").unwrap();
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{token}");
    assert_eq!(names(&server.get(&format!("categories?{query}")).await.expect(200).json()), ["b"]);
    assert_eq!(names(&server.get(&format!("/api/v2/categories?{query}")).await.expect(200).json()), ["b"]);

    let turned: String = token.chars().rev().collect();
    for changed in
        [&token[1..], &token[..19], &format!("{token}="), &format!("{token}A"), &turned, "", "abc", "1", "ff"]
    {
        let answer = server.get(&format!("categories?$skiptoken={changed}")).await;
        assert_eq!(answer.fails(400).as_deref(), Some("$skiptoken"), "{changed}");
    }
    for both in [format!("{query}&$skip=0"), format!("$skip=1&{query}")] {
        assert_eq!(server.get(&format!("categories?{both}")).await.fails(400).as_deref(), Some("$skiptoken"), "{both}");
    }
    // One of another collection, of the same type or not.
    let reviews_query = query_of_next(&server, &reviews[0]).await;
    server.get(&format!("{}?{reviews_query}", reviews[0])).await.expect(200);
    for (collection, query) in [("products", &query), (&reviews[1], &reviews_query), ("categories", &reviews_query)] {
        let answer = server.get(&format!("{collection}?{query}")).await;
        assert_eq!(answer.fails(400).as_deref(), Some("$skiptoken"), "{collection}");
    }
}

#[tokio::test]
async fn top_and_skip_count_over_all_pages() {
    let server = with_categories(&["a", "b", "c", "d", "e", "f"]).await;
    let page = |path: String| {
        let call = server.request("GET", &path).header("prefer", "maxpagesize=2");
        async move { call.send().await.expect(200).json() }
    };
    let first = page("categories?$top=3&$skip=1".to_owned()).await;
    assert_eq!(names(&first), ["b", "c"]);
    let second = page(first["@odata.nextLink"].as_str().unwrap().to_owned()).await;
    assert_eq!(names(&second), ["d"]);
    assert_eq!(second.get("@odata.nextLink"), None, "there are more rows, and no more are asked for");
}

#[tokio::test]
async fn a_page_has_at_most_a_hundred_rows() {
    let server = Server::start().await;
    for number in 0..101 {
        add(&server, &format!("n{number}")).await;
    }
    for prefer in ["odata.maxpagesize=1000", "return=minimal"] {
        let page = server.request("GET", "categories?$top=5000").header("prefer", prefer).send().await.expect(200);
        assert_eq!(page.header("preference-applied"), "");
        assert_eq!(names(&page.json()).len(), 100);
        let next = page.json()["@odata.nextLink"].as_str().unwrap().to_owned();
        assert_eq!(names(&server.get(&next).await.expect(200).json()), ["n100"]);
    }
}

#[tokio::test]
async fn selected_properties_are_shown_and_others_are_not() {
    let server = Server::start().await;
    let body = r##"{"@odata.type": "#catalog.book", "name": "x", "sold": 3, "dimensions": {"width": 1, "height": 2}}"##;
    let created = server.post("products", body).await.expect(201);
    let id = created.json()["id"].as_str().unwrap().to_owned();
    let shown = server.get(&format!("products/{id}?$select=name,%20dimensions/width")).await.expect(200).json();
    let expected = json!({
        "@odata.context": server.url("$metadata#products(name,dimensions/width)/$entity"),
        "@odata.etag": created.header("etag"),
        "@odata.id": server.url(&format!("products/{id}")),
        "@odata.type": "#catalog.book",
        "name": "x",
        "dimensions": {"width": 1},
    });
    assert_eq!(shown, expected);

    let list = server.get("products?$select=id,sold").await.expect(200).json();
    assert_eq!(list["@odata.context"], server.url("$metadata#products(id,sold)"));
    let mut members: Vec<_> = list["value"][0].as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(members, ["@odata.etag", "@odata.type", "id", "sold"]);

    let all = server.get(&format!("products/{id}?$select=*")).await.expect(200).json();
    assert_eq!(all["@odata.context"], server.url("$metadata#products(*)/$entity"));
    assert_eq!(all.as_object().unwrap().len(), created.json().as_object().unwrap().len());

    let patched = server.patch(&format!("products/{id}?$select=sold"), r#"{"sold": 4}"#).await.expect(200).json();
    assert_eq!((&patched["sold"], patched.get("name")), (&json!(4), None));

    server.post("categories", r#"{"name": "x", "more": 1, "less": 2}"#).await.expect(201);
    let open = server.get("categories/x?$select=more").await.expect(200).json();
    assert_eq!((&open["more"], open.get("less")), (&json!(1), None));
}

#[tokio::test]
async fn a_selection_that_is_well_formed_and_not_served_is_told_from_one_that_is_not() {
    let server = with_categories(&["a"]).await;
    for (select, status, target) in [
        ("nothing", 400, "$select"),
        ("", 400, "$select"),
        ("name,,sold", 400, "$select"),
        ("name,", 400, "$select"),
        ("name/x", 400, "$select"),
        ("name;sold", 400, "$select"),
        ("dimensions(", 400, "$select"),
        ("dimensions()", 400, "$select"),
        ("dimensions($select=width", 400, "$select"),
        ("catalog..book/pages", 400, "$select"),
        ("$count", 400, "$select"),
        ("@", 400, "$select"),
        ("catalog.book/pages", 501, "catalog.book/pages"),
        ("catalog.*", 501, "catalog.*"),
        ("@Core.Description", 501, "@Core.Description"),
        ("name,dimensions($select=width,height),sold", 501, "dimensions($select=width,height)"),
    ] {
        let failed = server.get(&format!("products?$select={select}")).await.fails(status);
        assert_eq!(failed.as_deref(), Some(target), "{select}");
    }
    // An open type has any property, but not of any name.
    server.get("categories?$select=more").await.expect(200);
    server.get("categories?$select=more%20or%20less").await.fails(400);
    server.get("categories?$select=it's").await.fails(400);
}

#[tokio::test]
async fn options_that_do_not_fit_are_refused() {
    let server = with_categories(&["a"]).await;
    for (path, status, target) in [
        ("categories?$filter=name%20eq%20'a'", 501, "$filter"),
        ("categories?$orderby=name", 501, "$orderby"),
        ("categories?$expand=x", 501, "$expand"),
        ("categories?$search=x", 501, "$search"),
        ("categories?$nothing=1", 400, "$nothing"),
        ("categories?$top=1&$top=1", 400, "$top"),
        ("categories?$top=-1", 400, "$top"),
        ("categories?$top=x", 400, "$top"),
        ("categories?$skiptoken=!", 400, "$skiptoken"),
        ("categories?$count=yes", 400, "$count"),
        ("categories/a?$top=1", 400, "$top"),
        ("categories/a?$count=true", 400, "$count"),
        ("?$select=name", 400, "$select"),
    ] {
        assert_eq!(server.get(path).await.fails(status).as_deref(), Some(target), "{path}");
    }
    assert_eq!(server.post("categories?$top=1", r#"{"name": "b"}"#).await.fails(400).as_deref(), Some("$top"));
    server.get("categories/b").await.fails(404);
}
