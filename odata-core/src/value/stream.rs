//! `Edm.Stream`, inline.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use serde::de::IgnoredAny;

use super::{InvalidLiteral, decode_base64, encode_base64url};

/// The value of a stream property that is part of its entity, with its media type (OData JSON 4.01 §9).
///
/// The media type decides the form in JSON: a JSON value for `application/json` and types that end in `+json`, a string
/// for `text/*`, and base64url for all others. Content and media type agree in every value. Without a media type, text
/// and JSON are recognised by their form.
///
/// ```
/// use odata_core::value::{Stream, StreamContent};
///
/// let picture = Stream::from_bytes("image/png", vec![0x89, b'P', b'N', b'G'])?;
/// assert_eq!(picture.media_type(), "image/png");
/// assert!(matches!(picture.content(), StreamContent::Bytes(bytes) if bytes.len() == 4));
/// assert_eq!(Stream::from_text("<policy/>").media_type(), "text/plain");
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Debug)]
pub struct Stream {
    content: StreamContent,
    /// The media type as received or set; `None` for the usual type of the content.
    media_type: Option<Box<str>>,
}

/// The content of a [`Stream`], in the form that its media type requires.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StreamContent {
    /// The text of a stream of type `text/*`.
    Text(String),
    /// One JSON value as it was written, of a stream of a JSON type.
    Json(Box<str>),
    /// The bytes of a stream of any other type.
    Bytes(Vec<u8>),
}

/// The form that a media type takes in JSON.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Json,
    Base64,
}

/// The member of a JSON object that holds a stream.
enum StreamMember<'a> {
    String(Cow<'a, str>),
    Other(&'a str),
}

const NOT_A_MEDIA_TYPE: InvalidLiteral = InvalidLiteral { expected: "media type: type/subtype[; parameters]" };
const NOT_JSON: InvalidLiteral = InvalidLiteral { expected: "stream: one JSON value" };
const NOT_TEXT: InvalidLiteral = InvalidLiteral { expected: "stream: text in UTF-8, as a string" };
const NOT_BASE64: InvalidLiteral = InvalidLiteral { expected: "stream: base64url, as a string" };

impl Stream {
    /// Creates a stream of a text, of the media type `text/plain`.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { content: StreamContent::Text(text.into()), media_type: None }
    }

    /// Creates a stream of a JSON value, of the media type `application/json`; fails if `json` is not valid.
    pub fn from_json(json: &str) -> Result<Self, InvalidLiteral> {
        let mut stream = Self::default();
        stream.set_media_type("application/json")?;
        stream.set_json(json)?;
        Ok(stream)
    }

    /// Creates a stream of the bytes of a document of any media type.
    ///
    /// # Errors
    /// `media_type` is not a media type, or it is `text/*` and the bytes are not UTF-8, or it is a JSON type and the
    /// bytes are not a JSON value.
    pub fn from_bytes(media_type: &str, bytes: Vec<u8>) -> Result<Self, InvalidLiteral> {
        let content = match Form::of(media_type)? {
            Form::Text => StreamContent::Text(String::from_utf8(bytes).map_err(|_| NOT_TEXT)?),
            Form::Json => {
                let json = str::from_utf8(&bytes).map_err(|_| NOT_JSON)?;
                StreamMember::of(json)?.into_content(Some(Form::Json))?
            }
            Form::Base64 => StreamContent::Bytes(bytes),
        };
        Ok(Self { content, media_type: Some(media_type.into()) })
    }

    /// Returns the media type; if none was given, `text/plain`, `application/json` or `application/octet-stream`, by
    /// the content.
    pub fn media_type(&self) -> &str {
        match (&self.media_type, &self.content) {
            (Some(media_type), _) => media_type,
            (None, StreamContent::Text(_)) => "text/plain",
            (None, StreamContent::Json(_)) => "application/json",
            (None, StreamContent::Bytes(_)) => "application/octet-stream",
        }
    }

    /// Returns the content.
    pub fn content(&self) -> &StreamContent {
        &self.content
    }

    /// Takes the value from a member of a JSON object that is a string.
    ///
    /// Value and media type may come in any order. On an error nothing changes.
    pub(crate) fn set_text(&mut self, text: &str) -> Result<(), InvalidLiteral> {
        self.set_member(StreamMember::String(text.into()))
    }

    /// Takes the value from a member of a JSON object, whatever it is.
    ///
    /// Value and media type may come in any order. On an error nothing changes.
    pub(crate) fn set_json(&mut self, raw: &str) -> Result<(), InvalidLiteral> {
        match StreamMember::of(raw)? {
            StreamMember::String(text) => self.set_text(&text),
            other @ StreamMember::Other(_) => self.set_member(other),
        }
    }

    /// Takes the media type from the control information `mediaContentType`.
    ///
    /// Value and media type may come in any order. On an error nothing changes.
    pub(crate) fn set_media_type(&mut self, media_type: &str) -> Result<(), InvalidLiteral> {
        let form = Form::of(media_type)?;
        self.content = StreamMember::holding(&self.content)?.into_content(Some(form))?;
        self.media_type = Some(media_type.into());
        Ok(())
    }

    fn set_member(&mut self, member: StreamMember<'_>) -> Result<(), InvalidLiteral> {
        let form = self.media_type.as_deref().map(Form::of).transpose()?;
        self.content = member.into_content(form)?;
        Ok(())
    }
}

