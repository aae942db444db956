//! The third stage: what the request wants and in which form, all from its head (OData Protocol 4.01 §8, §11.2).

mod conditions;
mod isolation;
mod media_type;
mod preferences;
mod select;
mod select_item;
mod version;

use std::borrow::Cow;

use http::{HeaderMap, HeaderName, HeaderValue, Method, header, request::Parts};
use odata_core::{Error, ErrorCode};

use self::media_type::MediaType;
pub(crate) use self::{
    conditions::{Conditions, Read, entity_tag},
    preferences::{Preferences, Return},
    select::Select,
};
use crate::{
    body::too_large, failure::bad_request, query_options::QueryOptions, route::Target, skip_token, store::Position,
};

/// What the head of a request says beside the path.
#[derive(Clone, Debug)]
pub(crate) struct Negotiated {
    pub(crate) options: QueryOptions,
    /// Only entities after this position: what `$skiptoken` stands for.
    pub(crate) after: Option<Position>,
    pub(crate) preferences: Preferences,
    pub(crate) conditions: Conditions,
    pub(crate) select: Option<Select>,
    pub(crate) format: Format,
    /// Whether the body has its 64-bit integers and decimals as strings (OData JSON 4.01 §3.2).
    pub(crate) body_ieee754_compatible: bool,
}

/// A representation that the service makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// OData JSON with minimal metadata.
    Json {
        /// Whether 64-bit integers and decimals are strings.
        ieee754_compatible: bool,
    },
    /// CSDL XML.
    Xml,
}

impl Format {
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json { ieee754_compatible: false } => "application/json;odata.metadata=minimal",
            Self::Json { ieee754_compatible: true } => "application/json;odata.metadata=minimal;IEEE754Compatible=true",
            Self::Xml => "application/xml;charset=utf-8",
        }
    }

    /// The header `Content-Type`.
    pub(crate) fn header(self) -> HeaderValue {
        // As a constant it is checked by the compiler, and not for each response.
        const MINIMAL: HeaderValue = HeaderValue::from_static(Format::Json { ieee754_compatible: false }.media_type());
        if self == (Self::Json { ieee754_compatible: false }) {
            MINIMAL
        } else {
            HeaderValue::from_static(self.media_type())
        }
    }
}

impl Negotiated {
    pub(crate) fn of(head: &Parts, target: &Target, body_limit: u64) -> Result<Self, Error> {
        version::check(&head.headers)?;
        isolation::check(&head.headers)?;
        let options = QueryOptions::parse(head.uri.query().unwrap_or_default())?;
        let is_read = head.method == Method::GET || head.method == Method::HEAD;
        let is_list = is_read && matches!(target, Target::Collection(_));
        if let (false, Some(option)) = (is_list, options.paging()) {
            let message = format!("the query option `{option}` applies to reading a collection only");
            return Err(bad_request(message).with_target(option));
        }
        let after = match (&options.skip_token, target) {
            (Some(token), Target::Collection(collection)) => {
                Some(skip_token::read(token, &collection.address).ok_or_else(|| {
                    bad_request("the value of `$skiptoken` is not from a next link of this collection")
                        .with_target("$skiptoken")
                })?)
            }
            _ => None,
        };
        let select = match (&options.select, target.declared()) {
            (None, _) => None,
            (Some(select), Some(declared)) => Some(Select::parse(select, declared)?),
            (Some(_), None) => {
                return Err(bad_request("`$select` does not apply to this resource").with_target("$select"));
            }
        };
        let format = format(&head.headers, options.format.as_deref(), matches!(target, Target::Metadata))?;
        let has_body = head.method == Method::POST || head.method == Method::PATCH || head.method == Method::PUT;
        let body_ieee754_compatible = has_body && body_form(&head.headers, body_limit)?;
        Ok(Self {
            options,
            after,
            preferences: Preferences::of(&head.headers),
            conditions: Conditions::of(&head.headers)?,
            select,
            format,
            body_ieee754_compatible,
        })
    }

