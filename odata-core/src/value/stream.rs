//! `Edm.Stream`, inline or at a URL of its own.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use serde::de::IgnoredAny;

use super::{InvalidLiteral, decode_base64, encode_base64url};

/// The value of a stream property, with its media type: inline, or at a URL of its own (OData JSON 4.01 §9).
///
/// The media type decides the form in JSON: a JSON value for `application/json` and types that end in `+json`, a string
/// for `text/*`, and base64url for all others. Content and media type agree in every value. Without a media type, text
/// and JSON are recognised by their form.
///
/// A stream that is not inline has the content [`StreamContent::Elsewhere`]. Its URLs and its `ETag` are what a service
/// says about it: they are read and written in representations, and no part of a request, so that a
/// [`diff`](crate::Diff::diff) never holds them.
///
/// ```
/// use odata_core::value::{Stream, StreamContent};
///
/// let picture = Stream::from_bytes("image/png", vec![0x89, b'P', b'N', b'G'])?;
/// assert_eq!(picture.media_type(), "image/png");
/// assert!(matches!(picture.content(), StreamContent::Bytes(bytes) if bytes.len() == 4));
/// assert_eq!(Stream::from_text("<policy/>").media_type(), "text/plain");
///
/// let photo = Stream::elsewhere().with_media_type("image/png")?.with_read_link("vehicles(7)/photo");
/// assert_eq!((photo.content(), photo.read_link()), (&StreamContent::Elsewhere, Some("vehicles(7)/photo")));
/// # Ok::<(), odata_core::value::InvalidLiteral>(())
/// ```
#[derive(Clone, Debug)]
pub struct Stream {
    content: StreamContent,
    /// The media type as received or set; `None` for the usual type of the content.
    media_type: Option<Box<str>>,
    links: Option<Box<Links>>,
}

/// What a service says about a stream besides its media type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Links {
    read: Option<Box<str>>,
    edit: Option<Box<str>>,
    etag: Option<Box<str>>,
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
    /// Not a part of the entity: at [`read_link`](Stream::read_link) or, without one, at the URL of the
    /// property.
    Elsewhere,
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
        Self { content: StreamContent::Text(text.into()), media_type: None, links: None }
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
        Ok(Self { content, media_type: Some(media_type.into()), links: None })
    }

    /// Creates a stream that is not a part of its entity.
    pub const fn elsewhere() -> Self {
        Self { content: StreamContent::Elsewhere, media_type: None, links: None }
    }

    /// Sets the media type.
    ///
    /// # Errors
    /// `media_type` is not a media type, or the content cannot be of it.
    pub fn with_media_type(mut self, media_type: &str) -> Result<Self, InvalidLiteral> {
        Form::of(media_type)?;
        self.set_media_type(media_type)?;
        Ok(self)
    }

    /// Sets the URL at which the stream is read, absolute or relative to the context URL.
    #[must_use]
    pub fn with_read_link(mut self, url: &str) -> Self {
        self.set_read_link(url);
        self
    }

    /// Sets the URL at which the stream is edited, absolute or relative to the context URL.
    #[must_use]
    pub fn with_edit_link(mut self, url: &str) -> Self {
        self.set_edit_link(url);
        self
    }

    /// Sets the `ETag` of the stream.
    #[must_use]
    pub fn with_etag(mut self, etag: &str) -> Self {
        self.set_etag(etag);
        self
    }

    /// Returns the URL at which the stream is read, as the service has sent it: `mediaReadLink`.
    pub fn read_link(&self) -> Option<&str> {
        self.links.as_ref()?.read.as_deref()
    }

    /// Returns the URL at which the stream is edited, as the service has sent it: `mediaEditLink`.
    pub fn edit_link(&self) -> Option<&str> {
        self.links.as_ref()?.edit.as_deref()
    }

    /// Returns the `ETag` of the stream: `mediaEtag`.
    pub fn etag(&self) -> Option<&str> {
        self.links.as_ref()?.etag.as_deref()
    }

    /// Returns whether the content is a part of the entity.
    pub const fn is_inline(&self) -> bool {
        !matches!(self.content, StreamContent::Elsewhere)
    }

    /// Returns the media type; if none was given, `text/plain`, `application/json` or `application/octet-stream`, by
    /// the content, or because nothing is known.
    pub fn media_type(&self) -> &str {
        match (&self.media_type, &self.content) {
            (Some(media_type), _) => media_type,
            (None, StreamContent::Text(_)) => "text/plain",
            (None, StreamContent::Json(_)) => "application/json",
            (None, StreamContent::Bytes(_) | StreamContent::Elsewhere) => "application/octet-stream",
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
        // Of content that is elsewhere, the media type decides nothing, so that whatever a service says is kept.
        if let Some(member) = StreamMember::holding(&self.content)? {
            self.content = member.into_content(Some(Form::of(media_type)?))?;
        }
        self.media_type = Some(media_type.into());
        Ok(())
    }

    /// Says that the content is not a part of the entity.
    pub(crate) fn set_elsewhere(&mut self) {
        *self = Self::elsewhere();
    }

    pub(crate) fn set_read_link(&mut self, url: &str) {
        self.links_mut().read = Some(url.into());
    }

    pub(crate) fn set_edit_link(&mut self, url: &str) {
        self.links_mut().edit = Some(url.into());
    }

    pub(crate) fn set_etag(&mut self, etag: &str) {
        self.links_mut().etag = Some(etag.into());
    }

    fn links_mut(&mut self) -> &mut Links {
        self.links.get_or_insert_default()
    }

    /// Returns the media type, unless it is not known.
    pub(crate) fn known_media_type(&self) -> Option<&str> {
        match self.content {
            StreamContent::Elsewhere => self.media_type.as_deref(),
            _ => Some(self.media_type()),
        }
    }

    /// Returns whether requests that hold one or the other of the values are the same.
    pub(crate) fn is_sent_like(&self, other: &Self) -> bool {
        self.content == other.content && (!self.is_inline() || self.media_type() == other.media_type())
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

    /// Returns the JSON value that `content` was read from, if it is inline.
    fn holding(content: &'a StreamContent) -> Result<Option<Self>, InvalidLiteral> {
        let member = match content {
            StreamContent::Elsewhere => return Ok(None),
            StreamContent::Text(text) => Self::String(text.into()),
            StreamContent::Json(raw) => Self::of(raw)?,
            StreamContent::Bytes(bytes) => Self::String(encode_base64url(bytes).into()),
        };
        Ok(Some(member))
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
        self.content == other.content && self.media_type() == other.media_type() && self.links == other.links
    }
}

impl Eq for Stream {}

impl Hash for Stream {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.content.hash(state);
        self.media_type().hash(state);
        self.links.hash(state);
    }
}

#[cfg(test)]
#[path = "stream_tests.rs"]
mod tests;
