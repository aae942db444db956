//! `$metadata` in each of its forms and versions (OData Protocol 4.01 §11.1.2).

use std::sync::OnceLock;

use bytes::Bytes;
use http::HeaderValue;
use odata_core::{
    Model,
    csdl::{self, Version},
};
use uuid::Uuid;

/// The form of a CSDL document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Xml,
    Json,
}

/// The documents of one model. Each is made when it is asked for first, and is the same from then on.
#[derive(Debug, Default)]
pub(crate) struct Metadata {
    documents: [OnceLock<Document>; 4],
}

/// One document, ready to be sent. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) version: Version,
    pub(crate) text: Bytes,
    /// The header `ETag`: a digest of the text, and strong because all responses have the same text.
    pub(crate) etag: HeaderValue,
}

impl Metadata {
    /// Returns the document in a form and version.
    ///
    /// A client of OData 4.0 that asks for JSON gets it, with 4.0 as its version: CSDL JSON has that version too (OData CSDL
    /// JSON 4.01 §4.1), though it is younger than OData 4.0.
    pub(crate) fn get(&self, model: &Model, form: Form, version: Version) -> &Document {
        let row = match (form, version) {
            (Form::Xml, Version::V4_0) => 0,
            (Form::Xml, Version::V4_01) => 1,
            (Form::Json, Version::V4_0) => 2,
            (Form::Json, Version::V4_01) => 3,
        };
        self.documents[row].get_or_init(|| Document::new(version, text(model, form, version)))
    }
}

impl Document {
    fn new(version: Version, text: String) -> Self {
        let digest = Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).simple();
        // A digest has no character that a header cannot have.
        let etag = HeaderValue::from_str(&format!("\"{digest}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        Self { version, text: text.into(), etag }
    }

    /// Returns the opaque tag of `ETag`, without quotes.
    pub(crate) fn tag(&self) -> &str {
        self.etag.to_str().unwrap_or_default().trim_matches('"')
    }
}

fn text(model: &Model, form: Form, version: Version) -> String {
    let document = csdl::Document::of(model, version);
    match form {
        Form::Xml => document.to_xml(),
        Form::Json => document.to_json(),
    }
}

#[cfg(test)]
mod tests {
    use odata_core::{ODataContainer, ODataEntity};

    use super::*;

    #[derive(ODataEntity, Clone)]
    #[odata(type = "music.song")]
    struct Song {
        #[odata(key)]
        number: i32,
    }

    #[derive(ODataContainer)]
    #[odata(type = "music.Container")]
    struct Music {
        #[odata(entity_set)]
        songs: Vec<Song>,
    }

    const FORMS: [Form; 2] = [Form::Xml, Form::Json];
    const VERSIONS: [Version; 2] = [Version::V4_0, Version::V4_01];

    #[test]
    fn each_document_is_made_once_and_has_a_tag_of_its_own() {
        let (model, metadata) = (Model::of::<Music>().unwrap(), Metadata::default());
        let mut tags = std::collections::HashSet::new();
        for (form, version) in FORMS.into_iter().flat_map(|form| VERSIONS.map(|version| (form, version))) {
            let first = metadata.get(&model, form, version).clone();
            let again = metadata.get(&model, form, version).clone();
            assert_eq!(first.text.as_ptr(), again.text.as_ptr(), "the bytes are shared");
            assert_eq!(first.etag, again.etag);
            assert_eq!(first.etag.to_str().unwrap(), format!("\"{}\"", first.tag()));
            assert_eq!(first.version, version);
            tags.insert(first.tag().to_owned());
            // Another instance of the same service has the same tag.
            assert_eq!(Metadata::default().get(&model, form, version).etag, first.etag);
        }
        assert_eq!(tags.len(), 4);
    }
}
