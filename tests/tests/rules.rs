//! `RULES.md` lists each rule that test cases and comments name, and says truly who reports it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A row of a table.
struct Row {
    id: String,
    rule: String,
    enforcers: BTreeSet<String>,
    /// Cases, as patterns below `odata-derive/tests/ui`, and files with other tests.
    cases: Vec<String>,
}

/// A compile-fail case: the path below `odata-derive/tests/ui` without its ending, and who reports what is wrong with it.
struct Case {
    name: String,
    enforcers: BTreeSet<String>,
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found
}

/// Whether a word is the name of a rule: a letter and one digit or two.
fn is_id(word: &str) -> bool {
    let digits = word.strip_prefix(|first: char| first.is_ascii_uppercase()).unwrap_or_default();
    matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The texts in backticks, with commas between them.
fn quoted(cell: &str) -> Vec<String> {
    let parts = cell.split(", ").map(|part| part.strip_prefix('`').and_then(|part| part.strip_suffix('`')));
    parts.map(|part| part.unwrap_or_else(|| panic!("`{cell}` is not a list of cases")).to_owned()).collect()
}

fn rows() -> Vec<Row> {
    let text = read(&workspace().join("RULES.md"));
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<_> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
        is_id(cells[0]).then(|| {
            let [id, rule, _, enforcers, cases] = cells[..] else { panic!("`{line}` has not five cells") };
            let enforcers = enforcers.split(", ").map(str::to_owned).collect();
            Row { id: id.to_owned(), rule: rule.to_owned(), enforcers, cases: quoted(cases) }
        })
    });
    rows.collect()
}

fn cases() -> Vec<Case> {
    let ui = workspace().join("odata-derive/tests/ui");
    let cases = files(&ui, "stderr").into_iter().map(|path| {
        let enforcers = read(&path).lines().filter_map(enforcer).map(str::to_owned).collect();
        let name = path.with_extension("");
        let name = name.strip_prefix(&ui).expect("the case is in the folder");
        let parts: Vec<_> = name.iter().map(|part| part.to_str().expect("names are plain")).collect();
        Case { name: parts.join("/"), enforcers }
    });
    cases.collect()
}

/// Who reports the error that begins on this line. Only the macro's own errors have no code; the others with the words of this
/// framework are constants that fail and traits that are missing.
fn enforcer(line: &str) -> Option<&'static str> {
    let error = line.strip_prefix("error")?;
    Some(match error.split(':').next()? {
        "" => "macro",
        "[E0080]" | "[E0277]" => "compiler",
        _ => "rustc",
    })
}

impl Case {
    /// The rule that the file is named after.
    fn id(&self) -> Option<String> {
        let (prefix, _) = self.name.rsplit('/').next()?.split_once('_')?;
        let (letter, digits) = prefix.split_at_checked(1)?;
        let letter = letter.strip_prefix(|first: char| first.is_ascii_lowercase()).map(|_| letter.to_uppercase())?;
        // `k03` is K3.
        let number: u8 = digits.parse().ok().filter(|_| digits.len() == 2)?;
        Some(format!("{letter}{number}"))
    }

    fn matches(&self, pattern: &str) -> bool {
        match pattern.strip_suffix('*') {
            Some(start) => self.name.starts_with(start),
            None => self.name == pattern,
        }
    }
}

#[test]
fn each_rule_has_one_row() {
    let rows = rows();
    let mut seen = BTreeMap::new();
    for row in &rows {
        assert_eq!(seen.insert(&row.id, &row.rule), None, "{} has two rows", row.id);
        assert!(row.rule.ends_with('.'), "{}: `{}` is not a sentence", row.id, row.rule);
        for enforcer in &row.enforcers {
            let known = ["macro", "compiler", "rustc", "model", "lint", "service"].contains(&enforcer.as_str());
            assert!(known, "{}: `{enforcer}` enforces no rule", row.id);
        }
    }
    assert!(!rows.is_empty());
}

#[test]
fn each_case_has_a_row() {
    let (rows, cases) = (rows(), cases());
    let named: Vec<_> = cases.iter().filter_map(|case| Some((case, case.id()?))).collect();
    assert!(!named.is_empty());
    for (case, id) in named {
        let row = rows.iter().find(|row| row.id == id);
        let row = row.unwrap_or_else(|| panic!("{id}, which `{}` is about, has no row", case.name));
        let listed = row.cases.iter().any(|pattern| case.matches(pattern));
        assert!(listed, "the row of {id} does not list `{}`", case.name);
    }
}

#[test]
fn each_listed_case_exists() {
    let cases = cases();
    for row in rows() {
        for pattern in &row.cases {
            let exists = cases.iter().any(|case| case.matches(pattern)) || workspace().join(pattern).is_file();
            assert!(exists, "{}: there is no `{pattern}`", row.id);
        }
    }
}

#[test]
fn cases_show_who_reports_a_broken_rule() {
    let cases = cases();
    for row in rows() {
        let shown = cases.iter().filter(|case| row.cases.iter().any(|pattern| case.matches(pattern)));
        let shown: BTreeSet<_> = shown.flat_map(|case| case.enforcers.iter().cloned()).collect();
        // A model is not known before the program runs, so tests of another kind show its faults.
        let (running, compiling): (BTreeSet<_>, BTreeSet<_>) =
            row.enforcers.into_iter().partition(|enforcer| ["model", "lint", "service"].contains(&enforcer.as_str()));
        assert_eq!(shown, compiling, "{}: what the cases show, and what the row says", row.id);
        let tested = row.cases.iter().any(|case| workspace().join(case).is_file());
        assert_eq!(tested, !running.is_empty(), "{}: rules about models have tests next to the cases", row.id);
    }
}

#[test]
fn each_rule_that_a_comment_names_has_a_row() {
    let ids: BTreeSet<_> = rows().into_iter().map(|row| row.id).collect();
    let mut named = BTreeSet::new();
    for path in ["odata-derive/src", "odata-core/src"].iter().flat_map(|path| files(&workspace().join(path), "rs")) {
        for line in read(&path).lines().map(str::trim_start).filter(|line| line.starts_with("//")) {
            let words = line.split(|character: char| !character.is_alphanumeric() && character != '_');
            for id in words.filter(|word| is_id(word)) {
                assert!(ids.contains(id), "{}: {id} has no row: `{line}`", path.display());
                named.insert(id.to_owned());
            }
        }
    }
    assert!(!named.is_empty());
}
