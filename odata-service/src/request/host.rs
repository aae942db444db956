//! The host of a request.

use http::{Version, header, request::Parts, uri::Authority};
use odata_core::Error;

use crate::failure::bad_request;

/// Returns the host that the client has asked, with its port (RFC 9110 §7.2): that of the request's target, which in HTTP/2
/// is `:authority`, else that of the header.
///
/// A request that does not name its host as its version of HTTP requires is refused (RFC 9112 §3.2, RFC 9113 §8.3.1): a
/// proxy could read another host from it.
pub(crate) fn authority(head: &Parts) -> Result<Authority, Error> {
    let mut lines = head.headers.get_all(header::HOST).iter();
    let (host, further) = (lines.next(), lines.next());
    if further.is_some() {
        return Err(bad_request("the header `Host` is given twice"));
    }
    let bad = || bad_request("the header `Host` is not a host with an optional port");
    let host = host.map(|host| Authority::try_from(host.as_bytes()).map_err(|_| bad())).transpose()?;
    if host.is_none() && head.version == Version::HTTP_11 {
        return Err(bad_request("the header `Host` is missing"));
    }
    match head.uri.authority().cloned().or(host) {
        // It would name a user, and the service's URLs do not.
        Some(authority) if authority.as_str().contains('@') => Err(bad()),
        Some(authority) => Ok(authority),
        None if head.version < Version::HTTP_11 => Ok(Authority::from_static("localhost")),
        None => Err(bad_request("the request does not name its host")),
    }
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn of(version: Version, uri: &str, hosts: &[&str]) -> Result<String, u16> {
        let request = Request::builder().version(version).uri(uri);
        let request = hosts.iter().fold(request, |request, host| request.header(header::HOST, *host));
        let (head, ()) = request.body(()).unwrap().into_parts();
        authority(&head).map(|authority| authority.to_string()).map_err(|error| error.status())
    }

    #[test]
    fn each_version_has_its_way_to_name_the_host() {
        let found = |host: &str| Ok(host.to_owned());
        for version in [Version::HTTP_10, Version::HTTP_11, Version::HTTP_2] {
            assert_eq!(of(version, "/x", &["a:81"]), found("a:81"));
            assert_eq!(of(version, "http://a:81/x", &["b"]), found("a:81"), "the target takes precedence");
            for hosts in [&["a", "a"][..], &["a", "b"], &["a b"], &[""], &["user@a"]] {
                assert_eq!(of(version, "/x", hosts), Err(400), "{hosts:?}");
            }
            assert_eq!(of(version, "http://a/x", &["a", "a"]), Err(400));
            assert_eq!(of(version, "http://user@a/x", &["a"]), Err(400));
        }
        assert_eq!(of(Version::HTTP_10, "/x", &[]), found("localhost"));
        assert_eq!(of(Version::HTTP_11, "/x", &[]), Err(400));
        assert_eq!(of(Version::HTTP_11, "http://a/x", &[]), Err(400));
        assert_eq!(of(Version::HTTP_2, "http://a/x", &[]), found("a"));
        assert_eq!(of(Version::HTTP_2, "/x", &[]), Err(400));
    }
}
