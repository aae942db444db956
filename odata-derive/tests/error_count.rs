//! One fault gives one error, with the caret in the user's own code.

use std::{fs, io, path::PathBuf};

/// The blessed output of the compiler for each case that has one fault.
fn cases() -> io::Result<Vec<(PathBuf, String)>> {
    let mut cases = Vec::new();
    for family in fs::read_dir("tests/ui")? {
        let family = family?.path();
        if family.ends_with("pass") || family.ends_with("several") {
            continue;
        }
        for case in fs::read_dir(family)? {
            let case = case?.path();
            if case.extension().is_some_and(|extension| extension == "rs") {
                let output = fs::read_to_string(case.with_extension("stderr"))?;
                cases.push((case, output));
            }
        }
    }
    Ok(cases)
}

#[test]
fn one_fault_is_one_error() -> io::Result<()> {
    let cases = cases()?;
    assert!(cases.len() > 100, "there are only {} cases", cases.len());
    for (case, output) in cases {
        let faults = output.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
        assert_eq!(faults.count(), 1, "{}:\n{output}", case.display());
    }
    Ok(())
}

#[test]
fn the_caret_is_in_the_users_code() -> io::Result<()> {
    for (case, output) in cases()? {
        let place = output.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap_or_default();
        assert!(place.starts_with(&*case.to_string_lossy()), "{}:\n{output}", case.display());
        assert!(!output.contains("evaluation of constant value failed"), "{}:\n{output}", case.display());
    }
    Ok(())
}

#[test]
fn messages_are_lower_case_without_full_stop() -> io::Result<()> {
    for (case, output) in cases()? {
        let first = output.lines().next().unwrap_or_default();
        let message = first.split_once(": ").map_or(first, |(_, message)| message);
        let message = message.strip_prefix("evaluation panicked: ").unwrap_or(message);
        assert!(!message.starts_with(char::is_uppercase), "{}: {message}", case.display());
        assert!(!message.ends_with('.'), "{}: {message}", case.display());
    }
    Ok(())
}
