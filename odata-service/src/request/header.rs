//! Values of headers.

use std::borrow::Cow;

use http::{HeaderMap, HeaderName};
use odata_core::Error;

use crate::failure::bad_request;

/// Returns the value of a header; the values of several lines as one list (RFC 9110 §5.3).
pub(super) fn joined<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Result<Option<Cow<'h, str>>, Error> {
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
