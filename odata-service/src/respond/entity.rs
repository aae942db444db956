//! An entity or a singleton (OData Protocol 4.01 §8.3, §11.2.2; OData JSON 4.01 §6).

use http::{HeaderName, Response, StatusCode, header};
use odata_core::{
    Error,
    codec::{Control, WriteOptions, write_structured},
    edm::TypeDescriptor,
    json::JsonWriter,
    uri::Key,
};

use super::{PREFERENCE_APPLIED, Responder, control, empty, set};
use crate::{
    ResponseBody,
    entities::read_stored,
    execute::{Resource, State},
    failure::internal,
    request::{Return, entity_tag},
    store::StoredEntity,
};

const ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");

impl Responder<'_> {
    pub(super) fn entity(
        &self,
        state: State,
        resource: &Resource,
        stored: &StoredEntity,
    ) -> Result<Response<ResponseBody>, Error> {
        let preferred = if state == State::Found { None } else { self.options.preferences.content };
        let mut response = if preferred == Some(Return::Minimal) {
            empty(StatusCode::NO_CONTENT)
        } else {
            let status = if state == State::Created { StatusCode::CREATED } else { StatusCode::OK };
            let mut json = JsonWriter::with_buffer(Vec::with_capacity(stored.json.len() + 256));
            control(&mut json, "{", Control::Context);
            let suffix = if matches!(resource, Resource::Entity(_)) { "/$entity" } else { "" };
            json.string(&self.context(resource.context(), suffix));
            json.byte(b',');
            let url = |_: &Key| self.absolute(&resource.url());
            let json = self.entity_members(resource.declared(), stored, false, url, json)?;
            self.content(status, json.into_bytes())
        };
        set(&mut response, header::ETAG, &entity_tag(stored.version))?;
        if let Some(preferred) = preferred {
            set(&mut response, PREFERENCE_APPLIED, preferred.applied())?;
        }
        if state == State::Created || preferred == Some(Return::Minimal) {
            let url = self.absolute(&resource.url());
            if state == State::Created {
                set(&mut response, header::LOCATION, &url)?;
            }
            set(&mut response, ENTITY_ID, &url)?;
        }
        Ok(response)
    }

    /// Writes the members of an entity and the end of its object. The stored JSON has the form of a response, so it is copied
    /// as it is unless the request asks for another form.
    pub(super) fn entity_members(
        &self,
        declared: &'static TypeDescriptor,
        stored: &StoredEntity,
        is_selected: bool,
        url: impl FnOnce(&Key) -> String,
        mut json: JsonWriter,
    ) -> Result<JsonWriter, Error> {
        control(&mut json, "", Control::Etag);
        json.string(&entity_tag(stored.version));
        let select = self.options.select.as_ref();
        let set = select.and_then(|select| select.set());
        let ieee754_compatible = self.options.ieee754_compatible();
        if (set.is_none() || is_selected) && !ieee754_compatible {
            append_members(&mut json, &stored.json);
            return Ok(json);
        }
        let entity = read_stored(declared, stored)?;
        if select.is_some_and(|select| !select.has_key()) {
            // Without its key a client cannot compute the entity's URL (OData JSON 4.01 §4.5.8).
            control(&mut json, ",", Control::Id);
            json.string(&url(&Key::of(&*entity)));
        }
        let mut options = WriteOptions::new().with_model(self.model).with_ieee754_compatible(ieee754_compatible);
        options.select = set;
        let mut shown = Vec::with_capacity(stored.json.len());
        write_structured(&*entity, &options, &mut shown);
        append_members(&mut json, std::str::from_utf8(&shown).map_err(internal)?);
        Ok(json)
    }
}

/// Appends the members of a JSON object after others, and the end of the object.
fn append_members(json: &mut JsonWriter, object: &str) {
    match object.strip_prefix('{') {
        Some("}") | None => json.byte(b'}'),
        Some(members) => {
            json.byte(b',');
            json.raw(members);
        }
    }
}
