//! Percent-encoding in URLs (RFC 3986 §2.1).

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::failure::Failure;

/// What a text stands for that is in the path or the query of a URL, whichever `part` names.
pub(crate) fn decode<'t>(text: &'t str, part: &str) -> Result<Cow<'t, str>, Failure> {
    percent_decode_str(text).decode_utf8().map_err(|_| Failure::bad_request(format!("the {part} is not UTF-8")))
}
