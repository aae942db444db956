//! The last stage: the outcome as a response (OData Protocol 4.01 §8.3, §9; OData JSON 4.01).

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use odata_core::{
    Error,
    codec::{Control, ODataVersion, WriteOptions, write_structured},
    edm::{Model, TypeDescriptor},
    json::JsonWriter,
};

use crate::{
    ResponseBody,
    execute::{Outcome, Place, State, read_stored},
    failure::{Failure, internal},
    key::Key,
    negotiate::{Negotiated, Return, entity_tag},
    query_options::next_query,
    route::Collection,
    skip_token,
    store::{Page, StoredEntity},
};

/// What the responses of a request have in common.
pub(crate) struct Responder<'a> {
    pub(crate) model: &'a Model,
    /// `$metadata`, which is the same for all requests.
    pub(crate) metadata: &'a Bytes,
    /// The absolute URL of the service root, with a slash at its end.
    pub(crate) root: String,
    pub(crate) query: &'a str,
    pub(crate) negotiated: &'a Negotiated,
    pub(crate) page_size: u64,
}

/// The response to a request that failed.
pub(crate) fn failure(failure: Failure) -> Response<ResponseBody> {
    let mut body = Vec::new();
    failure.error.write_json(&mut body);
    let mut response = Response::new(ResponseBody::new(body));
    *response.status_mut() = failure.status();
    response.headers_mut().extend(failure.headers);
    if response.status() == StatusCode::UNAUTHORIZED {
        // 401 always has a challenge (RFC 9110 §15.5.2), also where a hook has refused.
        response.headers_mut().entry(header::WWW_AUTHENTICATE).or_insert(HeaderValue::from_static("Bearer"));
    }
    let media_type = HeaderValue::from_static("application/json;odata.metadata=minimal");
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    // Messages are for people, and in English whatever the request's `Accept-Language` says.
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static("en"));
    response
}

