//! The service document (OData JSON 4.01 §5).

use odata_core::{codec::Control, json::JsonWriter};

use super::{Responder, control};

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
}
