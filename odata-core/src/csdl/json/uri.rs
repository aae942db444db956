//! URLs of documents that are published in both forms.

use std::borrow::Cow;

/// Where documents are published in XML and in JSON under names that differ in their ends alone.
const PUBLISHED: [&str; 2] = [
    "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/",
    "https://sap.github.io/odata-vocabularies/vocabularies/",
];

/// Returns the URL of the JSON form of a published document, from that of its XML form; any other URL unchanged.
pub(super) fn to_json(uri: &str) -> Cow<'_, str> {
    replaced(uri, ".xml", ".json")
}

/// Returns the URL of the XML form of a published document, from that of its JSON form; any other URL unchanged.
pub(super) fn to_xml(uri: &str) -> Cow<'_, str> {
    replaced(uri, ".json", ".xml")
}

fn replaced<'u>(uri: &'u str, from: &str, to: &str) -> Cow<'u, str> {
    match uri.strip_suffix(from) {
        Some(stem) if PUBLISHED.iter().any(|folder| uri.starts_with(folder)) => Cow::Owned(format!("{stem}{to}")),
        _ => Cow::Borrowed(uri),
    }
}
