//! Vocabularies as Rust.

use super::{folder, run};

const SHOP: &str = include_str!("../../examples/shop.xml");

/// A term with a type of another vocabulary.
const OTHER: &str = r#"{
  "$Version": "4.01",
  "com.example.v1": {
    "$Alias": "Example",
    "Sold": {"$Kind": "Term", "$Type": "shop.vocabulary.v1.Channel"}
  }
}
"#;

#[test]
fn a_vocabulary_is_printed() {
    let folder = folder(&[("shop.xml", SHOP)]);
    let ended = run(folder.path(), &["vocabulary", "shop.xml"], "");
    assert_eq!((ended.code, &*ended.stderr), (Some(0), ""));
    assert!(ended.stdout.contains("pub mod Shop {") && ended.stdout.contains("pub struct Fragile;"));
    assert_eq!(run(folder.path(), &["vocabulary", "-"], SHOP).stdout, ended.stdout);
    let facade = run(folder.path(), &["vocabulary", "shop.xml", "--crate-path", "facade::odata"], "").stdout;
    assert!(facade.contains("crate = \"facade::odata\"") && !facade.contains("::odata_core"));
}

#[test]
fn types_of_other_vocabularies_are_found_by_modules_and_references() {
    let folder = folder(&[("shop.xml", SHOP), ("other.json", OTHER)]);
    let ended = run(folder.path(), &["vocabulary", "other.json"], "");
    assert_eq!((ended.code, &*ended.stdout), (Some(2), ""));
    let lines: Vec<_> = ended.stderr.lines().collect();
    assert_eq!(lines[0], "error: `other.json` has no form in Rust:");
    let fault = "type `shop.vocabulary.v1.Channel` belongs to another vocabulary, whose Rust module is not known";
    assert!(lines[1].starts_with("other.json:5:") && lines[1].ends_with(fault), "{}", lines[1]);

    let module = ["vocabulary", "other.json", "--module", "shop.vocabulary.v1=crate::words::shop"];
    let rust = run(folder.path(), &module, "").stdout;
    assert!(rust.contains("use crate::words::shop;") && rust.contains("value = shop::Channel"), "{rust}");
    let reference = [&module[..], &["--reference", "shop.xml"]].concat();
    let rust = run(folder.path(), &reference, "").stdout;
    assert!(rust.contains("value = Flags<shop::Channel>"), "{rust}");
}

#[test]
fn wrong_arguments_are_reported() {
    let folder = folder(&[("shop.xml", SHOP)]);
    for (module, message) in [("a", "it has no `=`"), ("a=b-c", "`b-c` is not a Rust path")] {
        let ended = run(folder.path(), &["vocabulary", "shop.xml", "--module", module], "");
        assert_eq!((ended.code, &*ended.stdout), (Some(2), ""));
        assert!(ended.stderr.contains(message), "{}", ended.stderr);
    }
}
