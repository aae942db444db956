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

/// The lines and columns of all errors of an output, in order.
fn places(output: &str) -> Vec<(usize, usize)> {
    let arrows = output.lines().filter_map(|line| line.trim_start().strip_prefix("--> tests/ui/"));
    let numbers = arrows.filter_map(|place| {
        let mut numbers = place.rsplit(':').filter_map(|number| number.parse().ok());
        let column = numbers.next()?;
        Some((numbers.next()?, column))
    });
    numbers.collect()
}

/// A case may have several faults of one rule. Then each error has a place of its own, and none is at a derive, where
/// what follows from another error would be.
#[test]
fn one_fault_is_one_error() -> io::Result<()> {
    let cases = cases()?;
    assert!(cases.len() > 100, "there are only {} cases", cases.len());
    for (case, output) in cases {
        assert!(!output.lines().any(|line| line.starts_with("warning")), "{}:\n{output}", case.display());
        let blocks: Vec<_> = output.split("\n\n").filter(|block| block.starts_with("error")).collect();
        let errors = output.lines().filter(|line| line.starts_with("error")).count();
        if errors == 1 {
            continue;
        }
        let source = fs::read_to_string(&case)?;
        let lines: Vec<_> = source.lines().collect();
        let mut first: Vec<_> = blocks.iter().filter_map(|block| places(block).first().copied()).collect();
        assert_eq!(first.len(), errors, "{}:\n{output}", case.display());
        for (line, _) in &first {
            let text = lines.get(line - 1).copied().unwrap_or_default();
            assert!(!text.trim_start().starts_with("#[derive"), "{}:\n{output}", case.display());
        }
        first.sort_unstable();
        first.dedup();
        assert_eq!(first.len(), errors, "{}:\n{output}", case.display());
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
