//! Reading documents.

mod encodings;
mod faults;
mod laws;
mod limits;
mod values;
mod well_formed;

use crate::{Error, csdl::Document};

/// A document with this content of a schema `n`, which starts on line 2.
fn schema(content: &str) -> String {
    let edmx = r#"<x:Edmx Version="4.01" xmlns:x="http://docs.oasis-open.org/odata/ns/edmx"><x:DataServices>"#;
    let schema = r#"<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm">"#;
    format!("{edmx}{schema}\n{content}</Schema></x:DataServices></x:Edmx>")
}

fn read(text: &str) -> Result<Document, Error> {
    Document::from_xml(text.as_bytes())
}

/// The faults of a document, each as `target: message (line 1, column 2)`.
#[track_caller]
fn faults_of(text: &str) -> Vec<String> {
    let error = read(text).expect_err("a faulty document");
    error.all().map(ToString::to_string).collect()
}

/// The faults of a schema with this content, without `n` before them.
#[track_caller]
fn faults(content: &str) -> Vec<String> {
    faults_of(&schema(content))
}
