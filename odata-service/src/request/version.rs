//! The headers `OData-Version` and `OData-MaxVersion` (OData Protocol 4.01 §8.1.5, §8.2.7).

use http::{HeaderMap, HeaderName};
use odata_core::Error;

use crate::failure::bad_request;

const VERSION: HeaderName = HeaderName::from_static("odata-version");
const MAX_VERSION: HeaderName = HeaderName::from_static("odata-maxversion");

/// Refuses bodies of versions that the service does not read, and clients that do not accept 4.0, in which it answers.
pub(crate) fn check(headers: &HeaderMap) -> Result<(), Error> {
    if let Some(version) = version(headers, &VERSION)?
        && !matches!(version, (4, 0 | 1))
    {
        return Err(bad_request("`OData-Version` must be 4.0 or 4.01"));
    }
    if let Some((major, _)) = version(headers, &MAX_VERSION)?
        && major < 4
    {
        return Err(bad_request("`OData-MaxVersion` must be 4.0 or greater"));
    }
    Ok(())
}

fn version(headers: &HeaderMap, name: &HeaderName) -> Result<Option<(u32, u32)>, Error> {
    let Some(value) = headers.get(name) else {
        return Ok(None);
    };
    let parsed = value.to_str().ok().and_then(|text| {
        let (major, minor) = text.trim().split_once('.')?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    });
    parsed.map(Some).ok_or_else(|| bad_request(format!("the header `{name}` is not a version")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_that_the_service_speaks_pass() {
        let status = |name: &'static str, value: &str| {
            let headers = HeaderMap::from_iter([(HeaderName::from_static(name), value.parse().unwrap())]);
            check(&headers).map_err(|error| error.status())
        };
        for good in ["4.0", "4.01"] {
            assert_eq!(status("odata-version", good), Ok(()));
        }
        for bad in ["3.0", "5.0", "4", "x", "4.02"] {
            assert_eq!(status("odata-version", bad), Err(400), "{bad}");
        }
        for good in ["4.0", "4.01", "5.0"] {
            assert_eq!(status("odata-maxversion", good), Ok(()));
        }
        assert_eq!(status("odata-maxversion", "3.0"), Err(400));
    }
}
