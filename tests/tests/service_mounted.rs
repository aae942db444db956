//! A service below a prefix that a router strips off: the URLs in its responses lead to it all the same.

use axum::Router;
use odata_service::{BuildError, store::sqlite::SqliteStore};
use odata_tests::catalog::server::{Answer, Server, builder};
use serde_json::{Value, json};

/// How a service is mounted, and where its root is found then.
struct Mount {
    /// Where routers in each other nest the service, from the outside; none for a fallback.
    nests: &'static [&'static str],
    mounted_at: &'static str,
    service_root: &'static str,
    found_at: &'static str,
}

const MOUNTS: [Mount; 9] = [
    Mount { nests: &[], mounted_at: "", service_root: "/", found_at: "" },
    Mount { nests: &[], mounted_at: "/", service_root: "/v1.0", found_at: "/v1.0" },
    Mount { nests: &["/odata"], mounted_at: "/odata", service_root: "/", found_at: "/odata" },
    Mount { nests: &["/odata"], mounted_at: "/odata/", service_root: "/", found_at: "/odata" },
    Mount { nests: &["/odata/"], mounted_at: "/odata", service_root: "/v1.0", found_at: "/odata/v1.0" },
    Mount { nests: &["/odata"], mounted_at: "/odata", service_root: "/odata", found_at: "/odata/odata" },
    Mount {
        nests: &["/o%20data%C3%A4"],
        mounted_at: "/o%20data%C3%A4",
        service_root: "/",
        found_at: "/o%20data%C3%A4",
    },
    Mount { nests: &["/a%2Fb/c;d=1"], mounted_at: "/a%2Fb/c;d=1", service_root: "/v1", found_at: "/a%2Fb/c;d=1/v1" },
    Mount { nests: &["/apis", "/odata"], mounted_at: "/apis/odata", service_root: "/", found_at: "/apis/odata" },
];

impl Mount {
    async fn serve(&self) -> Mounted {
        let service = builder(SqliteStore::in_memory().unwrap());
        let service = service.mounted_at(self.mounted_at).service_roots([self.service_root]).build().unwrap();
        let router = match self.nests {
            [] => Router::new().fallback_service(service),
            [outer @ .., inner] => {
                let router = Router::new().nest_service(inner, service);
                outer.iter().rev().fold(router, |router, path| Router::new().nest(path, router))
            }
        };
        Mounted { server: Server::with_router(router).await, root: self.found_at }
    }
}

struct Mounted {
    server: Server,
    root: &'static str,
}

impl Mounted {
    /// The absolute URL of what is at a path below the service root.
    fn url(&self, path: &str) -> String {
        format!("http://{}{}/{path}", self.server.host(), self.root)
    }

    /// GET of an absolute URL.
    async fn get(&self, url: &str) -> Answer {
        self.server.get(url).await
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        self.server.post(&self.url(path), &body.to_string()).await
    }

    /// Follows all next links. Returns the property of all entities, and how many pages they took.
    async fn all(&self, path: &str, property: &str) -> (Vec<Value>, usize) {
        let collection = self.url(path.split('?').next().unwrap_or(path).trim_end_matches('/'));
        let (mut found, mut pages) = (Vec::new(), 0);
        let mut next = self.url(path);
        loop {
            let request = self.server.request("GET", &next).header("prefer", "odata.maxpagesize=2");
            let page = request.send().await.expect(200).json();
            found.extend(page["value"].as_array().unwrap().iter().map(|entity| entity[property].clone()));
            pages += 1;
            let Some(link) = page.get("@odata.nextLink") else { return (found, pages) };
            next = String::from(link.as_str().unwrap());
            assert!(next.starts_with(&format!("{collection}?")), "{next}");
        }
    }
}

#[tokio::test]
async fn the_service_root_is_found_with_and_without_a_slash() {
    for mount in MOUNTS {
        let service = mount.serve().await;
        // A router that nests at `/odata/` does not take `/odata`, and the root of a server is `/`.
        for root in [service.url(""), service.url("").trim_end_matches('/').to_owned()] {
            if root.ends_with(&service.server.host()) {
                continue;
            }
            let document = service.get(&root).await.expect(200).json();
            assert_eq!(document["@odata.context"], service.url("$metadata"));
            for child in document["value"].as_array().unwrap() {
                if child["kind"] == "EntitySet" {
                    service.get(&service.url(child["url"].as_str().unwrap())).await.expect(200);
                }
            }
        }
        for path in ["$metadata", "$metadata/", "%24metadata"] {
            let metadata = service.get(&service.url(path)).await.expect(200);
            assert!(metadata.text().contains("<EntityContainer Name=\"Container\""), "{}", metadata.text());
        }
    }
}

