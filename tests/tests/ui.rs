//! What the derives accept and what they refuse, with the compiler's words.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    for family in FAMILIES {
        cases.compile_fail(format!("ui/{family}/*.rs"));
    }
}

/// The families of compile-fail cases.
const FAMILIES: [&str; 11] = [
    "attributes",
    "container",
    "declaration",
    "enumerations",
    "facets",
    "inheritance",
    "keys",
    "names",
    "navigation",
    "several",
    "types",
];
