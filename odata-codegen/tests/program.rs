//! The program, run as others run it.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn shop() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/shop.xml")
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_odata-codegen"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input may have ended.
    let _ = program.stdin.take().expect("it has an input").write_all(input);
    program.wait_with_output().expect("the program ends")
}

/// Runs the program with success and returns what it prints.
fn printed(arguments: &[&str], input: &[u8]) -> String {
    let output = run(arguments, input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is text")
}

/// Runs the program without success and returns its exit code and what it reports.
fn reported(arguments: &[&str], input: &[u8]) -> (Option<i32>, String) {
    let output = run(arguments, input);
    assert!(output.stdout.is_empty(), "nothing is printed");
    (output.status.code(), String::from_utf8(output.stderr).expect("it is text"))
}

#[test]
fn a_vocabulary_is_printed_as_rust_from_a_file_or_the_standard_input() {
    let file = shop();
    let rust = printed(&["vocabulary", file.to_str().expect("it is a path")], b"");
    assert!(rust.contains("pub mod Shop {") && rust.contains("pub struct Fragile;"));
    let bytes = std::fs::read(&file).expect("it can be read");
    assert_eq!(printed(&["vocabulary", "-"], &bytes), rust);
    let facade = printed(&["vocabulary", "-", "--crate-path", "facade::odata"], &bytes);
    assert!(facade.contains("crate = \"facade::odata\"") && !facade.contains("::odata_core"));
}

const OTHER: &str = r#"{
  "$Version": "4.01",
  "com.example.v1": {
    "$Alias": "Example",
    "Sold": { "$Kind": "Term", "$Type": "shop.vocabulary.v1.Channel" }
  }
}
"#;

#[test]
fn types_of_other_vocabularies_are_found_by_modules_and_references() {
    let (code, faults) = reported(&["vocabulary", "-"], OTHER.as_bytes());
    let fault = "type `shop.vocabulary.v1.Channel` belongs to another vocabulary, whose Rust module is not known";
    assert!(
        code == Some(1) && faults.starts_with("standard input:5:") && faults.trim_end().ends_with(fault),
        "{faults}"
    );
    let module = ["vocabulary", "-", "--module", "shop.vocabulary.v1=crate::words::shop"];
    let one = printed(&module, OTHER.as_bytes());
    assert!(one.contains("use crate::words::shop;") && one.contains("value = shop::Channel"));
    let file = shop();
    let reference = [&module[..], &["--reference", file.to_str().expect("it is a path")]].concat();
    assert!(printed(&reference, OTHER.as_bytes()).contains("value = Flags<shop::Channel>"));
}

#[test]
fn what_cannot_be_read_is_reported() {
    let (code, message) = reported(&["vocabulary", "no/such/file.xml"], b"");
    assert!(code == Some(2) && message.starts_with("error: no/such/file.xml: "), "{message}");
    let (code, message) = reported(&["vocabulary", "-"], b"<a>\n  <b>\n</a>");
    assert!(code == Some(1) && message.starts_with("standard input:"), "{message}");
    let (code, message) = reported(&["vocabulary", "-", "--module", "a"], b"");
    assert!(code == Some(2) && message.contains("it has no `=`"), "{message}");
}