#[tokio::test]
async fn urls_of_entities_lead_to_them() {
    for mount in MOUNTS {
        let service = mount.serve().await;
        let category = json!({ "name": "x/y ä'?", "about": "a" });
        let created = service.post("categories", &category).await.expect(201);
        let url = service.url("categories('x%2Fy%20%C3%A4''%3F')");
        let context = service.url("$metadata#categories/$entity");
        assert_eq!(created.header("location"), url);
        assert_eq!(created.header("odata-entityid"), url);
        assert_eq!(created.json()["@odata.context"], context);

        let found = service.get(&url).await.expect(200).json();
        assert_eq!((&found["name"], &found["@odata.context"]), (&category["name"], &json!(context)));
        let selected = service.get(&format!("{url}?$select=about")).await.expect(200).json();
        assert_eq!(selected["@odata.id"], url);
        assert_eq!(selected["@odata.context"], service.url("$metadata#categories(about)/$entity"));
        let list = service.get(&service.url("categories/?$select=about")).await.expect(200).json();
        assert_eq!(list["value"][0]["@odata.id"], url);
        assert_eq!(list["@odata.context"], service.url("$metadata#categories(about)"));

        let request = service.server.request("PATCH", &url).header("prefer", "return=minimal");
        let changed = request.json(r#"{"about": "b"}"#).send().await.expect(204);
        assert_eq!(changed.header("odata-entityid"), url);
        service.server.delete(&url).await.expect(204);
        service.get(&url).await.fails(404);
    }
}

#[tokio::test]
async fn next_links_lead_through_a_collection_until_its_end() {
    for mount in MOUNTS {
        let service = mount.serve().await;
        let names = ["e", "b ä", "d", "a", "c"];
        for name in names {
            service.post("categories", &json!({ "name": name, "about": "x" })).await.expect(201);
        }
        assert_eq!(service.all("categories", "name").await, (names.map(Value::from).to_vec(), 3));
        let (found, pages) = service.all("categories/?$top=3&$select=name&q=%20", "name").await;
        assert_eq!((found, pages), (names[..3].iter().copied().map(Value::from).collect(), 2));
    }
}

#[tokio::test]
async fn what_singletons_contain_has_urls_that_lead_to_it() {
    for mount in MOUNTS {
        let service = mount.serve().await;
        let owner = service.server.put(&service.url("owner"), r#"{"name": "n"}"#).await.expect(201);
        assert_eq!(owner.header("location"), service.url("owner"));
        assert_eq!(owner.json()["@odata.context"], service.url("$metadata#owner"));
        let mut texts = Vec::new();
        for text in ["b", "c", "a"] {
            let created = service.post("owner/notes", &json!({ "text": text })).await.expect(201);
            let note = service.get(created.header("location")).await.expect(200).json();
            assert_eq!(note["@odata.context"], service.url("$metadata#owner/notes/$entity"));
            texts.push(note["text"].clone());
        }
        assert_eq!(service.all("owner/notes", "text").await, (texts, 2));
    }
}

#[tokio::test]
async fn urls_have_the_host_that_was_asked_and_the_prefix() {
    let service = MOUNTS[2].serve().await;
    let request = service.server.request("GET", "/odata/categories").replace_host("api.example:81");
    let list = request.send().await.expect(200).json();
    assert_eq!(list["@odata.context"], "http://api.example:81/odata/$metadata#categories");
}

#[tokio::test]
async fn paths_are_those_after_the_prefix() {
    let service = MOUNTS[2].serve().await;
    // The prefix alone is stripped off, and once.
    service.get(&service.url("odata/categories")).await.fails(404);
    // Without `mounted_at` the service knows nothing of it.
    let unmounted = builder(SqliteStore::in_memory().unwrap()).build().unwrap();
    let server = Server::with_router(Router::new().nest_service("/odata", unmounted)).await;
    let list = server.get("/odata/categories").await.expect(200).json();
    assert_eq!(list["@odata.context"], format!("http://{}/$metadata#categories", server.host()));
}

#[test]
fn a_prefix_that_urls_cannot_have_is_refused() {
    for prefix in ["odata", "/o data", "/odata?", "/{tenant}", "/a/../b"] {
        let built = builder(SqliteStore::in_memory().unwrap()).mounted_at(prefix).build();
        let error = built.map(drop).unwrap_err();
        assert_eq!(error, BuildError::InvalidMount(prefix.to_owned()));
        assert!(error.to_string().contains(prefix), "{error}");
    }
}

#[tokio::test]
async fn faults_of_a_path_have_their_position_in_the_path_that_was_sent() {
    for mount in &MOUNTS {
        let mounted = mount.serve().await;
        for (path, status, offset, found) in [
            ("nothing", 404, 0, "nothing"),
            ("products(1)", 404, 9, "1"),
            ("categories('x", 400, 10, "('x"),
            ("categories/%zz", 400, 11, "%zz"),
            ("categories/x/nothing", 404, 13, "nothing"),
            ("categories/x/name", 501, 13, "name"),
            ("products/$count", 501, 9, "$count"),
            ("owner/%C3%A4/x", 404, 6, "ä"),
        ] {
            let answer = mounted.get(&mounted.url(path)).await.expect(status).json();
            let message = answer["error"]["message"].as_str().unwrap();
            let character = mounted.root.len() + 1 + offset + 1;
            assert!(message.contains(&format!("(character {character} of the path)")), "{path}: {message}");
            assert!(message.contains(found), "{path}: {message}");
        }
    }
}
