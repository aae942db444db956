//! A database of another version of the program.

use std::{fs, path::Path};

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::{
    client::POLICIES,
    program::{Ended, Server, run},
};

/// Creates a folder with a database of two policies, one of which has an assignment.
fn filled() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start_in(folder.path(), &[]);
    let client = server.client();
    let (path, _) = client.create(r#"{"priority": 1, "displayName": "One"}"#);
    client.post(&format!("{path}/assignments"), "{}").expect(201);
    let windows = r##"{"@odata.type": "#microsoft.graph.windowsOfficeClientConfiguration", "priority": 2}"##;
    client.create(windows);
    server.signal("TERM");
    server.wait();
    folder
}

fn database(folder: &Path) -> Connection {
    Connection::open(folder.join("office-config.db")).unwrap()
}

/// Returns the model that the database has recorded.
fn recorded(folder: &Path) -> Value {
    let recorded: String = database(folder).query_row("SELECT json FROM model", [], |row| row.get(0)).unwrap();
    serde_json::from_str(&recorded).unwrap()
}

/// Turns the database into one of a version with another model: `change` is applied to the recorded model, and `sql` to
/// the entities.
fn change_model(folder: &Path, change: impl FnOnce(&mut Value), sql: &str) {
    let mut model = recorded(folder);
    change(&mut model);
    let database = database(folder);
    database.execute("UPDATE model SET json = ?1", [model.to_string()]).unwrap();
    database.execute_batch(sql).unwrap();
}

/// Turns the database into one of a version whose policies had a colour, and with one more type of policies.
fn make_other_version(folder: &Path) {
    change_model(
        folder,
        |model| {
            let schema = &mut model["microsoft.graph"];
            schema["officeClientConfiguration"]["colour"] = json!({"$Nullable": true});
            schema["macOfficeClientConfiguration"] = schema["windowsOfficeClientConfiguration"].clone();
        },
        r#"UPDATE entity SET json = replace(json, '"priority"', '"colour":"red","priority"');
           UPDATE entity SET type_name = replace(type_name, 'windows', 'mac'), json = replace(json, '#microsoft.graph.windows', '#microsoft.graph.mac')
           WHERE type_name = 'microsoft.graph.windowsOfficeClientConfiguration';"#,
    );
}

/// Returns everything in the database.
fn content(folder: &Path) -> Vec<String> {
    let database = database(folder);
    let mut statement = database
        .prepare(
            "SELECT json || version FROM entity UNION ALL SELECT json FROM model UNION ALL SELECT value FROM counter",
        )
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(|row: rusqlite::Result<rusqlite::types::Value>| format!("{:?}", row.unwrap())).collect()
}

const REMOVED: [&str; 2] = [
    "microsoft.graph.macOfficeClientConfiguration: removed; its entities and all that they contain are lost",
    "microsoft.graph.officeClientConfiguration/colour: removed; its values are lost",
];

#[track_caller]
fn assert_ended(ended: &Ended, code: i32, stdout: &[&str]) {
    assert_eq!(
        (ended.code, ended.stdout.lines().collect::<Vec<_>>()),
        (Some(code), stdout.to_vec()),
        "{}",
        ended.stderr
    );
}

#[test]
fn what_would_be_lost_is_listed_and_kept() {
    let folder = filled();
    make_other_version(folder.path());
    let before = content(folder.path());
    for arguments in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"]] {
        let ended = run(folder.path(), arguments);
        assert_ended(&ended, 1, &[]);
        let lines: Vec<_> = ended.stderr.lines().map(str::trim_start).collect();
        assert!(lines[0].starts_with("error: the model has changed"), "{}", ended.stderr);
        assert_eq!(lines[1..3], REMOVED);
        assert!(lines[3].contains("--dry-run") && lines[3].contains("--allow-data-loss"), "{}", ended.stderr);
        assert_eq!(lines.len(), 4);
        assert_eq!(content(folder.path()), before);
    }
}

#[test]
fn a_dry_run_counts_and_changes_nothing() {
    let folder = filled();
    let same = "sqlite:office-config.db has the model of this version";
    assert_ended(&run(folder.path(), &["migrate", "--dry-run"]), 0, &[same]);
    make_other_version(folder.path());
    let before = content(folder.path());
    let [removed_type, removed_property] = REMOVED;
    let found = [
        removed_type,
        removed_property,
        "microsoft.graph.macOfficeClientConfiguration: `microsoft.graph.macOfficeClientConfiguration` is not a type of the model",
        "microsoft.graph.officeClientConfiguration/colour: `colour` is not a property of",
        "entities that would be rewritten: 1; deleted: 1",
    ];
    for (arguments, code) in [(&["--dry-run"][..], 1), (&["--dry-run", "--allow-data-loss"], 0)] {
        let ended = run(folder.path(), &[&["migrate"], arguments].concat());
        assert_eq!(ended.code, Some(code), "{}", ended.stderr);
        let mut lines: Vec<_> = ended.stdout.lines().collect();
        lines.sort_unstable();
        let mut expected = found.to_vec();
        expected.sort_unstable();
        assert_eq!(lines.len(), expected.len(), "{}", ended.stdout);
        assert!(lines.iter().zip(expected).all(|(line, expected)| line.starts_with(expected)), "{}", ended.stdout);
        assert_eq!(content(folder.path()), before);
    }
}

