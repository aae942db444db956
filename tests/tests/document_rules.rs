//! The rules of documents, by the documents in `tests/documents`: each breaks the rule that its name begins with, next to
//! what is just allowed, and has its faults in a file next to it. `ODATA_BLESS=1` writes these files.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use odata_core::{Error, ErrorCode, csdl::Document};
use odata_tests::metadata::reference;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("documents")
}

/// The names of the documents, without endings.
fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    let names = paths.filter(|path| path.extension().is_some_and(|ending| ending == "xml"));
    let mut names: Vec<_> =
        names.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    names
}

/// The rule that a document is about: `n01_..` and `lint_n07_..` are about N1 and N7.
fn rule(name: &str) -> Option<String> {
    let (id, _) = name.trim_start_matches("lint_").split_once('_')?;
    let (letter, digits) = id.split_at_checked(1)?;
    let number: u8 = digits.parse().ok().filter(|_| digits.len() == 2)?;
    Some(format!("{}{number}", letter.to_uppercase()))
}

fn read(name: &str) -> Document {
    let text = fs::read(folder().join(name).with_extension("xml")).expect("it can be read");
    Document::from_xml(&text).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn faults(document: &Document) -> Vec<Error> {
    document.check().err().iter().flat_map(Error::all).cloned().collect()
}

fn text(faults: &[Error]) -> String {
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn each_document_has_the_faults_of_its_rule() {
    let is_blessed = std::env::var_os("ODATA_BLESS").is_some();
    let mut differing = Vec::new();
    for name in names() {
        let document = read(&name);
        let (faults, lints) = (faults(&document), document.lints());
        let found = if name.starts_with("lint_") {
            assert_eq!(text(&faults), "", "{name}: a lint is not a fault");
            lints
        } else {
            faults
        };
        for fault in &found {
            assert_eq!(fault.code(), ErrorCode::INVALID_MODEL, "{name}");
            assert!(fault.location().is_some() && fault.target().is_some(), "{name}: {fault}");
            let rule = rule(&name).unwrap_or_else(|| panic!("{name} has a fault: {fault}"));
            assert!(fault.message().contains(&format!(" ({rule}, ")), "{name}: {fault}");
        }
        let file = folder().join(&name).with_extension("faults");
        if is_blessed && !found.is_empty() {
            fs::write(&file, text(&found)).expect("it can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if text(&found) != expected || (rule(&name).is_some() && found.is_empty()) {
            differing.push(format!("{name}:\n{}instead of\n{expected}", text(&found)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// Rules about Rust and about requests, which no document can break, and those that reading a document checks.
const OF_OTHERS: [&str; 9] = ["A12", "D2", "E6", "O3", "O8", "S1", "S2", "S3", "V13"];

#[test]
fn each_rule_has_a_document() {
    let rules = include_str!("../../RULES.md");
    let ids = rules.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let is_id = |id: &&str| id.len() < 4 && id.starts_with(|first: char| first.is_ascii_uppercase());
    let ids: BTreeSet<_> = ids.filter(is_id).filter(|id| !OF_OTHERS.contains(id)).map(str::to_owned).collect();
    let shown: BTreeSet<_> = names().iter().filter_map(|name| rule(name)).collect();
    assert_eq!(ids.difference(&shown).collect::<Vec<_>>(), [""; 0], "rules without a document");
    assert_eq!(shown.difference(&ids).collect::<Vec<_>>(), [""; 0], "documents without a rule");
}

/// The real faults of Microsoft Graph: types with the names of their properties, entities without keys in a document of
/// version 4.0, abstract types below others, and a path to entities where none are returned.
const GRAPH: [(&str, usize); 4] = [("K10", 6), ("N9", 2), ("O7", 1), ("T4", 2)];

#[test]
fn real_documents_have_the_faults_that_they_have() {
    let rules = |name: &str| {
        let text = fs::read(reference(name)?).expect("it can be read");
        let document = Document::from_xml(&text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let mut rules = std::collections::BTreeMap::new();
        for fault in faults(&document) {
            let (_, rule) = fault.message().rsplit_once('(').expect("the rule is in parentheses");
            *rules.entry(rule.split(',').next().expect("an id").to_owned()).or_insert(0) += 1;
        }
        Some(rules)
    };
    if let Some(found) = rules("graph-beta-sample.csdl.xml") {
        assert_eq!(found.iter().map(|(rule, count)| (&**rule, *count)).collect::<Vec<_>>(), GRAPH);
    }
    let vocabularies = ["Authorization", "Capabilities", "Core", "Measures", "Validation"];
    let vocabularies = vocabularies.map(|name| format!("vocabularies/Org.OData.{name}.V1.xml"));
    for name in vocabularies.iter().map(String::as_str).chain(["graph-office.csdl.xml"]) {
        assert!(rules(name).is_none_or(|found| found.is_empty()), "{name}: {:?}", rules(name));
    }
}
