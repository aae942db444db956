//! The command line of the program.

use std::{fs, net::TcpListener, path::Path};

use serde_json::{Value, json};

use crate::support::program::{Ended, Server, command, run, token};

/// Checks that the program has failed, with one line that says why.
#[track_caller]
fn assert_fails(ended: &Ended, reason: &str) {
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""), "{}", ended.stderr);
    assert!(ended.stderr.starts_with("error: ") && ended.stderr.contains(reason), "{}", ended.stderr);
    assert_eq!(ended.stderr.lines().count(), 1, "{}", ended.stderr);
}

#[test]
fn a_server_that_cannot_start_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let serve = |arguments: &[&str]| run(folder.path(), &[&["serve"], arguments].concat());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert_fails(&serve(&["--listen", &address]), &format!("{address} is in use"));
    // Without a command it serves.
    assert_fails(&run(folder.path(), &["--listen", &address]), &format!("{address} is in use"));
    assert_fails(&serve(&["--listen", "nowhere"]), "`nowhere` is not an address and port");
    assert_fails(&serve(&["--listen", "0.0.0.0:0"]), "--jwks FILE --issuer URL --audience NAME");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");

    let free = ["--listen", "127.0.0.1:0"];
    let serve = |arguments: &[&str]| serve(&[&free, arguments].concat());
    assert_fails(&serve(&["--database", "sqlite:missing/office.db"]), "missing/office.db");
    fs::write(folder.path().join("text.db"), "no database, but long enough to be looked at as one".repeat(50)).unwrap();
    assert_fails(&serve(&["--database", "sqlite:text.db"]), "text.db");
    fs::write(folder.path().join("key.db.development-key"), "no key").unwrap();
    assert_fails(&serve(&["--database", "sqlite:key.db"]), "key.db.development-key");
    let provider = ["--jwks", "missing.json", "--issuer", "i", "--audience", "a"];
    assert_fails(&serve(&provider), "`missing.json` cannot be read");
}

#[test]
fn bad_command_lines_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, reason) in [
        (&["--lisen", "127.0.0.1:0"][..], "'--listen'"),
        (&["serv"], "'serve'"),
        (&["serve", "--database", "postgres://localhost/office"], "sqlite:PATH"),
        (&["serve", "--jwks", "keys.json", "--issuer", "i"], "--audience"),
        (&["serve", "--issuer", "i"], "--jwks"),
        (&["token", "--tenant", "contoso"], "--tenant"),
        (&["token", "--scope", "two words"], "--scope"),
        (&["check"], "<FILE>"),
        (&["diff", "one.json"], "<NEW>"),
        (&["metadata", "--format", "yaml"], "xml, json"),
        (&["metadata", "--version", "4"], "4.0, 4.01"),
    ] {
        let ended = run(folder.path(), arguments);
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ended.stderr.contains(reason) && ended.stderr.contains("--help"), "{arguments:?}: {}", ended.stderr);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
    let help = run(folder.path(), &["--help"]);
    assert_eq!(help.code, Some(0));
    for command in ["serve", "token", "migrate", "diff", "check"] {
        assert!(help.stdout.contains(command), "{}", help.stdout);
    }
}

#[cfg(unix)]
#[test]
fn the_key_is_created_once_and_for_its_owner() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    token(folder.path(), &["--database", "sqlite:a.db", "--create"]);
    let path = folder.path().join("a.db.development-key");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let key = fs::read(&path).unwrap();
    token(folder.path(), &["--database", "sqlite:a.db"]);
    let server = Server::start_in(folder.path(), &["--database", "sqlite:a.db"]);
    server.token(&["--database", "sqlite:a.db"]);
    assert_eq!(fs::read(&path).unwrap(), key);
    let missing = run(folder.path(), &["token", "--database", "sqlite:missing/a.db", "--create"]);
    assert_fails(&missing, "missing/a.db.development-key");
}

#[test]
fn no_key_is_created_without_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let missing = run(folder.path(), &["token"]);
    assert_fails(&missing, "there is no database `sqlite:office-config.db`");
    assert!(
        missing.stderr.contains("--create") && missing.stderr.contains("office-config serve"),
        "{}",
        missing.stderr
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
    // A key that exists is enough, and so is a database that was served to others.
    token(folder.path(), &["--create"]);
    token(folder.path(), &[]);
    fs::write(folder.path().join("other.db"), "").unwrap();
    token(folder.path(), &["--database", "sqlite:other.db"]);
    assert!(folder.path().join("other.db.development-key").is_file());
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).unwrap();
}

