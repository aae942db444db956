//! One fault gives one error, with the caret in the user's own code.

use std::{fs, io, path::PathBuf};

/// A case with the blessed output of the compiler.
struct Case {
    path: PathBuf,
    /// The number of faults, which the first line says if there are several: `(3 faults)`.
    faults: usize,
    output: String,
}

impl Case {
    fn read(path: PathBuf) -> io::Result<Self> {
        let (source, output) = (fs::read_to_string(&path)?, fs::read_to_string(path.with_extension("stderr"))?);
        let first = source.lines().next().unwrap_or_default();
        let number = first.strip_suffix(" faults)").and_then(|text| text.rsplit_once('(')?.1.parse().ok());
        Ok(Self { path, faults: number.unwrap_or(1), output })
    }

    /// The lines that begin an error, and the places after them.
    fn errors(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.output.lines().zip(self.output.lines().skip(1));
        lines.filter(|(line, _)| line.starts_with("error")).map(|(line, next)| {
            let place = next.trim_start().strip_prefix("--> ");
            (line, place.unwrap_or_default())
        })
    }
}

/// The cases of all families but those that are about several faults of an item, or about users of it.
fn cases() -> io::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for family in fs::read_dir("tests/ui")? {
        let family = family?.path();
        if family.ends_with("pass") || family.ends_with("several") {
            continue;
        }
        for case in fs::read_dir(family)? {
            let case = case?.path();
            if case.extension().is_some_and(|extension| extension == "rs") {
                cases.push(Case::read(case)?);
            }
        }
    }
    Ok(cases)
}

#[test]
fn one_fault_is_one_error() -> io::Result<()> {
    let cases = cases()?;
    assert!(cases.len() > 100, "there are only {} cases", cases.len());
    for Case { path, faults, output } in cases {
        let errors = output.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
        assert_eq!(errors.count(), faults, "{}:\n{output}", path.display());
    }
    Ok(())
}

#[test]
fn the_caret_is_in_the_users_code() -> io::Result<()> {
    for case in cases()? {
        let (path, output) = (case.path.display().to_string(), &case.output);
        assert_eq!(case.errors().count(), case.faults, "{path}:\n{output}");
        for (_, place) in case.errors() {
            assert!(place.starts_with(&path), "{path}:\n{output}");
        }
        assert!(!output.contains("evaluation of constant value failed"), "{path}:\n{output}");
    }
    Ok(())
}

#[test]
fn messages_are_lower_case_without_full_stop() -> io::Result<()> {
    for case in cases()? {
        for (line, _) in case.errors() {
            let message = line.split_once(": ").map_or(line, |(_, message)| message);
            let message = message.strip_prefix("evaluation panicked: ").unwrap_or(message);
            assert!(!message.starts_with(char::is_uppercase), "{}: {message}", case.path.display());
            assert!(!message.ends_with('.'), "{}: {message}", case.path.display());
        }
    }
    Ok(())
}
