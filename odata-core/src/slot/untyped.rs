//! `Edm.Untyped`: a value of any kind (OData CSDL 4.01 §3.4).

use std::fmt;

use serde_json::Value;

use super::{Input, Mismatch, NoProperties, PropertyValue, Slot, ValueRef, blank_slot, holds::Holds};
use crate::{
    edm::{PrimitiveType, PropertyType},
    error::{Error, ErrorCode, Result},
    json::{JsonReader, JsonWriter, read_value, same_json},
};

/// Any JSON value but null: a value of `Edm.Untyped` (OData CSDL 4.01 §3.4, OData JSON 4.01 §7.5).
///
/// A property of this type is one of OData 4.01. A `$metadata` document of 4.0 leaves it out, and values have it all
/// the same: clients have to expect members that are not declared.
///
/// Numbers keep their digits. Values are equal if they are the same JSON, with members in any order. The type that control
/// information next to a value names is not kept; what is inside of the value is.
///
/// ```
/// use odata_core::{ODataComplex, codec, slot::Untyped};
///
/// #[derive(ODataComplex, Clone)]
/// #[odata(type = "fleet.note")]
/// struct Note {
///     content: Option<Untyped>,
/// }
///
/// let note: Note = codec::from_slice(br#"{"content": [1.50, {"a": []}]}"#)?;
/// assert_eq!(note.content, Some(Untyped::from_json(r#"[1.50,{"a":[]}]"#)?));
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Untyped {
    json: Box<str>,
}

impl Untyped {
    /// Creates a value from a JSON text.
    ///
    /// # Errors
    ///
    /// The text is not one JSON value, or is null, which is `None` of `Option<Untyped>`.
    pub fn from_json(json: &str) -> Result<Self> {
        let body = json.as_bytes();
        let read = || {
            let mut reader = JsonReader::new(body)?;
            let value = reader.raw_value()?;
            reader.finish().map(|()| value)
        };
        match read().map_err(|error| Error::of_json(body, error))? {
            "null" => Err(Error::new(ErrorCode::NULL_NOT_ALLOWED, "null is no value of `Edm.Untyped`")),
            json => Ok(Self { json: json.into() }),
        }
    }

    /// Returns the value as JSON text.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Returns the value. Numbers other than `i64` and `u64` are the nearest `f64`.
    ///
    /// # Errors
    ///
    /// An object has two members of the same name, or a number is beyond the range of `f64`.
    pub fn to_value(&self) -> Result<Value> {
        let body = self.json.as_bytes();
        let read = JsonReader::new(body).and_then(|mut reader| read_value(&mut reader));
        read.map_err(|error| Error::of_json(body, error))
    }

    fn written(write: impl FnOnce(&mut JsonWriter)) -> Self {
        let mut writer = JsonWriter::new();
        write(&mut writer);
        Self { json: String::from_utf8(writer.into_bytes()).unwrap_or_default().into() }
    }
}

impl TryFrom<Value> for Untyped {
    type Error = Error;

    fn try_from(value: Value) -> Result<Self> {
        Self::from_json(&value.to_string())
    }
}

impl PartialEq for Untyped {
    fn eq(&self, other: &Self) -> bool {
        same_json(&self.json, &other.json)
    }
}

impl fmt::Debug for Untyped {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.json)
    }
}

impl Slot for Untyped {
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Untyped(self)
    }

    fn put(&mut self, input: Input<'_>) -> std::result::Result<(), Mismatch> {
        *self = match input {
            Input::Boolean(value) => Self::written(|json| json.boolean(value)),
            Input::Number(text) | Input::Json(text) => Self { json: text.into() },
            Input::Integer(value) => Self::written(|json| json.integer(value)),
            Input::Double(value) => Self::written(|json| json.double(value)),
            Input::Text(text) => Self::written(|json| json.string(text)),
            Input::Null => return Err(Mismatch::Null),
            Input::List | Input::MediaType(_) | Input::UnknownType(_) => return Err(Mismatch::Kind),
        };
        Ok(())
    }
}

impl<Levels, Goal> Holds<Levels, Goal> for Untyped {}

impl PropertyValue for Untyped {
    const TYPE: &'static PropertyType = &PropertyType::primitive(PrimitiveType::Untyped, blank_slot::<Self>);

    type Single = NoProperties<Self>;

    fn blank() -> Self {
        Self { json: "{}".into() }
    }

    fn copy(&self) -> Self {
        self.clone()
    }
}