#[test]
fn data_loss_that_is_allowed_is_reported() {
    for arguments in [&["migrate", "--allow-data-loss"][..], &["serve"]] {
        let folder = filled();
        make_other_version(folder.path());
        if arguments[0] == "migrate" {
            let ended = run(folder.path(), arguments);
            assert_eq!(ended.code, Some(0), "{}", ended.stderr);
            assert!(ended.stdout.ends_with("\nentities that were rewritten: 1; deleted: 1\n"), "{}", ended.stdout);
            let again = run(folder.path(), &["migrate"]);
            assert_ended(&again, 0, &["sqlite:office-config.db has the model of this version"]);
        }
        let server = Server::start_in(folder.path(), &["--allow-data-loss"]);
        if arguments[0] == "serve" {
            assert_eq!(server.stderr(), "note: the model has changed; entities that were rewritten: 1; deleted: 1\n");
        } else {
            assert_eq!(server.stderr(), "");
        }
        let policies = server.client().get(POLICIES).expect(200).json();
        let policies = policies["value"].as_array().unwrap();
        assert_eq!(policies.len(), 1);
        assert_eq!((&policies[0]["displayName"], policies[0].get("colour")), (&json!("One"), None));
    }
}

#[test]
fn of_several_at_once_one_migrates() {
    let folder = filled();
    make_other_version(folder.path());
    let ended: Vec<_> = std::thread::scope(|scope| {
        let migrate = || run(folder.path(), &["migrate", "--allow-data-loss"]);
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(migrate)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    assert!(ended.iter().all(|ended| ended.code == Some(0)), "{ended:?}");
    let migrated = ended.iter().filter(|ended| ended.stdout.ends_with("rewritten: 1; deleted: 1\n")).count();
    assert_eq!(migrated, 1, "{ended:?}");
}

#[test]
fn additions_need_no_permission() {
    let folder = filled();
    let remove_description = |model: &mut Value| {
        let policy = &mut model["microsoft.graph"]["officeClientConfiguration"];
        policy.as_object_mut().unwrap().remove("description").unwrap();
    };
    change_model(
        folder.path(),
        remove_description,
        r#"UPDATE entity SET json = replace(json, '"description":null,', '')"#,
    );
    let server = Server::start_in(folder.path(), &[]);
    let policies = server.client().get(POLICIES).expect(200).json();
    for policy in policies["value"].as_array().unwrap() {
        assert_eq!(policy["description"], Value::Null);
        assert!(policy.as_object().unwrap().contains_key("description"));
    }
    assert_eq!(server.stderr(), "");
}

/// What a program recorded before models were recorded as CSDL documents.
const FIRST_FORM: &str = include_str!("recorded/office.v1.json");

#[test]
fn a_model_that_was_recorded_in_the_first_form_is_the_same() {
    let folder = filled();
    let current: Value = recorded(folder.path());
    change_model(folder.path(), |model| *model = serde_json::from_str(FIRST_FORM).unwrap(), "");
    let same = "sqlite:office-config.db has the model of this version";
    assert_ended(&run(folder.path(), &["migrate"]), 0, &[same]);
    assert_eq!(recorded(folder.path()), current);
}

#[test]
fn what_the_first_form_had_is_compared() {
    let folder = filled();
    let with_colour = |model: &mut Value| {
        *model = serde_json::from_str(FIRST_FORM).unwrap();
        let policy = &mut model["types"]["microsoft.graph.officeClientConfiguration"]["properties"];
        policy["colour"] = json!({"type": "Edm.String", "nullable": true});
    };
    change_model(folder.path(), with_colour, "");
    let ended = run(folder.path(), &["migrate"]);
    assert_ended(&ended, 1, &[]);
    assert_eq!(ended.stderr.lines().map(str::trim_start).nth(1), Some(REMOVED[1]));
}

#[test]
fn there_must_be_a_database() {
    let folder = tempfile::tempdir().unwrap();
    for (database, reason) in
        [("sqlite:none.db", "there is no database sqlite:none.db"), ("sqlite::memory:", "always new")]
    {
        let ended = run(folder.path(), &["migrate", "--database", database]);
        assert_ended(&ended, 1, &[]);
        assert!(ended.stderr.contains(reason), "{}", ended.stderr);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
}
