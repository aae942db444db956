//! The forms of values (OData CSDL XML 4.01, and the types of XML Schema that it names).

use super::characters::trim;
use crate::{
    csdl::{MaxLength, OnDelete, Scale, Version},
    geo::Srid,
    value::{Date, DateTimeOffset, Decimal, Duration, TimeOfDay, decode_base64, is_guid},
};

/// What the value of an attribute, or the text of an element, must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lexical {
    /// Any text.
    Text,
    /// A text that may be empty, without white space in it: a path.
    Path,
    /// A name, with a namespace or not, or a path with at least one segment.
    Name,
    /// The name of a type, which may be that of a collection.
    Type,
    /// Names with white space between them.
    Names,
    /// The target of annotations, which can have spaces between the types of parameters.
    Target,
    Boolean,
    Number,
    /// A number that is not negative.
    MemberValue,
    MaxLength,
    Scale,
    Srid,
    Version,
    OnDelete,
    /// The constants of annotations.
    Binary,
    BooleanConstant,
    Date,
    DateTimeOffset,
    Decimal,
    Duration,
    Float,
    Guid,
    Integer,
    TimeOfDay,
}

impl Lexical {
    /// Returns what is wrong with a value, if anything is.
    pub(super) fn fault(self, text: &str) -> Option<String> {
        let trimmed = trim(text);
        let is_right = match self {
            Self::Text | Self::Names => true,
            Self::Path => !has_space(trimmed),
            Self::Name => !trimmed.is_empty() && !has_space(trimmed),
            Self::Target => !trimmed.is_empty(),
            Self::Type => !type_name(trimmed).0.is_empty() && !has_space(trimmed),
            Self::Boolean => boolean(trimmed).is_some(),
            Self::Number => number(trimmed).is_some(),
            Self::MemberValue | Self::Integer => integer(trimmed).is_some(),
            Self::MaxLength => max_length(trimmed).is_some(),
            Self::Scale => scale(trimmed).is_some(),
            Self::Srid => srid(trimmed).is_some(),
            Self::Version => version(trimmed).is_some(),
            Self::OnDelete => OnDelete::from_name(trimmed).is_some(),
            Self::Binary => decode_base64(trimmed).is_some(),
            Self::BooleanConstant => matches!(trimmed, "true" | "false"),
            Self::Date => Date::parse(trimmed).is_ok(),
            Self::DateTimeOffset => DateTimeOffset::parse(trimmed).is_ok(),
            Self::Decimal => matches!(trimmed, "INF" | "-INF" | "NaN") || Decimal::parse(trimmed).is_ok(),
            Self::Duration => Duration::parse(trimmed).is_ok(),
            Self::Float => is_float(trimmed),
            Self::Guid => is_guid(trimmed),
            Self::TimeOfDay => TimeOfDay::parse(trimmed).is_ok(),
        };
        (!is_right).then(|| self.message(trimmed))
    }

    #[cold]
    fn message(self, text: &str) -> String {
        let expected = match self {
            Self::Text | Self::Names => "a text",
            Self::Path | Self::Name if has_space(text) => "a name: it has white space",
            Self::Path | Self::Name | Self::Target => "a name: it is empty",
            Self::Type => "the name of a type: `ns.type` or `Collection(ns.type)`",
            Self::Boolean | Self::BooleanConstant => "`true` or `false`",
            Self::Number => "a number of digits: 0 or more",
            Self::MemberValue | Self::Integer => "a 64-bit integer",
            Self::MaxLength => "a length: a number, or `max`",
            Self::Scale => "a scale: a number, `variable` or `floating`",
            Self::Srid => "a coordinate reference system: a number, or `variable`",
            Self::Version => return version_message(text),
            Self::OnDelete => "an action: `Cascade`, `None`, `SetNull` or `SetDefault`",
            Self::Binary => "base64url",
            Self::Date => "a date: YYYY-MM-DD",
            Self::DateTimeOffset => "a date and time with an offset: YYYY-MM-DDThh:mm:ssZ",
            Self::Decimal => "a decimal number",
            Self::Duration => "a duration: P1DT2H3M4S",
            Self::Float => "a floating-point number",
            Self::Guid => "a GUID: 8-4-4-4-12 hexadecimal digits",
            Self::TimeOfDay => "a time of day: hh:mm:ss",
        };
        format!("`{}` is not {expected}", shortened(text))
    }
}

