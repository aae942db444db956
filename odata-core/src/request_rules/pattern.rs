//! Patterns of text, in the dialect of ECMAScript (`Validation.Pattern`).

#[cfg(feature = "pattern")]
use regex::Regex;

use crate::{
    csdl::{Expression, PrimitiveType},
    edm::{EdmType, PropertyType},
    slot::ValueRef,
};

/// A regular expression, which is found somewhere in a text unless it says where.
#[derive(Debug)]
pub(crate) struct Pattern {
    text: String,
    #[cfg(feature = "pattern")]
    regex: Regex,
}

impl Pattern {
    /// Creates the demand of an annotation; `None` if its value is not a constant. The error is the rest of a sentence
    /// about the annotation.
    pub(super) fn new(ty: &PropertyType, value: &Expression) -> Result<Option<Self>, String> {
        if !matches!(ty.edm, EdmType::Primitive(PrimitiveType::String)) {
            return Err(format!("is about text, and not about `{}`", ty.edm.name()));
        }
        value.as_str().map(Self::parse).transpose()
    }

    #[cfg(feature = "pattern")]
    fn parse(text: &str) -> Result<Self, String> {
        match Regex::new(&in_rust(text)) {
            Ok(regex) => Ok(Self { text: text.to_owned(), regex }),
            Err(error) => {
                let reason = error.to_string();
                let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
                Err(format!("has the pattern `{text}`, which cannot be matched: {reason}"))
            }
        }
    }

    #[cfg(not(feature = "pattern"))]
    fn parse(_: &str) -> Result<Self, String> {
        Err("needs the feature `pattern` of `odata-core`".to_owned())
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    #[cfg(feature = "pattern")]
    pub(super) fn is_in(&self, value: &ValueRef<'_>) -> bool {
        matches!(value, ValueRef::Text(text) if self.regex.is_match(text))
    }

    // There are no patterns without the feature.
    #[cfg(not(feature = "pattern"))]
    #[expect(clippy::unused_self, reason = "it is the method of both")]
    pub(super) fn is_in(&self, _: &ValueRef<'_>) -> bool {
        true
    }
}

/// Rewrites a pattern of ECMAScript so that it means the same in Rust: classes of ASCII characters, what the dot is, and
/// characters that mean something inside of brackets.
#[cfg(feature = "pattern")]
fn in_rust(pattern: &str) -> String {
    let mut rust = String::with_capacity(pattern.len() + 16);
    let (mut characters, mut in_class) = (pattern.chars(), false);
    while let Some(character) = characters.next() {
        match character {
            '\\' => match (characters.next(), in_class) {
                (Some('d'), _) => rust.push_str("[0-9]"),
                (Some('D'), _) => rust.push_str("[^0-9]"),
                (Some('w'), _) => rust.push_str("[0-9A-Za-z_]"),
                (Some('W'), _) => rust.push_str("[^0-9A-Za-z_]"),
                (Some('b'), true) => rust.push_str(r"\x08"),
                (Some(boundary @ ('b' | 'B')), false) => {
                    rust.push_str(r"(?-u:\");
                    rust.push(boundary);
                    rust.push(')');
                }
                (escaped, _) => {
                    rust.push('\\');
                    rust.extend(escaped);
                }
            },
            '.' if !in_class => rust.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            '[' | '&' | '~' if in_class => {
                rust.push('\\');
                rust.push(character);
            }
            _ => {
                in_class = (in_class || character == '[') && character != ']';
                rust.push(character);
            }
        }
    }
    rust
}

#[cfg(all(test, feature = "pattern"))]
mod tests {
    use super::*;

    fn matches(pattern: &str, text: &str) -> bool {
        Pattern::parse(pattern).unwrap_or_else(|problem| panic!("{problem}")).is_in(&ValueRef::Text(text))
    }

    #[test]
    fn patterns_mean_what_they_do_in_ecmascript() {
        for (pattern, text, expected) in [
            ("b", "abc", true),
            ("^b", "abc", false),
            ("^[A-Z]{2}-\\d+$", "AB-12", true),
            ("^[A-Z]{2}-\\d+$", "AB-12\n", false),
            ("^\\d$", "٣", false),
            ("^\\D$", "٣", true),
            ("^\\w$", "ä", false),
            ("^[\\w.-]+$", "a.b-c_1", true),
            ("^[^\\d]$", "1", false),
            ("^a.b$", "a\u{2028}b", false),
            ("^a.b$", "aäb", true),
            ("\\bb\\b", "a b", true),
            ("^[[&&]+$", "[&", true),
            ("^\\/\\-\\u00e4$", "/-ä", true),
            ("^[.]$", "x", false),
            ("^(?:a|bc)$", "bc", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn what_is_not_a_search_is_refused() {
        for pattern in ["(", "a{2", "(?=a)", "(a)\\1", "[b-a]"] {
            let problem = Pattern::parse(pattern).unwrap_err();
            assert!(problem.contains("cannot be matched: ") && problem.contains(pattern), "{problem}");
        }
    }
}
