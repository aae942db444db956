//! What the annotations of a model do not allow with its entity sets, singletons and contained collections.

use http::{Request, Response};
use http_body_util::BodyExt as _;
use odata_core::{Model, Nav, ODataContainer, ODataEntity};
use odata_service::{NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
use serde_json::Value;
use tower_service::Service as _;

#[derive(ODataEntity, Clone)]
#[odata(type = "archive.page")]
struct Page {
    #[odata(key)]
    number: i32,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "archive.chapter")]
struct Chapter {
    #[odata(key)]
    number: i32,
    #[odata(contains_target)]
    pages: Nav<Vec<Page>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "archive.book")]
struct Book {
    #[odata(key)]
    id: i32,
    title: Option<String>,
    #[odata(contains_target)]
    chapters: Nav<Vec<Chapter>>,
    /// Restricted wherever books are.
    #[odata(contains_target, annotate("Org.OData.Capabilities.V1.InsertRestrictions" = raw { Insertable: false }))]
    indexes: Nav<Vec<Chapter>>,
}

#[derive(ODataContainer)]
#[odata(type = "archive.Service", schema("archive", alias = "self"))]
#[odata(annotations("self.Service/outside", annotate("Org.OData.Capabilities.V1.DeleteRestrictions" = raw { Deletable: false })))]
#[odata(annotations(Chapter, pages, annotate("Org.OData.Capabilities.V1.TopSupported" = raw false)))]
struct Archive {
    #[odata(entity_set)]
    all: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.InsertRestrictions" = raw { Insertable: false }))]
    no_insert: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.UpdateRestrictions" = raw { Updatable: false }))]
    no_update: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.UpdateRestrictions" = raw {
        Updatable: true,
        UpdateMethod: member("Org.OData.Capabilities.V1.HttpMethod", "PUT"),
    }))]
    only_put: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.ReadRestrictions" = raw { Readable: false }))]
    no_read: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.ReadRestrictions" = raw {
        Readable: false, ReadByKeyRestrictions: { Readable: true },
    }))]
    no_list: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.ReadRestrictions" = raw {
        ReadByKeyRestrictions: { Readable: false },
    }))]
    only_list: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.IndexableByKey" = raw false))]
    no_key: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Core.V1.Permissions" = raw member("Org.OData.Core.V1.Permission", "Read")))]
    read_only: Vec<Book>,
    #[odata(entity_set)]
    outside: Vec<Book>,
    #[odata(entity_set, annotate(
        "Org.OData.Capabilities.V1.TopSupported" = raw false,
        "Org.OData.Capabilities.V1.SkipSupported" = raw false,
        "Org.OData.Capabilities.V1.CountRestrictions" = raw { Countable: false },
        "Org.OData.Capabilities.V1.SelectSupport" = raw { Supported: false },
    ))]
    plain: Vec<Book>,
    #[odata(entity_set, annotate("Org.OData.Capabilities.V1.NavigationRestrictions" = raw { RestrictedProperties: [
        { NavigationProperty: navigation_property_path("chapters"), ReadRestrictions: { Readable: false }, SkipSupported: false },
        { NavigationProperty: navigation_property_path("chapters/pages"), DeleteRestrictions: { Deletable: false } },
    ] }))]
    nested: Vec<Book>,
    // These do not restrict anything.
    #[odata(entity_set, annotate(
        "Org.OData.Capabilities.V1.InsertRestrictions" #Advice = raw { Insertable: false },
        "Org.OData.Capabilities.V1.DeleteRestrictions" = raw { Deletable: path("open") },
        "Org.OData.Capabilities.V1.ReadRestrictions" = raw { Description: "x" },
    ))]
    free: Vec<Book>,
    #[odata(singleton, annotate("Org.OData.Capabilities.V1.UpdateRestrictions" = raw { Updatable: false }))]
    fixed: Book,
    #[odata(singleton, annotate("Org.OData.Capabilities.V1.UpdateRestrictions" = raw {
        UpdateMethod: member("Org.OData.Capabilities.V1.HttpMethod", "PATCH", "GET"),
    }))]
    patched: Book,
}

fn service() -> ODataService {
    ODataService::builder(Model::of::<Archive>().expect("no faults"))
        .store(SqliteStore::in_memory().expect("there is memory"))
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .build()
        .expect("nothing is missing")
}

async fn send(service: &ODataService, method: &str, path: &str, body: &str) -> (Response<()>, Value) {
    let request = Request::builder().method(method).uri(path).header("host", "localhost");
    let request = request.header("content-type", "application/json").body(body.to_owned()).expect("a request");
    let (head, body) = service.clone().call(request).await.expect("no failure").into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    (Response::from_parts(head, ()), serde_json::from_slice(&body).unwrap_or_default())
}

