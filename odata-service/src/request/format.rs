//! The query option `$format` and the header `Accept` (OData Protocol 4.01 §8.2.1, §11.2.12).

use http::{HeaderMap, HeaderValue, header};
use odata_core::{Error, ErrorCode};

use super::{
    header::joined,
    media_type::{self, MediaType},
};
use crate::failure::bad_request;

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

    /// Returns the header `Content-Type`.
    pub(crate) fn header(self) -> HeaderValue {
        // A constant is checked by the compiler, not for each response.
        const MINIMAL: HeaderValue = HeaderValue::from_static(Format::Json { ieee754_compatible: false }.media_type());
        if self == (Self::Json { ieee754_compatible: false }) {
            MINIMAL
        } else {
            HeaderValue::from_static(self.media_type())
        }
    }
}

/// Returns the representation to make: `$format` takes precedence over `Accept` (OData Protocol 4.01 §11.2.12).
pub(super) fn format(headers: &HeaderMap, format: Option<&str>, metadata: bool) -> Result<Format, Error> {
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
    // Most clients send one of these.
    if matches!(accept.trim(), "" | "*/*") {
        return Ok(default);
    }
    media_type::best(&accept, offer).ok_or_else(|| not_acceptable(default))
}

fn not_acceptable(offered: Format) -> Error {
    let message = format!("the resource is offered as `{}` only", offered.media_type());
    Error::new(ErrorCode::NOT_ACCEPTABLE, message)
}

/// Returns JSON with minimal metadata, for ranges that include it. Parameters that the format does not define are ignored.
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
    fn what_is_not_offered_is_not_acceptable() {
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
    fn format_takes_precedence_over_accept() {
        let xml_only = HeaderMap::from_iter([(header::ACCEPT, "application/xml".parse().unwrap())]);
        assert_eq!(format(&xml_only, Some("json"), false).unwrap(), JSON);
        assert_eq!(format(&xml_only, Some("application/json;odata.metadata=minimal"), false).unwrap(), JSON);
        let status = |value| format(&xml_only, Some(value), false).unwrap_err().status();
        assert_eq!((status("atom"), status("application/xml"), status("a/b/;")), (406, 406, 400));
    }
}
