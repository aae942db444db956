//! `Edm.Stream`: the one primitive type whose value and media type come as two members.

use serde_json::Value;

use super::{Input, Mismatch, NoProperties, PropertyValue, Slot, ValueRef, blank_slot, holds::Holds};
use crate::{
    edm::{PrimitiveType, PropertyType},
    value::Stream,
};

impl Slot for Stream {
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Stream(self)
    }

    fn put(&mut self, input: Input<'_>) -> Result<(), Mismatch> {
        match input {
            Input::Text(text) => self.set_text(text).map_err(|_| Mismatch::Literal),
            Input::MediaType(media_type) => self.set_media_type(media_type).map_err(|_| Mismatch::Literal),
            Input::MediaReadLink(url) => {
                self.set_read_link(url);
                Ok(())
            }
            Input::MediaEditLink(url) => {
                self.set_edit_link(url);
                Ok(())
            }
            Input::MediaEtag(etag) => {
                self.set_etag(etag);
                Ok(())
            }
            Input::Elsewhere => {
                self.set_elsewhere();
                Ok(())
            }
            Input::Json(json) => self.set_json(json).map_err(|_| Mismatch::Literal),
            Input::Number(json) => self.set_json(json).map_err(|_| Mismatch::Literal),
            Input::Integer(number) => self.set_json(&number.to_string()).map_err(|_| Mismatch::Literal),
            Input::Double(number) => self.set_json(&Value::from(number).to_string()).map_err(|_| Mismatch::Literal),
            Input::Boolean(value) => self.set_json(if value { "true" } else { "false" }).map_err(|_| Mismatch::Literal),
            Input::Null => Err(Mismatch::Null),
            Input::List | Input::UnknownType(_) => Err(Mismatch::Kind),
        }
    }
}

impl<Levels, Goal> Holds<Levels, Goal> for Stream {}

impl PropertyValue for Stream {
    const TYPE: &'static PropertyType = &PropertyType::primitive(PrimitiveType::Stream, blank_slot::<Self>);

    type Single = NoProperties<Self>;

    fn blank() -> Self {
        Self::default()
    }

    fn copy(&self) -> Self {
        self.clone()
    }
}
