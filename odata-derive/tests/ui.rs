//! What the derives accept and what they refuse, with the output of the compiler.

/// The families of compile-fail cases.
const FAMILIES: &[&str] = &[
    "annotations",
    "attributes",
    "container",
    "declaration",
    "definitions",
    "enumerations",
    "facets",
    "inheritance",
    "keys",
    "names",
    "navigation",
    "operations",
    "paths",
    "several",
    "stores",
    "types",
];

#[test]
fn accepted() {
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}

// Apart from what is accepted, so that these are checked only and not built.
#[test]
fn refused() {
    let cases = trybuild::TestCases::new();
    for family in FAMILIES {
        cases.compile_fail(format!("tests/ui/{family}/*.rs"));
    }
}