    /// Whether the response has 64-bit integers and decimals as strings.
    pub(crate) fn ieee754_compatible(&self) -> bool {
        self.format == Format::Json { ieee754_compatible: true }
    }
}

/// The representation to make: `$format` counts more than `Accept` (OData Protocol 4.01 §11.2.12).
fn format(headers: &HeaderMap, format: Option<&str>, metadata: bool) -> Result<Format, Error> {
    let offer = |range: &MediaType| if metadata { offer_xml(range) } else { offer_json(range) };
    let default = if metadata { Format::Xml } else { Format::Json { ieee754_compatible: false } };
    if let Some(format) = format {
        let chosen = match format {
            "json" => (!metadata).then_some(default),
            "xml" => metadata.then_some(default),
            media_type if media_type.contains('/') => {
                let parsed = MediaType::parse(media_type)
                    .ok_or_else(|| bad_request("the value of `$format` is not a media type").with_target("$format"))?;
                offer(&parsed)
            }
            _ => None,
        };
        return chosen.ok_or_else(|| not_acceptable(default).with_target("$format"));
    }
    let Some(accept) = joined(headers, &header::ACCEPT)? else {
        return Ok(default);
    };
    // What most clients send needs no closer look.
    if matches!(accept.trim(), "" | "*/*") {
        return Ok(default);
    }
    media_type::best(&accept, offer).ok_or_else(|| not_acceptable(default))
}

fn not_acceptable(offered: Format) -> Error {
    let message = format!("the resource is offered as `{}` only", offered.media_type());
    Error::new(ErrorCode::NOT_ACCEPTABLE, message)
}

/// JSON with minimal metadata, for ranges that include it. Parameters that the format does not define are ignored.
fn offer_json(range: &MediaType) -> Option<Format> {
    if !range.includes("application", "json") {
        return None;
    }
    let mut ieee754_compatible = false;
    for (name, value) in &range.parameters {
        let value = value.to_ascii_lowercase();
        match name.as_str() {
            "odata.metadata" | "metadata" if value != "minimal" => return None,
            "charset" if value != "utf-8" => return None,
            "ieee754compatible" => ieee754_compatible = value == "true",
            _ => {}
        }
    }
    Some(Format::Json { ieee754_compatible })
}

fn offer_xml(range: &MediaType) -> Option<Format> {
    let charset = range.parameter("charset").is_none_or(|charset| charset.eq_ignore_ascii_case("utf-8"));
    (charset && range.includes("application", "xml")).then_some(Format::Xml)
}

/// Checks the form of the body before anything of it is read. Says whether it is `IEEE754Compatible`.
fn body_form(headers: &HeaderMap, limit: u64) -> Result<bool, Error> {
    let unsupported = |message: &str| Error::new(ErrorCode::UNSUPPORTED_MEDIA_TYPE, message);
    let content_type = joined(headers, &header::CONTENT_TYPE)?
        .ok_or_else(|| unsupported("the body needs the header `Content-Type: application/json`"))?;
    // What most clients send needs no closer look.
    let ieee754_compatible = content_type != "application/json" && {
        let media_type = MediaType::parse(&content_type)
            .filter(|media_type| media_type.is("application", "json"))
            .ok_or_else(|| unsupported("the body must be `application/json`"))?;
        if media_type.parameter("charset").is_some_and(|charset| !charset.eq_ignore_ascii_case("utf-8")) {
            return Err(unsupported("the body must be UTF-8"));
        }
        media_type.parameter("ieee754compatible").is_some_and(|value| value.eq_ignore_ascii_case("true"))
    };
    let encoding = joined(headers, &header::CONTENT_ENCODING)?;
    if encoding.is_some_and(|encoding| !encoding.trim().eq_ignore_ascii_case("identity")) {
        return Err(unsupported("the body must not be encoded"));
    }
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    Ok(ieee754_compatible)
}

