//! A page of a collection (OData Protocol 4.01 §11.2.6; OData JSON 4.01 §13).

use http::{Response, StatusCode};
use odata_core::{Error, codec::Control, json::JsonWriter, uri::Key};

use super::{PREFERENCE_APPLIED, Responder, control, set};
use crate::{
    ResponseBody,
    request::next_query,
    route::Collection,
    skip_token,
    store::{Answer, Position},
};

impl Responder<'_> {
    pub(super) fn list(
        &self,
        collection: &Collection,
        answer: &Answer,
        is_selected: bool,
        next: Option<(Position, Option<u64>)>,
    ) -> Result<Response<ResponseBody>, Error> {
        let size: usize = answer.rows.iter().map(|stored| stored.json.len() + 64).sum();
        let mut json = JsonWriter::with_buffer(Vec::with_capacity(size + 512));
        control(&mut json, "{", Control::Context);
        json.string(&self.context(&collection.context, ""));
        if let Some(count) = answer.count {
            control(&mut json, ",", Control::Count);
            if self.options.ieee754_compatible() {
                json.string(&count.to_string());
            } else {
                json.unsigned(count);
            }
        }
        json.raw(",\"value\":[");
        for (position, stored) in answer.rows.iter().enumerate() {
            json.raw(if position == 0 { "{" } else { ",{" });
            let url = |key: &Key| {
                let mut url = self.absolute(&collection.url);
                key.push_to(&mut url);
                url
            };
            json = self.entity_members(collection.declared, stored, is_selected, url, json)?;
        }
        json.byte(b']');
        if let Some((position, top)) = next {
            control(&mut json, ",", Control::NextLink);
            let query = next_query(self.query, &skip_token::write(&position, &collection.address), top);
            json.string(&format!("{}?{query}", self.absolute(&collection.url)));
        }
        json.byte(b'}');
        let mut response = self.content(StatusCode::OK, json.into_bytes());
        if let Some(size) = self.options.preferences.max_page_size
            && size.size <= self.page_size
        {
            set(&mut response, PREFERENCE_APPLIED, &size.applied())?;
        }
        Ok(response)
    }
}
