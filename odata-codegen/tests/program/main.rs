//! The program, with files and standard input.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

const OLD: &str = r#"<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
  <edmx:DataServices>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="fleet">
      <EntityType Name="vehicle">
        <Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.Int32" Nullable="false"/>
        <Property Name="seats" Type="Edm.Int32"/>
      </EntityType>
      <EntityContainer Name="Fleet">
        <EntitySet Name="vehicles" EntityType="fleet.vehicle"/>
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"#;

/// The same document as JSON.
const JSON: &str = r#"{
  "$Version": "4.0",
  "$EntityContainer": "fleet.Fleet",
  "fleet": {
    "vehicle": {
      "$Kind": "EntityType",
      "$Key": ["id"],
      "id": {"$Type": "Edm.Int32"},
      "seats": {"$Type": "Edm.Int32", "$Nullable": true}
    },
    "Fleet": {"$Kind": "EntityContainer", "vehicles": {"$Collection": true, "$Type": "fleet.vehicle"}}
  }
}"#;

/// The result of a run: exit code, standard output, standard error.
struct Ended {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn run(folder: &Path, arguments: &[&str], input: &str) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_odata-codegen"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ended { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

#[test]
fn differences_are_printed_where_they_are() {
    let safe =
        OLD.replace(r#""Edm.Int32"/>"#, "\"Edm.Int32\"/>\n        <Property Name=\"colour\" Type=\"Edm.String\"/>");
    let breaking = OLD.replace("seats", "doors");
    let folder = folder(&[("old.xml", OLD), ("old.json", JSON), ("safe.xml", &safe), ("breaking.xml", &breaking)]);
    for same in ["old.xml", "old.json"] {
        let ended = run(folder.path(), &["diff", "old.xml", same], "");
        assert_eq!((ended.code, &*ended.stdout, &*ended.stderr), (Some(0), "", ""));
    }
    let ended = run(folder.path(), &["diff", "old.json", "safe.xml"], "");
    assert_eq!(
        (ended.code, &*ended.stdout),
        (Some(0), "safe.xml:8:9: fleet.vehicle/colour: new\n"),
        "{}",
        ended.stderr
    );
    let ended = run(folder.path(), &["diff", "-", "breaking.xml"], OLD);
    let expected = "breaking.xml:7:9: fleet.vehicle/doors: new\n\
                    -:7:9: fleet.vehicle/seats: removed; breaks clients\n";
    assert_eq!((ended.code, &*ended.stdout), (Some(1), expected), "{}", ended.stderr);
}

#[test]
fn files_that_cannot_be_compared_are_named() {
    let folder = folder(&[("old.xml", OLD), ("broken.xml", &OLD.replace("PropertyRef", "Propertyref"))]);
    let ended = run(folder.path(), &["diff", "old.xml", "none.xml"], "");
    assert_eq!((ended.code, &*ended.stdout), (Some(2), ""));
    assert!(ended.stderr.starts_with("error: `none.xml` cannot be read: "), "{}", ended.stderr);
    for arguments in [&["diff", "old.xml", "broken.xml"][..], &["diagram", "broken.xml"]] {
        let ended = run(folder.path(), arguments, "");
        assert_eq!((ended.code, &*ended.stdout), (Some(2), ""));
        let lines: Vec<_> = ended.stderr.lines().collect();
        assert_eq!(lines[0], "error: `broken.xml` is not a CSDL document:");
        assert!(lines[1].starts_with("broken.xml:5:"), "{}", ended.stderr);
    }
    assert_eq!(run(folder.path(), &["diff", "old.xml"], "").code, Some(2));
}

#[test]
fn all_faults_of_a_document_are_printed() {
    let folder = folder(&[("good.xml", OLD), ("good.json", JSON)]);
    for good in ["good.xml", "good.json"] {
        let ended = run(folder.path(), &["check", good], "");
        let expected = format!("{good}: a valid document of version 4.0\n");
        assert_eq!((ended.code, &*ended.stdout), (Some(0), &*expected), "{}", ended.stderr);
    }
    // Faults of the text, and then those of the rules.
    let unreadable = OLD.replace("PropertyRef", "Propertyref").replace("EntitySet Name", "Entityset Name");
    let ended = run(folder.path(), &["check", "-"], &unreadable);
    let lines: Vec<_> = ended.stdout.lines().collect();
    assert_eq!(ended.code, Some(1));
    assert!(lines.iter().any(|line| line.starts_with("-:5:")), "{}", ended.stdout);
    assert!(lines.iter().any(|line| line.starts_with("-:10:")), "{}", ended.stdout);

    let wrong = OLD.replace(r#"Name="seats" Type="Edm.Int32""#, r#"Name="seats" Type="fleet.none""#);
    let wrong = wrong.replace(r#"Nullable="false""#, "");
    let ended = run(folder.path(), &["check", "-"], &wrong);
    let lines: Vec<_> = ended.stdout.lines().collect();
    assert_eq!(ended.code, Some(1));
    assert!(
        lines.iter().any(|line| line.starts_with("-:7:") && line.contains("fleet.vehicle/seats")),
        "{}",
        ended.stdout
    );
    assert!(lines.iter().any(|line| line.contains("fleet.vehicle") && line.contains("id")), "{}", ended.stdout);
    assert_eq!(lines.len(), 2, "{}", ended.stdout);

    let ended = run(folder.path(), &["check", "none.xml"], "");
    assert_eq!((ended.code, &*ended.stdout), (Some(2), ""));
}

#[test]
fn a_document_is_drawn() {
    let folder = folder(&[]);
    let drawn: Vec<_> = [OLD, JSON].iter().map(|text| run(folder.path(), &["diagram", "-"], text)).collect();
    assert_eq!(drawn[0].stdout, drawn[1].stdout);
    assert_eq!(drawn[0].code, Some(0));
    assert!(
        drawn[0].stdout.starts_with("classDiagram\n    class vehicle {\n        <<entity>>\n"),
        "{}",
        drawn[0].stdout
    );
}
