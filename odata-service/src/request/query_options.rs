//! Query options (OData Protocol 4.01 §11.2; OData URL Conventions 4.01 §5).

use std::borrow::Cow;

use odata_core::{Error, ErrorCode, uri::percent};

use crate::{
    failure::{bad_request, not_supported},
    restrictions::Denied,
};

/// System query options that OData has and this service does not.
const UNSUPPORTED: [&str; 11] = [
    "$apply",
    "$compute",
    "$deltatoken",
    "$expand",
    "$filter",
    "$id",
    "$index",
    "$levels",
    "$orderby",
    "$schemaversion",
    "$search",
];

/// The values of the system query options.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct QueryOptions {
    pub(crate) top: Option<u64>,
    pub(crate) skip: Option<u64>,
    pub(crate) count: Option<bool>,
    pub(crate) select: Option<String>,
    pub(crate) format: Option<String>,
    /// The token of a next link. Its meaning depends on the collection.
    pub(crate) skip_token: Option<String>,
}

impl QueryOptions {
    /// Reads a query. Names that do not begin with `$` are custom options and parameter aliases, which mean nothing here.
    pub(crate) fn parse(query: &str) -> Result<Self, Error> {
        let mut options = Self::default();
        for (name, value) in pairs(query) {
            let name = decode(query, name)?;
            if !name.starts_with('$') {
                continue;
            }
            let value = decode(query, value)?;
            match &*name {
                "$top" => once(&mut options.top, "$top", whole_number("$top", &value)?)?,
                "$skip" => once(&mut options.skip, "$skip", whole_number("$skip", &value)?)?,
                "$count" => once(&mut options.count, "$count", boolean("$count", &value)?)?,
                "$select" => once(&mut options.select, "$select", value.into_owned())?,
                "$format" => once(&mut options.format, "$format", value.into_owned())?,
                "$skiptoken" => once(&mut options.skip_token, "$skiptoken", value.into_owned())?,
                unsupported if UNSUPPORTED.contains(&unsupported) => {
                    let message = format!("the query option `{unsupported}` is not supported");
                    return Err(Error::new(ErrorCode::NOT_SUPPORTED, message).with_target(unsupported));
                }
                unknown => {
                    let message = format!("there is no query option `{unknown}`");
                    return Err(bad_request(message).with_target(unknown));
                }
            }
        }
        if options.skip.is_some() && options.skip_token.is_some() {
            // A next link starts after what `$skip` has skipped, and has no `$skip`.
            let message = "the query options `$skip` and `$skiptoken` cannot be combined";
            return Err(bad_request(message).with_target("$skiptoken"));
        }
        Ok(options)
    }

    /// Refuses options that the model does not allow for the resource (OData Protocol 4.01 §9.3.1).
    pub(crate) fn check_supported(&self, denied: Denied) -> Result<(), Error> {
        let options = [
            ("$top", self.top.is_some(), Denied::TOP),
            ("$skip", self.skip.is_some(), Denied::SKIP),
            ("$count", self.count == Some(true), Denied::COUNT),
            ("$select", self.select.is_some(), Denied::SELECT),
        ];
        match options.into_iter().find(|(_, is_given, needed)| *is_given && denied.has(*needed)) {
            Some((name, ..)) => Err(not_supported("for this resource, the query option", name)),
            None => Ok(()),
        }
    }

    /// Returns the name of an option that only a collection has, if one is given.
    pub(crate) fn paging(&self) -> Option<&'static str> {
        let options = [
            ("$top", self.top.is_some()),
            ("$skip", self.skip.is_some()),
            ("$count", self.count.is_some()),
            ("$skiptoken", self.skip_token.is_some()),
        ];
        options.into_iter().find_map(|(name, given)| given.then_some(name))
    }
}

/// Returns the query of the next link: the options as the client wrote them, from `skip_token` on. `$skip` is done
/// already; `top` is how many entities are still wanted.
pub(crate) fn next_query(query: &str, skip_token: &str, top: Option<u64>) -> String {
    let mut next: Vec<String> = pairs(query)
        .filter(|(name, _)| !matches!(percent::decode(name).as_deref(), Ok("$skip" | "$skiptoken" | "$top")))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    next.extend(top.map(|top| format!("$top={top}")));
    next.push(format!("$skiptoken={skip_token}"));
    next.join("&")
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// A plus sign is not a space: OData URLs are not HTML forms.
fn decode<'q>(query: &'q str, text: &'q str) -> Result<Cow<'q, str>, Error> {
    percent::decode(text)
        .map_err(|error| error.after(&query[..text.as_ptr().addr() - query.as_ptr().addr()], "query").into())
}

fn once<T>(option: &mut Option<T>, name: &str, value: T) -> Result<(), Error> {
    if option.replace(value).is_some() {
        return Err(bad_request(format!("the query option `{name}` is given twice")).with_target(name));
    }
    Ok(())
}

fn whole_number(name: &str, value: &str) -> Result<u64, Error> {
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .then(|| value.parse().ok())
        .flatten()
        .ok_or_else(|| bad_request(format!("the value of `{name}` is not a non-negative integer")).with_target(name))
}

fn boolean(name: &str, value: &str) -> Result<bool, Error> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(bad_request(format!("the value of `{name}` is not true or false")).with_target(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(query: &str) -> u16 {
        QueryOptions::parse(query).unwrap_err().status()
    }

    #[test]
    fn options_are_read_in_any_order_and_encoding() {
        let options = QueryOptions::parse("%24top=5&&$count=true&$select=a,b%2Fc&$skip=0&$format=json").unwrap();
        let expected = QueryOptions {
            top: Some(5),
            skip: Some(0),
            count: Some(true),
            select: Some("a,b/c".to_owned()),
            format: Some("json".to_owned()),
            skip_token: None,
        };
        assert_eq!(options, expected);
    }

    #[test]
    fn names_without_a_dollar_sign_are_ignored_even_twice() {
        assert_eq!(QueryOptions::parse("top=x&debug&debug&@p=1&filter=y").unwrap(), QueryOptions::default());
    }

    #[test]
    fn options_of_odata_that_are_not_supported_are_named() {
        for option in UNSUPPORTED {
            let error = QueryOptions::parse(&format!("{option}=x")).unwrap_err();
            assert_eq!((error.status(), error.target()), (501, Some(option)));
        }
    }

    #[test]
    fn unknown_options_repeated_options_and_bad_values_are_refused() {
        for query in [
            "$nothing=1",
            "$Top=1",
            "$top=1&$top=1",
            "$top=1&%24top=2",
            "$top=-1",
            "$top=+1",
            "$top=",
            "$top",
            "$skip=1.5",
            "$skip=99999999999999999999",
            "$count=1",
            "$skiptoken=x&$skiptoken=x",
            "$skiptoken=x&$skip=0",
            "$select=%ff",
        ] {
            assert_eq!(status(query), 400, "{query}");
        }
    }

    #[test]
    fn the_next_query_keeps_what_was_asked_for() {
        let next = next_query("$select=a,%20b&$top=10&$skip=3&$count=true&x&%24skiptoken=a", "b-_", Some(7));
        assert_eq!(next, "$select=a,%20b&$count=true&x=&$top=7&$skiptoken=b-_");
        assert_eq!(QueryOptions::parse(&next).unwrap().skip_token.as_deref(), Some("b-_"));
    }
}
