//! The service document (OData JSON 4.01 §5) and `$metadata` (OData Protocol 4.01 §11.1.2).

use http::{HeaderValue, Response, StatusCode, header};
use odata_core::{codec::Control, json::JsonWriter};

use super::{ODATA_VERSION, Responder, control, empty};
use crate::{ResponseBody, metadata::Document, request::Validation};

/// The headers of a request that choose the document: a cache keeps one response for each of their values.
const VARY: HeaderValue = HeaderValue::from_static("Accept, OData-MaxVersion");

impl Responder<'_> {
    pub(super) fn service_document(&self) -> Vec<u8> {
        let mut json = JsonWriter::new();
        control(&mut json, "{", Control::Context);
        json.string(&self.absolute("$metadata"));
        json.raw(",\"value\":[");
        let container = self.model.container();
        let children = container.children.iter().filter(|child| child.in_service_document);
        let children =
            children.map(|child| (child.name, if child.is_entity_set() { "EntitySet" } else { "Singleton" }));
        let imports = container.imports.iter().filter(|import| import.in_service_document);
        let all = children.chain(imports.map(|import| (import.name, "FunctionImport")));
        for (position, (name, kind)) in all.enumerate() {
            json.raw(if position == 0 { "{\"name\":" } else { ",{\"name\":" });
            json.string(name);
            json.raw(",\"kind\":");
            json.string(kind);
            json.raw(",\"url\":");
            json.string(name);
            json.raw("}");
        }
        json.raw("]}");
        json.into_bytes()
    }

    pub(super) fn metadata(&self, document: Document, validation: Validation) -> Response<ResponseBody> {
        let mut response = match validation {
            Validation::Modified => self.content(StatusCode::OK, document.text),
            Validation::NotModified => empty(StatusCode::NOT_MODIFIED),
        };
        let headers = response.headers_mut();
        headers.insert(ODATA_VERSION, HeaderValue::from_static(document.version.as_str()));
        headers.insert(header::ETAG, document.etag);
        headers.insert(header::VARY, VARY);
        response
    }
}