impl Form {
    fn of(media_type: &str) -> Result<Self, InvalidLiteral> {
        let (essence, parameters) = media_type.split_once(';').unwrap_or((media_type, ""));
        let (kind, subtype) = essence.trim_end().split_once('/').ok_or(NOT_A_MEDIA_TYPE)?;
        if !is_token(kind) || !is_token(subtype) || parameters.contains(|c: char| c.is_control()) {
            return Err(NOT_A_MEDIA_TYPE);
        }
        let is_json = |subtype: &str| subtype.eq_ignore_ascii_case("json");
        let suffix = subtype.rsplit_once('+').map(|(_, suffix)| suffix);
        Ok(if kind.eq_ignore_ascii_case("text") {
            Self::Text
        } else if kind.eq_ignore_ascii_case("application") && is_json(subtype) || suffix.is_some_and(is_json) {
            Self::Json
        } else {
            Self::Base64
        })
    }
}

/// Returns whether `text` is a `token` of RFC 9110 §5.6.2.
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

impl<'a> StreamMember<'a> {
    /// Reads the JSON value `raw`.
    fn of(raw: &'a str) -> Result<Self, InvalidLiteral> {
        let raw = raw.trim_matches([' ', '\t', '\r', '\n']);
        if raw.starts_with('"') {
            let text: String = serde_json::from_str(raw).map_err(|_| NOT_JSON)?;
            return Ok(Self::String(text.into()));
        }
        serde_json::from_str::<IgnoredAny>(raw).map_err(|_| NOT_JSON)?;
        Ok(Self::Other(raw))
    }

    /// Returns the JSON value that `content` was read from.
    fn holding(content: &'a StreamContent) -> Result<Self, InvalidLiteral> {
        match content {
            StreamContent::Text(text) => Ok(Self::String(text.into())),
            StreamContent::Json(raw) => Self::of(raw),
            StreamContent::Bytes(bytes) => Ok(Self::String(encode_base64url(bytes).into())),
        }
    }

    fn into_content(self, form: Option<Form>) -> Result<StreamContent, InvalidLiteral> {
        match (form, self) {
            (None | Some(Form::Text), Self::String(text)) => Ok(StreamContent::Text(text.into_owned())),
            (Some(Form::Json), Self::String(text)) => {
                let json = serde_json::Value::from(text.into_owned()).to_string();
                Ok(StreamContent::Json(json.into()))
            }
            (Some(Form::Base64), Self::String(text)) => {
                let bytes = decode_base64(&text).ok_or(NOT_BASE64)?;
                Ok(StreamContent::Bytes(bytes))
            }
            (None | Some(Form::Json), Self::Other(raw)) => Ok(StreamContent::Json(raw.into())),
            (Some(Form::Text), Self::Other(_)) => Err(NOT_TEXT),
            (Some(Form::Base64), Self::Other(_)) => Err(NOT_BASE64),
        }
    }
}

impl Default for Stream {
    /// Returns an empty text, of the media type `text/plain`.
    fn default() -> Self {
        Self::from_text(String::new())
    }
}

// A media type left out is the same as the usual one written.
impl PartialEq for Stream {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content && self.media_type() == other.media_type()
    }
}

impl Eq for Stream {}

impl Hash for Stream {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.content.hash(state);
        self.media_type().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn content(media_type: &str, raw: &str) -> Result<StreamContent, InvalidLiteral> {
        let mut stream = Stream::default();
        stream.set_media_type(media_type)?;
        stream.set_json(raw)?;
        Ok(stream.content)
    }