const COLLECTION: &str = "GET, HEAD, POST";
const ENTITY: &str = "GET, HEAD, PATCH, DELETE";

#[tokio::test]
async fn what_is_not_allowed_is_not_a_method_of_the_resource() {
    let service = service();
    for (set, collection, entity) in [
        ("all", COLLECTION, ENTITY),
        ("noInsert", "GET, HEAD", ENTITY),
        ("noUpdate", COLLECTION, "GET, HEAD, DELETE"),
        ("onlyPut", COLLECTION, "GET, HEAD, DELETE"),
        ("noRead", "POST", "PATCH, DELETE"),
        ("noList", "POST", ENTITY),
        ("onlyList", COLLECTION, "PATCH, DELETE"),
        ("noKey", COLLECTION, ""),
        ("readOnly", "GET, HEAD", "GET, HEAD"),
        ("outside", COLLECTION, "GET, HEAD, PATCH"),
        ("plain", COLLECTION, ENTITY),
        ("free", COLLECTION, ENTITY),
        ("nested", COLLECTION, ENTITY),
        ("nested/1/chapters", "POST", "PATCH, DELETE"),
        ("nested/1/chapters/2/pages", COLLECTION, "GET, HEAD, PATCH"),
        ("all/1/chapters", COLLECTION, ENTITY),
        ("all/1/indexes", "GET, HEAD", ENTITY),
        ("nested/1/indexes", "GET, HEAD", ENTITY),
        ("fixed/chapters", COLLECTION, ENTITY),
        ("fixed/indexes", "GET, HEAD", ENTITY),
    ] {
        for (path, allowed) in [(format!("/{set}"), collection), (format!("/{set}/7"), entity)] {
            check(&service, &path, allowed).await;
        }
    }
    check(&service, "/fixed", "GET, HEAD").await;
    check(&service, "/patched", "GET, HEAD, PATCH").await;
}

/// Checks that these methods alone are methods of a resource.
async fn check(service: &ODataService, path: &str, allowed: &str) {
    for method in ["GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"] {
        let (answer, body) = send(service, method, path, "{}").await;
        let is_allowed = allowed.split(", ").any(|allowed| allowed == method);
        assert_eq!(answer.status() != 405, is_allowed, "{method} {path}: {body}");
        if !is_allowed {
            assert_eq!(answer.headers()["allow"], allowed, "{method} {path}");
            assert!(method == "HEAD" || body["error"]["code"] == "MethodNotAllowed", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn what_is_allowed_is_done() {
    let service = service();
    let (created, _) = send(&service, "POST", "/noUpdate", r#"{"id": 1, "title": "x"}"#).await;
    assert_eq!(created.status(), 201);
    let (refused, body) = send(&service, "PATCH", "/noUpdate/1", r#"{"title": "y"}"#).await;
    assert_eq!(refused.status(), 405);
    assert_eq!(body["error"]["message"], "the model does not allow the method PATCH for the resource");
    assert_eq!(send(&service, "GET", "/noUpdate/1", "").await.1["title"], "x");
    assert_eq!(send(&service, "DELETE", "/noUpdate/1", "").await.0.status(), 204);
    let (_, body) = send(&service, "PUT", "/noUpdate/1", "{}").await;
    assert_eq!(body["error"]["message"], "the resource does not have the method PUT");
}

#[tokio::test]
async fn options_that_are_not_supported_are_named() {
    let service = service();
    for (path, option) in [
        ("/plain?$top=1", "$top"),
        ("/plain?$skip=1", "$skip"),
        ("/plain?$count=true", "$count"),
        ("/plain?$select=id", "$select"),
        ("/plain/1?$select=id", "$select"),
        ("/all/1/chapters/1/pages?$top=1", "$top"),
        ("/nested/1/chapters/1/pages?$top=1", "$top"),
    ] {
        let (answer, body) = send(&service, "GET", path, "").await;
        assert_eq!((answer.status().as_u16(), body["error"]["target"].as_str()), (501, Some(option)), "{path}");
    }
    for path in
        ["/plain", "/plain?$count=false", "/all?$top=1&$skip=1&$count=true&$select=id", "/all/1/chapters?$top=1"]
    {
        let (answer, body) = send(&service, "GET", path, "").await;
        assert!(matches!(answer.status().as_u16(), 200 | 404), "{path}: {body}");
    }
}