fn version_message(text: &str) -> String {
    let text = shortened(text);
    if matches!(text.as_str(), "1.0" | "2.0" | "3.0") {
        format!("version {text} is not read: documents of versions 4.0 and 4.01 are")
    } else {
        format!("`{text}` is not a version: documents of versions 4.0 and 4.01 are read")
    }
}

/// Returns the start of a text, for messages.
pub(super) fn shortened(text: &str) -> String {
    let (start, dots) = start(text, 60);
    format!("{}{dots}", start.escape_debug())
}

/// Returns at most so many characters of a text, and two dots if it has more.
pub(super) fn start(text: &str, length: usize) -> (&str, &'static str) {
    text.char_indices().nth(length).map_or((text, ""), |(end, _)| (&text[..end], ".."))
}

fn has_space(text: &str) -> bool {
    text.contains([' ', '\t', '\n', '\r'])
}

/// Returns the name of a type, of the items if it is a collection, and whether it is.
pub(super) fn type_name(text: &str) -> (&str, bool) {
    let items = text.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')'));
    items.map_or((text, false), |items| (items, true))
}

/// `xs:boolean`.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// `xs:nonNegativeInteger`.
pub(super) fn number(text: &str) -> Option<u64> {
    text.strip_prefix('-')
        .map_or_else(|| text.parse().ok(), |rest| rest.parse().ok().filter(|&number: &u64| number == 0))
}

pub(super) fn integer(text: &str) -> Option<i64> {
    text.parse().ok()
}

pub(super) fn max_length(text: &str) -> Option<MaxLength> {
    if text == "max" { Some(MaxLength::Max) } else { number(text).map(MaxLength::Number) }
}

pub(super) fn scale(text: &str) -> Option<Scale> {
    match text {
        // The upper-case form is that of documents before the standard was corrected.
        "variable" | "Variable" => Some(Scale::Variable),
        "floating" => Some(Scale::Floating),
        _ => number(text).map(Scale::Number),
    }
}

pub(super) fn srid(text: &str) -> Option<Srid> {
    match text {
        "variable" | "Variable" => Some(Srid::Variable),
        _ => number(text).and_then(|number| number.try_into().ok()).map(Srid::Number),
    }
}

pub(super) fn version(text: &str) -> Option<Version> {
    [Version::V4_0, Version::V4_01].into_iter().find(|version| version.as_str() == text)
}

/// `xs:double`, of which Rust's own form is a part but for the words.
fn is_float(text: &str) -> bool {
    let has_digits_only =
        |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    matches!(text, "INF" | "-INF" | "NaN") || has_digits_only(text) && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_takes_its_values_and_no_others() {
        let cases: [(Lexical, &[&str], &[&str]); 14] = [
            (Lexical::Boolean, &["true", " 0 "], &["True", "", "2"]),
            (Lexical::BooleanConstant, &["true", "false "], &["1", "TRUE"]),
            (Lexical::Number, &["0", "+7", "-0", "007"], &["-1", "", "1.0", "99999999999999999999"]),
            (Lexical::MaxLength, &["max", "1"], &["Max", "-1"]),
            (Lexical::Scale, &["variable", "Variable", "floating", "2"], &["Floating", "x"]),
            (Lexical::Srid, &["variable", "4326"], &["4294967296", "x"]),
            (Lexical::Integer, &["-7", "+7", "9223372036854775807"], &["9223372036854775808", "1.0", "0x1"]),
            (Lexical::Float, &["1", "-1.5e-7", "NaN", "-INF", ".5"], &["inf", "nan", "infinity", "+INF", "", "1f"]),
            (Lexical::Decimal, &["1.50", "NaN"], &["1,5", "", "inf"]),
            (Lexical::Type, &["Edm.String", "Collection(n.T)"], &["", "Collection()", "n. T"]),
            (Lexical::Name, &["a", " n.T "], &["", "  ", "a b"]),
            (Lexical::Path, &["", "a/b"], &["a b"]),
            (Lexical::Version, &["4.0", "4.01"], &["4", "3.0", ""]),
            (Lexical::OnDelete, &["SetNull"], &["setNull", ""]),
        ];
        for (form, right, wrong) in cases {
            for text in right {
                assert_eq!(form.fault(text), None, "{form:?} {text}");
            }
            for text in wrong {
                assert!(form.fault(text).is_some(), "{form:?} {text}");
            }
        }
    }

    #[test]
    fn messages_have_the_start_of_long_texts() {
        let message = Lexical::Boolean.fault(&"ä".repeat(1000)).expect("a fault");
        assert!(message.chars().count() < 100 && message.contains(".."), "{message}");
    }
}
