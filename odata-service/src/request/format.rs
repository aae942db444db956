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
    CsdlXml {
        /// Whether the client names the character set: only then does the response (OData Protocol 4.01 §8.2.1).
        charset: bool,
    },
    /// CSDL JSON.
    CsdlJson,
}

impl Format {
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json { ieee754_compatible: false } => "application/json;odata.metadata=minimal",
            Self::Json { ieee754_compatible: true } => "application/json;odata.metadata=minimal;IEEE754Compatible=true",
            Self::CsdlXml { charset: false } => "application/xml",
            Self::CsdlXml { charset: true } => "application/xml;charset=utf-8",
            Self::CsdlJson => "application/json",
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

/// What is asked for, which has representations of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Entities, and the service document.
    Data,
    /// `$metadata`.
    Metadata,
}

impl Content {
    /// Returns all representations; the first one is for clients that do not ask for any.
    const fn formats(self) -> &'static [Format] {
        match self {
            Self::Data => &[Format::Json { ieee754_compatible: false }],
            // XML first (OData Protocol 4.01 §11.1.2).
            Self::Metadata => &[Format::CsdlXml { charset: false }, Format::CsdlJson],
        }
    }

    fn not_acceptable(self) -> Error {
        let offered: Vec<_> = self.formats().iter().map(|format| format!("`{}`", format.media_type())).collect();
        let message = format!("the resource is offered as {} only", offered.join(" and "));
        Error::new(ErrorCode::NOT_ACCEPTABLE, message)
    }
}

/// Returns the representation to make: `$format` takes precedence over `Accept` (OData Protocol 4.01 §11.2.12).
pub(super) fn format(headers: &HeaderMap, format: Option<&str>, content: Content) -> Result<Format, Error> {
    let default = content.formats()[0];
    if let Some(format) = format {
        let chosen = if format.contains('/') {
            let parsed = MediaType::parse(format)
                .ok_or_else(|| bad_request("the value of `$format` is not a media type").with_target("$format"))?;
            content.formats().iter().find_map(|known| known.within(&parsed))
        } else {
            content.formats().iter().copied().find(|known| known.abbreviation().eq_ignore_ascii_case(format))
        };
        return chosen.ok_or_else(|| content.not_acceptable().with_target("$format"));
    }
    let Some(accept) = joined(headers, &header::ACCEPT)? else {
        return Ok(default);
    };
    // Most clients send one of these.
    if matches!(accept.trim(), "" | "*/*") {
        return Ok(default);
    }
    media_type::best(&accept, content.formats(), |format, range| format.within(range))
        .ok_or_else(|| content.not_acceptable())
}

impl Format {
    /// Returns the name of the format that `$format` can have instead of the media type (OData Protocol 4.01 §11.2.12).
    const fn abbreviation(self) -> &'static str {
        match self {
            Self::Json { .. } | Self::CsdlJson => "json",
            Self::CsdlXml { .. } => "xml",
        }
    }

    /// Returns the format with the parameters of a media range, if the range includes it. Parameters that the format does
    /// not define are ignored.
    fn within(self, range: &MediaType) -> Option<Self> {
        if !range.includes("application", self.abbreviation()) {
            return None;
        }
        let mut found = self;
        for (name, value) in &range.parameters {
            match (&mut found, name.as_str()) {
                (_, "charset") if !value.eq_ignore_ascii_case("utf-8") => return None,
                (Self::CsdlXml { charset }, "charset") => *charset = true,
                (Self::CsdlXml { .. }, _) => {}
                (_, "odata.metadata" | "metadata") if !value.eq_ignore_ascii_case("minimal") => return None,
                (Self::Json { ieee754_compatible }, "ieee754compatible") => {
                    *ieee754_compatible = value.eq_ignore_ascii_case("true");
                }
                // Numbers in annotations are numbers (OData CSDL JSON 4.01 §2.1.1).
                (Self::CsdlJson, "ieee754compatible") if value.eq_ignore_ascii_case("true") => return None,
                _ => {}
            }
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_accept(accept: &str, content: Content) -> Result<Format, u16> {
        let headers = HeaderMap::from_iter([(header::ACCEPT, accept.parse().unwrap())]);
        format(&headers, None, content).map_err(|error| error.status())
    }

    const JSON: Format = Format::Json { ieee754_compatible: false };
    const CSDL_XML: Format = Format::CsdlXml { charset: false };
    const CSDL_JSON: Format = Format::CsdlJson;

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
            assert_eq!(of_accept(accept, Content::Data), Ok(JSON), "{accept}");
        }
        let compatible = Ok(Format::Json { ieee754_compatible: true });
        assert_eq!(of_accept("application/json;IEEE754Compatible=true", Content::Data), compatible);
    }

    #[test]
    fn what_is_not_offered_is_not_acceptable() {
        for accept in [
            "text/html",
            "application/xml",
            "application/json;odata.metadata=full",
            "application/json;q=0",
            "*/*, application/json;q=0",
            "application/json;charset=utf-16",
        ] {
            assert_eq!(of_accept(accept, Content::Data), Err(406), "{accept}");
        }
    }

    #[test]
    fn metadata_is_xml_or_json() {
        for (accept, expected) in [
            ("*/*", CSDL_XML),
            ("", CSDL_XML),
            ("application/*", CSDL_XML),
            ("application/xml", CSDL_XML),
            ("application/json", CSDL_JSON),
            ("application/json;metadata=minimal;IEEE754Compatible=false", CSDL_JSON),
            ("application/json, application/xml;q=0.9", CSDL_JSON),
            ("application/json;q=0.5, application/xml;q=0.6", CSDL_XML),
            ("application/json;q=0.5, */*;q=0.1", CSDL_JSON),
            ("application/xml;q=0, */*", CSDL_JSON),
            ("application/json;metadata=full, application/xml;q=0.1", CSDL_XML),
            ("application/xml;charset=UTF-8", Format::CsdlXml { charset: true }),
            ("application/json;charset=utf-8", CSDL_JSON),
        ] {
            assert_eq!(of_accept(accept, Content::Metadata), Ok(expected), "{accept}");
        }
        for accept in [
            "text/html",
            "text/xml",
            "application/xml;charset=utf-16",
            "application/json;metadata=full",
            "application/json;IEEE754Compatible=true",
            "*/*;q=0",
        ] {
            assert_eq!(of_accept(accept, Content::Metadata), Err(406), "{accept}");
        }
    }

    #[test]
    fn format_takes_precedence_over_accept() {
        let xml_only = HeaderMap::from_iter([(header::ACCEPT, "application/xml".parse().unwrap())]);
        let of = |value, content| format(&xml_only, Some(value), content).map_err(|error| error.status());
        for value in ["json", "JSON", "application/json;odata.metadata=minimal"] {
            assert_eq!(of(value, Content::Data), Ok(JSON), "{value}");
        }
        for value in ["json", "Json", "application/json", "application/json;metadata=minimal"] {
            assert_eq!(of(value, Content::Metadata), Ok(CSDL_JSON), "{value}");
        }
        for value in ["xml", "XML", "application/xml", "*/*"] {
            assert_eq!(of(value, Content::Metadata), Ok(CSDL_XML), "{value}");
        }
        for (value, status) in [("atom", 406), ("application/xml", 406), ("xml", 406), ("a/b/;", 400)] {
            assert_eq!(of(value, Content::Data), Err(status), "{value}");
        }
        for (value, status) in [("atom", 406), ("xml;charset=utf-8", 406), ("a/b", 406), ("a/b/;", 400)] {
            assert_eq!(of(value, Content::Metadata), Err(status), "{value}");
        }
    }
}
