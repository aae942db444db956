//! Many writers at once, and what is left when a server has gone.

use std::sync::Arc;

use odata_service::store::sqlite::SqliteStore;
use odata_tests::catalog::server::Server;
use serde_json::json;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_changes_at_once_none_is_lost() {
    let directory = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(directory.path().join("catalog.db")).unwrap();
    let server = Arc::new(Server::with_store(store).await);
    server.post("categories", r#"{"name": "x"}"#).await.expect(201);
    let changes: Vec<_> = (0..50)
        .map(|number| {
            let server = Arc::clone(&server);
            tokio::spawn(async move {
                let body = json!({ format!("member{number}"): number }).to_string();
                server.patch("categories/x", &body).await.expect(200);
            })
        })
        .collect();
    for change in changes {
        change.await.unwrap();
    }
    let all = server.get("categories/x").await.expect(200).json();
    for number in 0..50 {
        assert_eq!(all[format!("member{number}")], number);
    }
}

#[tokio::test]
async fn another_server_on_the_same_database_finds_everything() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("catalog.db");
    let open = || Server::with_store(SqliteStore::open(&path).unwrap());
    let before = {
        let server = open().await;
        server.post("categories", r#"{"name": "x", "about": "y"}"#).await.expect(201);
        server.get("categories/x").await.expect(200)
    };
    let server = open().await;
    let after = server.get("categories/x").await.expect(200);
    assert_eq!(after.header("etag"), before.header("etag"));
    assert_eq!(after.json()["about"], "y");
}
