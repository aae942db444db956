//! The headers that describe the body (OData Protocol 4.01 §8.1.1).

use http::{HeaderMap, header};
use odata_core::{Error, ErrorCode};

use super::{header::joined, media_type::MediaType};
use crate::body::too_large;

/// Checks the format of the body before any of it is read. Returns whether it is `IEEE754Compatible`.
pub(super) fn body_form(headers: &HeaderMap, limit: u64) -> Result<bool, Error> {
    let unsupported = |message: &str| Error::new(ErrorCode::UNSUPPORTED_MEDIA_TYPE, message);
    let content_type = joined(headers, &header::CONTENT_TYPE)?
        .ok_or_else(|| unsupported("the body needs the header `Content-Type: application/json`"))?;
    // Most clients send exactly this.
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

#[cfg(test)]
mod tests {
    use http::HeaderName;

    use super::*;

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
