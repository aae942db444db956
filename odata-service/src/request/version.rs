//! The headers `OData-Version` and `OData-MaxVersion` (OData Protocol 4.01 §8.1.5, §8.2.7).

use http::{HeaderMap, HeaderName};
use odata_core::{Error, csdl::Version};

use crate::failure::bad_request;

const VERSION: HeaderName = HeaderName::from_static("odata-version");
const MAX_VERSION: HeaderName = HeaderName::from_static("odata-maxversion");

/// Returns the greatest version that the client accepts, of those that the service knows: 4.0 if the client says nothing,
/// so that a client that has always worked goes on to do so (OData Protocol 4.01 §8.2.7).
///
/// Refuses bodies of versions that the service does not read, and clients that do not accept 4.0.
pub(super) fn accepted(headers: &HeaderMap) -> Result<Version, Error> {
    if let Some(version) = version(headers, &VERSION)?
        && !matches!(version, (4, 0 | 1))
    {
        return Err(bad_request("`OData-Version` must be 4.0 or 4.01"));
    }
    match version(headers, &MAX_VERSION)? {
        Some(max) if max < (4, 0) => Err(bad_request("`OData-MaxVersion` must be 4.0 or greater")),
        Some(max) if max > (4, 0) => Ok(Version::V4_01),
        _ => Ok(Version::V4_0),
    }
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

    fn of(name: &'static str, value: &str) -> Result<Version, u16> {
        let headers = HeaderMap::from_iter([(HeaderName::from_static(name), value.parse().unwrap())]);
        accepted(&headers).map_err(|error| error.status())
    }

    #[test]
    fn bodies_have_a_version_that_the_service_reads() {
        for good in ["4.0", "4.01"] {
            assert_eq!(of("odata-version", good), Ok(Version::V4_0));
        }
        for bad in ["3.0", "5.0", "4", "x", "4.02"] {
            assert_eq!(of("odata-version", bad), Err(400), "{bad}");
        }
    }

    #[test]
    fn the_greatest_version_is_the_clients_own_or_the_last_one() {
        assert_eq!(accepted(&HeaderMap::new()), Ok(Version::V4_0));
        for (max, expected) in [
            ("4.0", Ok(Version::V4_0)),
            ("4.01", Ok(Version::V4_01)),
            ("4.02", Ok(Version::V4_01)),
            ("5.0", Ok(Version::V4_01)),
            ("3.0", Err(400)),
            ("4", Err(400)),
        ] {
            assert_eq!(of("odata-maxversion", max), expected, "{max}");
        }
    }
}