    #[test]
    fn the_media_type_decides_the_form() {
        let text = |text: &str| Ok(StreamContent::Text(text.into()));
        let json = |json: &str| Ok(StreamContent::Json(json.into()));
        let bytes = |bytes: &[u8]| Ok(StreamContent::Bytes(bytes.into()));
        for (media_type, raw, expected) in [
            ("text/plain", r#""a\u00e9""#, text("aé")),
            ("Text/HTML; charset=utf-8", r#""<p>""#, text("<p>")),
            ("text/plain", "1", Err(NOT_TEXT)),
            ("application/json", r#" {"a": [1, 2]} "#, json(r#"{"a": [1, 2]}"#)),
            ("application/json;odata.metadata=none", "null", json("null")),
            ("APPLICATION/geo+JSON", r#""\u0061\n""#, json(r#""a\n""#)),
            ("application/json", "{", Err(NOT_JSON)),
            ("application/json", "1 2", Err(NOT_JSON)),
            ("application/jsonl", r#""-_8=""#, bytes(&[0xfb, 0xff])),
            ("image/png", r#""+/8""#, bytes(&[0xfb, 0xff])),
            ("image/png", r#""a""#, Err(NOT_BASE64)),
            ("image/png", "{}", Err(NOT_BASE64)),
            ("image", "\"\"", Err(NOT_A_MEDIA_TYPE)),
            ("/png", "\"\"", Err(NOT_A_MEDIA_TYPE)),
            ("image/", "\"\"", Err(NOT_A_MEDIA_TYPE)),
            ("image/a b", "\"\"", Err(NOT_A_MEDIA_TYPE)),
            ("image/png;a=\r\n", "\"\"", Err(NOT_A_MEDIA_TYPE)),
        ] {
            assert_eq!(content(media_type, raw), expected, "{media_type} {raw}");
        }
    }

    #[test]
    fn constructors_agree_with_what_is_read() {
        let read = |raw: &str| {
            let mut stream = Stream::default();
            stream.set_json(raw).map(|()| stream)
        };
        assert_eq!(Stream::from_text("a"), read(r#""a""#).unwrap());
        assert_eq!(Stream::from_json("[1]").unwrap(), read("[1]").unwrap());
        assert_ne!(Stream::from_json(r#""a""#).unwrap(), Stream::from_text("a"));
        assert_eq!(Stream::default(), Stream::from_text(""));
        assert_eq!(Stream::from_text("a").media_type(), "text/plain");
        assert_eq!(Stream::from_json("[1]").unwrap().media_type(), "application/json");
        assert!(Stream::from_json("[1").is_err());
    }

    #[test]
    fn bytes_become_what_their_type_says() {
        let html = Stream::from_bytes("text/html", b"<p>".to_vec()).unwrap();
        assert_eq!(html.content(), &StreamContent::Text("<p>".into()));
        assert_eq!(html.media_type(), "text/html");
        let json = Stream::from_bytes("application/json", b" \"a\" ".to_vec()).unwrap();
        assert_eq!(json, Stream::from_json("\"a\"").unwrap());
        let png = Stream::from_bytes("image/png", vec![0xff]).unwrap();
        assert_eq!(png.content(), &StreamContent::Bytes(vec![0xff]));
        assert!(Stream::from_bytes("text/html", vec![0xff]).is_err());
        assert!(Stream::from_bytes("application/json", vec![0xff]).is_err());
        assert!(Stream::from_bytes("application/json", b"{".to_vec()).is_err());
        assert!(Stream::from_bytes("png", Vec::new()).is_err());
    }

    #[test]
    fn an_error_changes_nothing() {
        let mut stream = Stream::from_text("no base64");
        assert_eq!(stream.set_media_type("image/png"), Err(NOT_BASE64));
        assert_eq!(stream, Stream::from_text("no base64"));
        stream.set_media_type("text/html").unwrap();
        assert_eq!(stream.set_json("1"), Err(NOT_TEXT));
        assert_eq!(stream.content(), &StreamContent::Text("no base64".into()));
    }

    fn any_media_type() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "text/plain",
            "text/html;charset=utf-8",
            "application/json",
            "application/problem+json",
            "application/octet-stream",
            "image/png",
            "nonsense",
        ])
    }

    fn any_raw() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>().prop_map(|text| serde_json::Value::from(text).to_string()),
            any::<Vec<u8>>().prop_map(|bytes| format!("\"{}\"", encode_base64url(&bytes))),
            any::<i64>().prop_map(|number| format!(" {{\"a\": [{number}]}}")),
            prop::sample::select(vec!["null", "\"\\u0061\"", "", "{", "\"", "\"\\ud800\""]).prop_map(str::to_owned),
        ]
    }

    proptest! {
        #[test]
        fn the_order_of_value_and_media_type_is_indifferent(
            media_type in any_media_type(), raw in any_raw(),
        ) {
            let mut type_first = Stream::default();
            let type_first = type_first
                .set_media_type(media_type)
                .and_then(|()| type_first.set_json(&raw))
                .map(|()| type_first);
            let mut value_first = Stream::default();
            let value_first = value_first
                .set_json(&raw)
                .and_then(|()| value_first.set_media_type(media_type))
                .map(|()| value_first);
            prop_assert_eq!(type_first.is_ok(), value_first.is_ok());
            if let (Ok(type_first), Ok(value_first)) = (type_first, value_first) {
                prop_assert_eq!(type_first, value_first);
            }
        }

        #[test]
        fn strings_are_the_same_decoded_or_raw(media_type in any_media_type(), text: String) {
            let raw = serde_json::Value::from(text.as_str()).to_string();
            let mut stream = Stream::default();
            let decoded = stream
                .set_media_type(media_type)
                .and_then(|()| stream.set_text(&text))
                .map(|()| stream.content);
            prop_assert_eq!(decoded, content(media_type, &raw));
        }
    }
}
