//! Which tokens are accepted.

use serde_json::json;

use crate::support::{
    client::{Client, POLICIES},
    program::{Server, fixture, fixture_path, token},
};

const PERMISSION: &str = "DeviceManagementConfiguration.ReadWrite.All";

/// A policy that does not exist.
const POLICY: &str = "/beta/officeConfiguration/clientConfigurations/00000000-0000-0000-0000-000000000000";

#[test]
fn requests_without_a_good_token_are_refused() {
    let server = Server::start();
    let stranger = server.stranger().get(POLICIES).expect(401);
    assert_eq!(stranger.header("WWW-Authenticate"), "Bearer");
    assert_eq!(stranger.header("OData-Version"), "4.0");
    let good = server.token(&[]);
    let elsewhere = tempfile::tempdir().unwrap();
    for bad in ["", "nonsense", &good[..good.len() - 3], &token(elsewhere.path(), &["--create"])] {
        let client = Client::new(&server.url, Some(bad.to_owned()));
        for answer in [client.get(POLICIES), client.post(POLICIES, r#"{"priority": 1}"#)] {
            let answer = answer.expect(401);
            assert!(answer.header("WWW-Authenticate").starts_with("Bearer"), "{bad}");
        }
    }
    let basic = server.stranger().send("GET", POLICIES, &[("Authorization", "Basic YTpi")], None).expect(401);
    assert_eq!(basic.header("WWW-Authenticate"), "Bearer");
    assert_eq!(server.client().get(POLICIES).expect(200).json()["value"], json!([]));
}

#[test]
fn without_the_permission_nothing_is_done() {
    let server = Server::start();
    let nobody = server.client_with(&["--scope", "User.Read", "--scope", "DeviceManagementConfiguration.Read"]);
    nobody.get(POLICIES).expect(403);
    let reader = server.client_with(&["--scope", "User.Read", "--scope", "DeviceManagementConfiguration.Read.All"]);
    assert_eq!(reader.get(POLICIES).expect(200).json()["value"], json!([]));
    reader.send("HEAD", POLICIES, &[], None).expect(200);
    for refused in [
        reader.post(POLICIES, r#"{"priority": 1}"#),
        reader.patch(POLICY, "{}"),
        reader.put("/beta/officeConfiguration", "{}"),
        reader.delete(POLICY),
    ] {
        let refused = refused.expect(403);
        assert!(refused.text.contains(PERMISSION), "{}", refused.text);
    }
    let several = server.client_with(&["--scope", "User.Read", "--scope", PERMISSION]);
    assert_eq!(several.get(POLICIES).expect(200).json()["value"], json!([]));
}

#[test]
fn personal_accounts_are_not_supported() {
    let server = Server::start();
    let personal = server.client_with(&["--tenant", "9188040d-6c67-4c5b-b112-36a304b66dad"]);
    for refused in [personal.get(POLICIES), personal.post(POLICIES, r#"{"priority": 1}"#)] {
        let refused = refused.expect(403);
        assert_eq!(refused.json()["error"]["code"], "Forbidden");
        assert!(refused.text.contains("personal Microsoft accounts are not supported"), "{}", refused.text);
    }
}

#[test]
fn a_tenant_sees_its_own_data_only() {
    let server = Server::start();
    let [one, other] = ["8a3d3d8c-6dfe-4d0b-a7bd-df4f1bbe6b4c", "11111111-2222-4333-8444-555555555555"];
    let [one, other] = [one, other].map(|tenant| server.client_with(&["--tenant", tenant]));
    let (path, _) = one.create(r#"{"priority": 1}"#);
    one.put("/beta/officeConfiguration", "{}").expect(201);
    other.get(&path).expect(404);
    other.patch(&path, r#"{"priority": 2}"#).expect(404);
    other.delete(&path).expect(404);
    other.get("/beta/officeConfiguration").expect(204);
    assert_eq!(other.get(POLICIES).expect(200).json()["value"], json!([]));
    assert_eq!(one.get(&path).expect(200).json()["priority"], 1);
    // The same tenant in another spelling.
    let same = server.client_with(&["--tenant", "8A3D3D8C6DFE4D0BA7BDDF4F1BBE6B4C"]);
    same.get(&path).expect(200);
}

#[test]
fn a_token_made_before_the_server_starts_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let token = token(folder.path(), &["--create"]);
    let server = Server::start_in(folder.path(), &[]);
    Client::new(&server.url, Some(token)).get(POLICIES).expect(200);
}

#[test]
fn the_printed_command_line_works() {
    let mut server = Server::start();
    let line = server.second_line();
    let parts: Vec<_> = line.trim_end().split('\'').collect();
    let ["curl -H ", header, " ", url, ""] = parts[..] else { panic!("{line}") };
    let token = header.strip_prefix("Authorization: Bearer ").unwrap();
    Client::new(&server.url, Some(token.to_owned())).get(url).expect(200);
}

#[test]
fn an_identity_providers_tokens_replace_development_tokens() {
    let folder = tempfile::tempdir().unwrap();
    let keys = fixture_path("rs256-keys.json");
    let keys = keys.to_str().unwrap();
    let provider = ["--jwks", keys, "--issuer", "https://login.example/", "--audience", "api://office"];
    let mut server = Server::start_in(folder.path(), &provider);
    let theirs = Client::new(&server.url, Some(fixture("rs256-token.txt").trim_end().to_owned()));
    theirs.create(r#"{"priority": 1}"#);
    server.client().get(POLICIES).expect(401);
    server.signal("TERM");
    let (status, rest) = server.wait();
    assert!(status.success());
    assert_eq!(rest, "", "there is no token to print");

    let other = ["--jwks", keys, "--issuer", "https://login.example/", "--audience", "api://other"];
    let server = Server::start_in(folder.path(), &other);
    let theirs = Client::new(&server.url, Some(fixture("rs256-token.txt").trim_end().to_owned()));
    assert!(theirs.get(POLICIES).expect(401).header("WWW-Authenticate").contains("audience"));
}