/// The value of a header; the values of several lines as one list (RFC 9110 §5.3).
fn joined<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<Cow<'h, str>>, Error> {
    let mut joined: Option<Cow<'h, str>> = None;
    for value in headers.get_all(name) {
        let value =
            value.to_str().map_err(|_| bad_request(format!("header `{name}` has characters that are not ASCII")))?;
        match &mut joined {
            None => joined = Some(Cow::Borrowed(value)),
            Some(joined) => {
                let joined = joined.to_mut();
                joined.push(',');
                joined.push_str(value);
            }
        }
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_accept(accept: &str, metadata: bool) -> Result<Format, u16> {
        let headers = HeaderMap::from_iter([(header::ACCEPT, accept.parse().unwrap())]);
        format(&headers, None, metadata).map_err(|error| error.status())
    }

    const JSON: Format = Format::Json { ieee754_compatible: false };

    #[test]
    fn minimal_json_is_offered() {
        for accept in [
            "*/*",
            "",
            "application/*",
            "application/json",
            "application/json;odata.metadata=minimal;odata.streaming=true;charset=UTF-8",
            "application/json;metadata=Minimal",
            "application/json;odata.metadata=full, application/json;q=0.5",
            "text/html,*/*;q=0.1",
        ] {
            assert_eq!(of_accept(accept, false), Ok(JSON), "{accept}");
        }
        let compatible = Ok(Format::Json { ieee754_compatible: true });
        assert_eq!(of_accept("application/json;IEEE754Compatible=true", false), compatible);
    }

    #[test]
    fn what_cannot_be_met_is_not_acceptable() {
        for accept in [
            "text/html",
            "application/xml",
            "application/json;odata.metadata=full",
            "application/json;q=0",
            "application/json;charset=utf-16",
        ] {
            assert_eq!(of_accept(accept, false), Err(406), "{accept}");
        }
    }

    #[test]
    fn metadata_is_xml() {
        assert_eq!(of_accept("application/xml", true), Ok(Format::Xml));
        assert_eq!(of_accept("*/*", true), Ok(Format::Xml));
        assert_eq!(of_accept("application/json", true), Err(406));
    }

    #[test]
    fn format_counts_more_than_accept() {
        let xml_only = HeaderMap::from_iter([(header::ACCEPT, "application/xml".parse().unwrap())]);
        assert_eq!(format(&xml_only, Some("json"), false).unwrap(), JSON);
        assert_eq!(format(&xml_only, Some("application/json;odata.metadata=minimal"), false).unwrap(), JSON);
        let status = |value| format(&xml_only, Some(value), false).unwrap_err().status();
        assert_eq!((status("atom"), status("application/xml"), status("a/b/;")), (406, 406, 400));
    }

    #[test]
    fn a_body_is_plain_json() {
        let check = |lines: &[(HeaderName, &str)]| {
            let headers = lines.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
            body_form(&headers, 100).map_err(|error| error.status())
        };
        assert_eq!(check(&[(header::CONTENT_TYPE, "application/json")]), Ok(false));
        assert_eq!(
            check(&[(header::CONTENT_TYPE, "Application/JSON; charset=utf-8; IEEE754Compatible=true")]),
            Ok(true)
        );
        assert_eq!(check(&[]), Err(415));
        for wrong in ["text/json", "application/json;charset=latin1", "application/xml", "json"] {
            assert_eq!(check(&[(header::CONTENT_TYPE, wrong)]), Err(415), "{wrong}");
        }
        let json = (header::CONTENT_TYPE, "application/json");
        assert_eq!(check(&[json.clone(), (header::CONTENT_ENCODING, "gzip")]), Err(415));
        assert_eq!(check(&[json.clone(), (header::CONTENT_LENGTH, "100")]), Ok(false));
        assert_eq!(check(&[json, (header::CONTENT_LENGTH, "101")]), Err(413));
    }
}
