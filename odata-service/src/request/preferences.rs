//! The header `Prefer` (RFC 7240; OData Protocol 4.01 §8.2.8).

use http::{HeaderMap, HeaderName};

use super::media_type::split;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// The preferences that the service knows. Others are ignored, as are malformed ones: a preference binds nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// `return=minimal` or `return=representation`.
    pub(crate) content: Option<Return>,
    /// `odata.maxpagesize` or `maxpagesize`.
    pub(crate) max_page_size: Option<MaxPageSize>,
}

/// The content of the response to a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Return {
    Minimal,
    Representation,
}

/// The maximum number of entities on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MaxPageSize {
    pub(crate) size: u64,
    /// Whether the client has written the 4.0 name with the prefix: the response repeats the name as written.
    prefixed: bool,
}

impl Return {
    /// Returns the preference for `Preference-Applied`.
    pub(crate) const fn applied(self) -> &'static str {
        match self {
            Self::Minimal => "return=minimal",
            Self::Representation => "return=representation",
        }
    }
}

impl MaxPageSize {
    /// Returns the preference for `Preference-Applied`.
    pub(crate) fn applied(self) -> String {
        let prefix = if self.prefixed { "odata." } else { "" };
        format!("{prefix}maxpagesize={}", self.size)
    }
}

impl Preferences {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let mut found = Self::default();
        let lines = headers.get_all(&PREFER).iter().filter_map(|value| value.to_str().ok());
        for preference in lines.flat_map(|line| split(line, ',')) {
            // Parameters of a preference follow semicolons; the known preferences have none.
            let preference = split(preference, ';').next().unwrap_or_default();
            let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
            let value = value.trim().trim_matches('"');
            // If a preference is given twice, the first one counts (RFC 7240 §2).
            match name.trim().to_ascii_lowercase().as_str() {
                "return" if found.content.is_none() => {
                    found.content = match value.to_ascii_lowercase().as_str() {
                        "minimal" => Some(Return::Minimal),
                        "representation" => Some(Return::Representation),
                        _ => None,
                    };
                }
                name @ ("maxpagesize" | "odata.maxpagesize") if found.max_page_size.is_none() => {
                    let size = value.parse().ok().filter(|size| *size > 0);
                    let prefixed = name.starts_with("odata.");
                    found.max_page_size = size.map(|size| MaxPageSize { size, prefixed });
                }
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferences(lines: &[&'static str]) -> Preferences {
        let name = HeaderName::from_static("prefer");
        Preferences::of(&lines.iter().map(|line| (name.clone(), line.parse().unwrap())).collect())
    }

    #[test]
    fn known_preferences_are_found_among_others() {
        let found = preferences(&["respond-async, odata.maxpagesize=5; foo=bar", "Return=\"minimal\""]);
        assert_eq!(found.content, Some(Return::Minimal));
        assert_eq!(
            found.max_page_size.map(|size| (size.size, size.applied())),
            Some((5, "odata.maxpagesize=5".to_owned()))
        );
        assert_eq!(
            preferences(&["maxpagesize=7"]).max_page_size.map(MaxPageSize::applied),
            Some("maxpagesize=7".to_owned())
        );
    }

    #[test]
    fn the_first_counts_and_what_is_malformed_does_not() {
        assert_eq!(preferences(&["return=representation, return=minimal"]).content, Some(Return::Representation));
        assert_eq!(preferences(&["return=nothing, maxpagesize=0, odata.maxpagesize=x"]), Preferences::default());
    }
}
