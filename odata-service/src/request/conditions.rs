//! The headers `If-Match` and `If-None-Match` (RFC 9110 §13; OData Protocol 4.01 §8.2.4, §8.2.5).

use http::{HeaderMap, HeaderName, HeaderValue, header};
use odata_core::{Error, ErrorCode};

use super::media_type::split;
use crate::failure::bad_request;

/// Returns the version of an entity as a weak entity tag. Weak, because representations with different options share it.
pub(crate) fn entity_tag(version: u64) -> String {
    format!("W/\"{version:x}\"")
}

/// What identifies a representation that exists.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Tag<'a> {
    /// The version of an entity.
    Version(u64),
    /// An opaque tag.
    Opaque(&'a str),
}

/// The conditions under which a request is executed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Conditions {
    if_match: Option<Tags>,
    if_none_match: Option<Tags>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Tags {
    Any,
    /// The opaque tags without quotes, whether weak or strong: tags are compared weakly.
    Listed(Vec<String>),
}

/// The result of a conditional read (RFC 9110 §8.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Validation {
    /// The client needs the representation.
    Modified,
    /// The client has it already: 304.
    NotModified,
}

impl Conditions {
    pub(crate) fn of(headers: &HeaderMap) -> Result<Self, Error> {
        Ok(Self { if_match: tags(headers, &header::IF_MATCH)?, if_none_match: tags(headers, &header::IF_NONE_MATCH)? })
    }

    /// Checks a write against the stored version; `None` if nothing is stored.
    pub(crate) fn check_write(&self, version: Option<u64>) -> Result<(), Error> {
        let tag = version.map(Tag::Version);
        if self.if_match.as_ref().is_some_and(|tags| !tags.include(tag)) {
            return Err(failed("`If-Match` does not name the entity's current version"));
        }
        if self.if_none_match.as_ref().is_some_and(|tags| tags.include(tag)) {
            return Err(failed("`If-None-Match` names the entity's current version"));
        }
        Ok(())
    }

    /// Checks a read against the current representation; `None` if nothing is stored.
    pub(crate) fn check_read(&self, tag: Option<Tag<'_>>) -> Result<Validation, Error> {
        if self.if_match.as_ref().is_some_and(|tags| !tags.include(tag)) {
            return Err(failed("`If-Match` does not name the current version"));
        }
        let known = self.if_none_match.as_ref().is_some_and(|tags| tags.include(tag));
        Ok(if known { Validation::NotModified } else { Validation::Modified })
    }
}

impl Tags {
    fn include(&self, current: Option<Tag<'_>>) -> bool {
        match (self, current) {
            (_, None) => false,
            (Self::Any, Some(_)) => true,
            (Self::Listed(tags), Some(Tag::Version(version))) => tags.contains(&format!("{version:x}")),
            (Self::Listed(tags), Some(Tag::Opaque(current))) => tags.iter().any(|tag| tag == current),
        }
    }
}

/// Returns the tags of a header. A condition that cannot be read is refused: ignoring it could do what it should prevent.
fn tags(headers: &HeaderMap, name: &HeaderName) -> Result<Option<Tags>, Error> {
    let mut found = None;
    for line in headers.get_all(name) {
        let malformed = || bad_request(format!("header `{name}` is not `*` or a list of entity tags"));
        let line = HeaderValue::to_str(line).map_err(|_| malformed())?;
        if line.trim() == "*" {
            found = Some(Tags::Any);
            continue;
        }
        for tag in split(line, ',').map(str::trim).filter(|tag| !tag.is_empty()) {
            let tag = tag.strip_prefix("W/").unwrap_or(tag);
            let tag = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).ok_or_else(malformed)?;
            match found.get_or_insert(Tags::Listed(Vec::new())) {
                Tags::Any => {}
                Tags::Listed(tags) => tags.push(tag.to_owned()),
            }
        }
        if found.is_none() {
            return Err(malformed());
        }
    }
    Ok(found)
}

fn failed(message: &str) -> Error {
    Error::new(ErrorCode::PRECONDITION_FAILED, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conditions(name: HeaderName, value: &'static str) -> Conditions {
        Conditions::of(&HeaderMap::from_iter([(name, HeaderValue::from_static(value))])).unwrap()
    }

    #[test]
    fn if_match_needs_one_of_its_tags() {
        for value in ["*", "W/\"ff\"", "\"ff\"", "\"0\" , W/\"ff\""] {
            assert!(conditions(header::IF_MATCH, value).check_write(Some(255)).is_ok(), "{value}");
            assert!(conditions(header::IF_MATCH, value).check_write(None).is_err(), "{value}");
        }
        assert!(conditions(header::IF_MATCH, "\"fe\"").check_write(Some(255)).is_err());
        assert!(conditions(header::IF_MATCH, "\"fe\"").check_read(Some(Tag::Version(255))).is_err());
    }

    #[test]
    fn if_none_match_stops_writes_and_shortens_reads() {
        for value in ["*", "\"1\""] {
            let conditions = conditions(header::IF_NONE_MATCH, value);
            assert!(conditions.check_write(Some(1)).is_err());
            assert!(conditions.check_write(None).is_ok());
            assert_eq!(conditions.check_read(Some(Tag::Version(1))).unwrap(), Validation::NotModified);
        }
        let read = |tag| conditions(header::IF_NONE_MATCH, "\"1\", W/\"a-b\"").check_read(Some(tag)).unwrap();
        assert_eq!(read(Tag::Version(2)), Validation::Modified);
        assert_eq!(read(Tag::Opaque("a-b")), Validation::NotModified);
        assert_eq!(read(Tag::Opaque("a")), Validation::Modified);
    }

    #[test]
    fn a_condition_that_cannot_be_read_is_refused() {
        for value in ["ff", "", "\"1", "\"1\" \"2\"x"] {
            let headers = HeaderMap::from_iter([(header::IF_MATCH, HeaderValue::from_static(value))]);
            assert!(Conditions::of(&headers).is_err(), "{value}");
        }
    }
}