impl Responder<'_> {
    pub(crate) fn respond(&self, outcome: Outcome) -> Result<Response<ResponseBody>, Error> {
        match outcome {
            Outcome::ServiceDocument => Ok(self.content(StatusCode::OK, self.service_document())),
            Outcome::Metadata => Ok(self.content(StatusCode::OK, self.metadata.clone())),
            Outcome::NoContent => Ok(empty(StatusCode::NO_CONTENT)),
            Outcome::NotModified { version } => {
                let mut response = empty(StatusCode::NOT_MODIFIED);
                set(&mut response, header::ETAG, &entity_tag(version))?;
                Ok(response)
            }
            Outcome::Entity { state, place, stored } => self.entity(state, &place, &stored),
            Outcome::List { collection, page, next } => self.list(&collection, &page, next),
        }
    }

    /// OData JSON 4.01 §5.
    fn service_document(&self) -> Vec<u8> {
        let mut json = JsonWriter::new();
        control(&mut json, "{", Control::Context);
        json.string(&self.absolute("$metadata"));
        json.raw(",\"value\":[");
        for (position, child) in self.model.container().children.iter().enumerate() {
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

    fn entity(&self, state: State, place: &Place, stored: &StoredEntity) -> Result<Response<ResponseBody>, Error> {
        let preferred = if state == State::Found { None } else { self.negotiated.preferences.content };
        let mut response = if preferred == Some(Return::Minimal) {
            empty(StatusCode::NO_CONTENT)
        } else {
            let status = if state == State::Created { StatusCode::CREATED } else { StatusCode::OK };
            let mut json = JsonWriter::with_buffer(Vec::with_capacity(stored.json.len() + 256));
            control(&mut json, "{", Control::Context);
            let suffix = if matches!(place, Place::Entity(_)) { "/$entity" } else { "" };
            json.string(&self.context(place.context(), suffix));
            json.byte(b',');
            let url = |_: &Key| self.absolute(&place.url());
            let json = self.entity_members(place.declared(), stored, url, json)?;
            self.content(status, json.into_bytes())
        };
        set(&mut response, header::ETAG, &entity_tag(stored.version))?;
        if let Some(preferred) = preferred {
            set(&mut response, PREFERENCE_APPLIED, preferred.applied())?;
        }
        if state == State::Created || preferred == Some(Return::Minimal) {
            let url = self.absolute(&place.url());
            if state == State::Created {
                set(&mut response, header::LOCATION, &url)?;
            }
            set(&mut response, ENTITY_ID, &url)?;
        }
        Ok(response)
    }

    fn list(
        &self,
        collection: &Collection,
        page: &Page,
        next: Option<(u64, Option<u64>)>,
    ) -> Result<Response<ResponseBody>, Error> {
        let size: usize = page.entities.iter().map(|stored| stored.json.len() + 64).sum();
        let mut json = JsonWriter::with_buffer(Vec::with_capacity(size + 512));
        control(&mut json, "{", Control::Context);
        json.string(&self.context(&collection.context, ""));
        if let Some(count) = page.count {
            control(&mut json, ",", Control::Count);
            if self.negotiated.ieee754_compatible() {
                json.string(&count.to_string());
            } else {
                json.unsigned(count);
            }
        }
        json.raw(",\"value\":[");
        for (position, stored) in page.entities.iter().enumerate() {
            json.raw(if position == 0 { "{" } else { ",{" });
            let url = |key: &Key| {
                let mut url = self.absolute(&collection.url);
                key.push_url_suffix(&mut url);
                url
            };
            json = self.entity_members(collection.declared, stored, url, json)?;
        }
        json.byte(b']');
        if let Some((position, top)) = next {
            control(&mut json, ",", Control::NextLink);
            let query = next_query(self.query, &skip_token::write(position, &collection.address), top);
            json.string(&format!("{}?{query}", self.absolute(&collection.url)));
        }
        json.byte(b'}');
        let mut response = self.content(StatusCode::OK, json.into_bytes());
        if let Some(size) = self.negotiated.preferences.max_page_size
            && size.size <= self.page_size
        {
            set(&mut response, PREFERENCE_APPLIED, &size.applied())?;
        }
        Ok(response)
    }

    /// Writes the members of an entity and the end of its object. What is stored is what is shown, so the text is copied
    /// as it is unless the request asks for another form of it.
    fn entity_members(
        &self,
        declared: &'static TypeDescriptor,
        stored: &StoredEntity,
        url: impl FnOnce(&Key) -> String,
        mut json: JsonWriter,
    ) -> Result<JsonWriter, Error> {
        control(&mut json, "", Control::Etag);
        json.string(&entity_tag(stored.version));
        let select = self.negotiated.select.as_ref();
        let set = select.and_then(|select| select.set());
        let ieee754_compatible = self.negotiated.ieee754_compatible();
        if set.is_none() && !ieee754_compatible {
            append_members(&mut json, &stored.json);
            return Ok(json);
        }
        let entity = read_stored(declared, stored)?;
        if select.is_some_and(|select| !select.has_key()) {
            // Without its key a client cannot compute the entity's URL (OData JSON 4.01 §4.5.8).
            control(&mut json, ",", Control::Id);
            json.string(&url(&Key::of_entity(&*entity)));
        }
        let options =
            WriteOptions { ieee754_compatible, select: set, model: Some(self.model), ..WriteOptions::default() };
        let mut shown = Vec::with_capacity(stored.json.len());
        write_structured(&*entity, &options, &mut shown);
        append_members(&mut json, std::str::from_utf8(&shown).map_err(internal)?);
        Ok(json)
    }

    /// A context URL (OData Protocol 4.01 §10), with the list of what is selected.
    fn context(&self, path: &str, suffix: &str) -> String {
        match &self.negotiated.select {
            None => [&*self.root, "$metadata#", path, suffix].concat(),
            Some(select) => [&*self.root, "$metadata#", path, "(", select.list(), ")", suffix].concat(),
        }
    }

    fn absolute(&self, path: &str) -> String {
        [&*self.root, path].concat()
    }

    fn content(&self, status: StatusCode, body: impl Into<Bytes>) -> Response<ResponseBody> {
        let mut response = Response::new(ResponseBody::new(body));
        *response.status_mut() = status;
        response.headers_mut().insert(header::CONTENT_TYPE, self.negotiated.format.header());
        response
    }
}

const ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// Appends the name of control information, after what comes before it.
fn control(json: &mut JsonWriter, before: &str, control: Control) {
    json.raw(before);
    json.raw(control.key(ODataVersion::V4_0));
}

/// Appends the members of a JSON object, after others, and its end.
fn append_members(json: &mut JsonWriter, object: &str) {
    match object.strip_prefix('{') {
        Some("}") | None => json.byte(b'}'),
        Some(members) => {
            json.byte(b',');
            json.raw(members);
        }
    }
}

fn empty(status: StatusCode) -> Response<ResponseBody> {
    let mut response = Response::new(ResponseBody::default());
    *response.status_mut() = status;
    response
}

fn set(response: &mut Response<ResponseBody>, name: HeaderName, value: &str) -> Result<(), Error> {
    let value = HeaderValue::from_str(value).map_err(internal)?;
    response.headers_mut().insert(name, value);
    Ok(())
}
