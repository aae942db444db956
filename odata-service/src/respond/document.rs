//! The service document (OData JSON 4.01 §5).

use odata_core::{codec::Control, json::JsonWriter};

use super::{Responder, control};

impl Responder<'_> {
    pub(super) fn service_document(&self) -> Vec<u8> {
        let mut json = JsonWriter::new();
        control(&mut json, "{", Control::Context);
        json.string(&self.absolute("$metadata"));
        json.raw(",\"value\":[");
        let children = self.model.container().children.iter().filter(|child| child.in_service_document);
        for (position, child) in children.enumerate() {
            json.raw(if position == 0 { "{\"name\":" } else { ",{\"name\":" });
            json.string(child.name);
            json.raw(",\"kind\":");
            json.string(if child.is_entity_set() { "EntitySet" } else { "Singleton" });
            json.raw(",\"url\":");
            json.string(child.name);
            json.raw("}");
        }
        json.raw("]}");
        json.into_bytes()
    }
}