#[test]
fn check_reports_everything_that_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let policy = r##"{
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#x",
  "@odata.etag": "W/\"1\"",
  "@example.note": "skipped",
  "@odata.type": "#graph.windowsOfficeClientConfiguration",
  "id": "1",
  "priority": "Integer",
  "displayname": "Wrong case",
  "displayName@example.note": 1,
  "checkinStatuses": [{"userId": null}, {"checkinDateTime": "yesterday"}]
}"##;
    write(folder.path(), "policy.json", policy);
    let ended = run(folder.path(), &["check", "policy.json"]);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(1), ""));
    let lines: Vec<_> = ended.stdout.lines().collect();
    let expected = [
        "policy.json:7:15: priority: ",
        "policy.json:8:3: displayname: ",
        "policy.json:10:34: checkinStatuses/0/userId: ",
        "policy.json:10:61: checkinStatuses/1/checkinDateTime: ",
    ];
    assert_eq!(lines.len(), expected.len(), "{}", ended.stdout);
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected) && line.len() > expected.len(), "{line}");
    }
}

#[test]
fn check_finds_the_type() {
    let folder = tempfile::tempdir().unwrap();
    let check = |text: &str, arguments: &[&str]| {
        write(folder.path(), "a.json", text);
        let ended = run(folder.path(), &[&["check", "a.json"], arguments].concat());
        (ended.code, ended.stdout + &ended.stderr)
    };
    let valid = |name: &str| (Some(0), format!("a.json: a valid microsoft.graph.{name}\n"));
    assert_eq!(check(r#"{"priority": 1}"#, &[]), valid("officeClientConfiguration"));
    let named = r##"{"priority": 1, "@odata.type": "#microsoft.graph.windowsOfficeClientSecurityConfiguration"}"##;
    assert_eq!(check(named, &[]), valid("windowsOfficeClientSecurityConfiguration"));
    assert_eq!(check(named, &["--type", "officeConfiguration"]), valid("windowsOfficeClientSecurityConfiguration"));
    assert_eq!(check("{}", &["--type", "microsoft.graph.officeConfiguration"]), valid("officeConfiguration"));
    assert_eq!(check("{}", &["--type", "graph.officeUserCheckinSummary"]), valid("officeUserCheckinSummary"));

    let (code, text) = check("{}", &[]);
    assert_eq!(code, Some(1));
    assert!(text.starts_with("a.json:1:1: priority: "), "{text}");
    let (code, text) = check(r##"{"@odata.type": "#microsoft.graph.macPolicy"}"##, &[]);
    assert_eq!(code, Some(1));
    assert!(text.starts_with("a.json:1:17: ") && text.contains("macPolicy"), "{text}");
    let (code, text) = check(r##"{"@odata.type": "#microsoft.graph.entity"}"##, &[]);
    assert_eq!(code, Some(1));
    assert!(text.contains("abstract"), "{text}");
    let (code, text) = check("{\n  \"priority\": 1,\n}", &[]);
    assert_eq!(code, Some(1));
    assert!(text.starts_with("a.json:3:1: "), "{text}");
    let (code, text) = check("{}", &["--type", "macPolicy"]);
    assert_eq!(code, Some(1));
    assert!(text.contains("`macPolicy`") && text.contains("microsoft.graph.officeConfiguration"), "{text}");
    assert_fails(&run(folder.path(), &["check", "missing.json"]), "`missing.json` cannot be read");
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.json", r#"{"priority": 1}"#);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = command(folder.path(), &["check", "a.json"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn diff_prints_the_patch_body() {
    let folder = tempfile::tempdir().unwrap();
    let diff = |old: &Value, new: &Value| {
        write(folder.path(), "old.json", &old.to_string());
        write(folder.path(), "new.json", &new.to_string());
        run(folder.path(), &["diff", "old.json", "new.json"])
    };
    let old = json!({
        "@odata.context": "x", "@odata.etag": "W/\"1\"", "@odata.type": "#microsoft.graph.windowsOfficeClientConfiguration",
        "id": "1", "priority": 1, "displayName": "Old", "description": "Gone",
        "lastModifiedDateTime": "2026-01-01T00:00:00Z",
        "userCheckinSummary": {"failedUserCount": 1, "succeededUserCount": 2},
        "checkinStatuses": [{"userId": "a"}],
    });
    let mut new = old.clone();
    new["id"] = json!("2");
    new["lastModifiedDateTime"] = json!("2026-01-02T00:00:00Z");
    new["@odata.etag"] = json!("W/\"2\"");
    let same = diff(&old, &new);
    assert_eq!((same.code, same.stdout.as_str(), same.stderr.as_str()), (Some(0), "{}\n", ""));

    new["displayName"] = json!("New");
    new["description"] = Value::Null;
    new["userCheckinSummary"]["failedUserCount"] = json!(3);
    let ended = diff(&old, &new);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let body: Value = serde_json::from_str(&ended.stdout).unwrap();
    let expected = json!({"displayName": "New", "description": null, "userCheckinSummary": {"failedUserCount": 3}});
    assert_eq!(body, expected);

    // The body makes a stored policy equal to the later state.
    let server = Server::start();
    let client = server.client();
    let (path, _) = client.create(&old.to_string());
    let patched = client.patch(&path, &ended.stdout).expect(200).json();
    assert_eq!((&patched["displayName"], &patched["priority"]), (&json!("New"), &json!(1)));
    assert_eq!(patched["userCheckinSummary"], json!({"failedUserCount": 3, "succeededUserCount": 2}));

    new["@odata.type"] = json!("#microsoft.graph.officeClientConfiguration");
    assert_fails(&diff(&old, &new), "cannot turn");
}

#[test]
fn diff_finds_the_type_of_each_file_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let plain = r#"{"id": "1", "priority": 1}"#;
    let named = r##"{"@odata.type": "#microsoft.graph.windowsOfficeClientConfiguration", "id": "1", "priority": 2}"##;
    write(folder.path(), "plain.json", plain);
    write(folder.path(), "named.json", named);
    let diff =
        |old: &str, new: &str, arguments: &[&str]| run(folder.path(), &[&["diff", old, new], arguments].concat());
    for (old, new) in [("plain.json", "named.json"), ("named.json", "plain.json")] {
        // The type that one file names is not used for the other.
        let ended = diff(old, new, &[]);
        assert_fails(&ended, "cannot turn");
        let explicit = diff(old, new, &["--type", "microsoft.graph.officeClientConfiguration"]);
        assert_eq!((explicit.code, &explicit.stderr), (Some(1), &ended.stderr));

        let same = diff(old, new, &["--type", "windowsOfficeClientConfiguration"]);
        let priority = if new == "named.json" { 2 } else { 1 };
        assert_eq!((same.code, same.stdout), (Some(0), format!("{{\"priority\":{priority}}}\n")), "{}", same.stderr);
    }
    assert_eq!(diff("plain.json", "plain.json", &[]).stdout, "{}\n");
}

#[test]
fn diff_reports_related_entities_that_it_leaves_out() {
    let folder = tempfile::tempdir().unwrap();
    let name = "#microsoft.graph.windowsOfficeClientConfiguration";
    let plain = json!({"@odata.type": name, "id": "1", "priority": 1, "assignments@odata.context": "x"});
    let mut related = plain.clone();
    related["priority"] = json!(2);
    related["assignments"] = json!([{"id": "a"}]);
    let mut empty = plain.clone();
    empty["assignments"] = json!([]);
    for (file, policy) in [("plain.json", &plain), ("related.json", &related), ("empty.json", &empty)] {
        write(folder.path(), file, &policy.to_string());
    }
    let note =
        |file: &str| format!("note: `assignments` in `{file}` is a navigation property and not part of the result\n");
    for (old, new, body, notes) in [
        ("plain.json", "plain.json", "{}\n", String::new()),
        ("plain.json", "related.json", "{\"priority\":2}\n", note("related.json")),
        ("related.json", "plain.json", "{\"priority\":1}\n", note("related.json")),
        ("related.json", "empty.json", "{\"priority\":1}\n", note("related.json") + &note("empty.json")),
    ] {
        let ended = run(folder.path(), &["diff", old, new]);
        assert_eq!((ended.code, ended.stdout.as_str(), ended.stderr), (Some(0), body, notes), "{old} {new}");
    }
    // Without a result there is nothing to note.
    let ended = run(folder.path(), &["diff", "related.json", "missing.json"]);
    assert_fails(&ended, "`missing.json` cannot be read");
}

#[test]
fn diff_reports_what_is_wrong_with_either_file() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "old.json", r#"{"priority": null}"#);
    write(folder.path(), "new.json", r#"{"priority": 1, "colour": 1}"#);
    let ended = run(folder.path(), &["diff", "old.json", "new.json"]);
    assert_eq!((ended.code, ended.stdout.as_str()), (Some(1), ""));
    let lines: Vec<_> = ended.stderr.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ended.stderr);
    assert!(lines[0].starts_with("old.json:1:14: priority: "), "{}", lines[0]);
    assert!(lines[1].starts_with("new.json:1:17: colour: "), "{}", lines[1]);
}

#[test]
fn metadata_prints_what_the_service_returns() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start();
    let client = server.stranger();
    for (arguments, format, version) in [
        (&[][..], "xml", "4.0"),
        (&["--format", "json"], "json", "4.0"),
        (&["--version", "4.01"], "xml", "4.01"),
        (&["--format", "json", "--version", "4.01"], "json", "4.01"),
    ] {
        let ended = run(folder.path(), &[&["metadata"], arguments].concat());
        assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
        let path = format!("/beta/$metadata?$format={format}");
        let answer = client.send("GET", &path, &[("OData-MaxVersion", version)], None).expect(200);
        assert_eq!(answer.header("OData-Version"), version);
        if format == "xml" {
            assert_eq!(ended.stdout.trim_end(), answer.text.trim_end());
            assert!(ended.stdout.contains(&format!(" Version=\"{version}\"")), "{}", ended.stdout);
        } else {
            // Printed for people, with white space.
            assert_eq!(serde_json::from_str::<Value>(&ended.stdout).unwrap(), answer.json());
            assert_eq!(answer.json()["$Version"], version);
        }
    }
}
