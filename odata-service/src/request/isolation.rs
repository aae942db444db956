//! The header `Isolation`, in OData 4.0 `OData-Isolation` (OData Protocol 4.01 §8.2.6).

use http::{HeaderMap, HeaderName};
use odata_core::{Error, ErrorCode};

use crate::failure::bad_request;

/// The names of the header. If both are given, the first counts.
const NAMES: [&str; 2] = ["isolation", "odata-isolation"];

/// Refuses requests for a list whose pages are all of one point in time, which they are not.
pub(crate) fn check(headers: &HeaderMap) -> Result<(), Error> {
    for name in NAMES {
        let Some(value) = headers.get(HeaderName::from_static(name)) else { continue };
        return Err(if value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"snapshot") {
            let message = format!("`{name}: snapshot` is not supported");
            Error::new(ErrorCode::PRECONDITION_FAILED, message)
        } else {
            bad_request(format!("the header `{name}` has a value other than `snapshot`"))
        });
    }
    Ok(())
}
