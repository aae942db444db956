//! The last stage: the outcome as a response (OData Protocol 4.01 §8.3, §9; OData JSON 4.01).

mod collection;
mod document;
mod entity;
mod failure;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use odata_core::{
    Error,
    codec::{Control, ODataVersion},
    edm::Model,
    json::JsonWriter,
};

pub(crate) use self::failure::failure;
use crate::{
    ResponseBody,
    execute::Outcome,
    failure::internal,
    request::{RequestOptions, entity_tag},
};

pub(crate) const ODATA_VERSION: HeaderName = HeaderName::from_static("odata-version");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// Makes the response to a request.
pub(crate) struct Responder<'a> {
    pub(crate) model: &'a Model,
    /// The absolute URL of the service root, with a slash at its end.
    pub(crate) root: String,
    pub(crate) query: &'a str,
    pub(crate) options: &'a RequestOptions,
    pub(crate) page_size: u64,
}

impl Responder<'_> {
    pub(crate) fn respond(&self, outcome: Outcome) -> Result<Response<ResponseBody>, Error> {
        match outcome {
            Outcome::ServiceDocument => Ok(self.content(StatusCode::OK, self.service_document())),
            Outcome::Metadata { document, validation } => Ok(self.metadata(document, validation)),
            Outcome::NoContent => Ok(empty(StatusCode::NO_CONTENT)),
            Outcome::NotModified { version } => {
                let mut response = empty(StatusCode::NOT_MODIFIED);
                set(&mut response, header::ETAG, &entity_tag(version))?;
                Ok(response)
            }
            Outcome::Entity { state, resource, stored } => self.entity(state, &resource, &stored),
            Outcome::List { collection, answer, is_selected, next } => {
                self.list(&collection, &answer, is_selected, next)
            }
        }
    }

    /// Returns a context URL (OData Protocol 4.01 §10), with the list of selected properties.
    fn context(&self, path: &str, suffix: &str) -> String {
        match &self.options.select {
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
        response.headers_mut().insert(header::CONTENT_TYPE, self.options.format.header());
        response
    }
}

/// Appends `before` and the name of control information.
fn control(json: &mut JsonWriter, before: &str, control: Control) {
    json.raw(before);
    json.raw(control.key(ODataVersion::V4_0));
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
