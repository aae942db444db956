//! Media types with parameters (RFC 9110 §8.3.1) and lists of them in `Accept` (§12.5.1).

/// A media type or media range, in lower case except for the values of parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MediaType {
    pub(crate) kind: String,
    pub(crate) subtype: String,
    /// Names in lower case, values as they are.
    pub(crate) parameters: Vec<(String, String)>,
}

impl MediaType {
    /// Parses a media type; `None` if the text is not one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = split(text, ';');
        let (kind, subtype) = parts.next()?.trim().split_once('/')?;
        if !is_token(kind) || !is_token(subtype) {
            return None;
        }
        let mut parameters = Vec::new();
        for parameter in parts.map(str::trim).filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=')?;
            let value = match value.strip_prefix('"') {
                Some(quoted) => unquote(quoted)?,
                None if is_token(value) => value.to_owned(),
                None => return None,
            };
            if !is_token(name) {
                return None;
            }
            parameters.push((name.to_ascii_lowercase(), value));
        }
        Some(Self { kind: kind.to_ascii_lowercase(), subtype: subtype.to_ascii_lowercase(), parameters })
    }

    /// Returns the value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Returns whether the type is `kind/subtype`.
    pub(crate) fn is(&self, kind: &str, subtype: &str) -> bool {
        self.kind == kind && self.subtype == subtype
    }

    /// Returns whether `kind/subtype` is in this range.
    pub(crate) fn includes(&self, kind: &str, subtype: &str) -> bool {
        (self.kind == "*" && self.subtype == "*")
            || (self.kind == kind && (self.subtype == "*" || self.subtype == subtype))
    }

    /// Returns how much of the type the range names: the more specific range decides (RFC 9110 §12.5.1).
    fn specificity(&self) -> usize {
        let parameters = self.parameters.iter().filter(|(name, _)| name != "q").count();
        usize::from(self.kind != "*") + usize::from(self.subtype != "*") + parameters
    }

    /// Returns the weight in thousandths; a malformed one counts as 1.
    fn weight(&self) -> u16 {
        self.parameter("q").map_or(1000, |text| match text.parse::<f32>() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is clamped")]
            Ok(weight) if weight.is_finite() => (weight.clamp(0.0, 1.0) * 1000.0) as u16,
            _ => 1000,
        })
    }
}

/// Returns the best of the representations that `offers` makes of `known` for a list of media ranges; `None` if none is
/// acceptable. The most specific range that names an offer decides about it (RFC 9110 §12.5.1); what no range names is not
/// acceptable.
///
/// `offers` returns a representation as a range asks for it, if it is in the range. Of equal ones, the first of `known` counts.
pub(crate) fn best<T: PartialEq>(accept: &str, known: &[T], offers: impl Fn(&T, &MediaType) -> Option<T>) -> Option<T> {
    let mut ranges: Vec<_> = split(accept, ',').filter_map(|range| MediaType::parse(range.trim())).collect();
    // The sort is stable: the first of equal ones counts.
    ranges.sort_by_key(|range| std::cmp::Reverse(range.specificity()));
    let mut decided: Vec<(T, u16)> = Vec::new();
    for range in &ranges {
        for offer in known.iter().filter_map(|known| offers(known, range)) {
            if decided.iter().all(|(known, _)| *known != offer) {
                decided.push((offer, range.weight()));
            }
        }
    }
    let mut best: Option<(T, u16)> = None;
    for (offer, weight) in decided {
        if weight > best.as_ref().map_or(0, |(_, best)| *best) {
            best = Some((offer, weight));
        }
    }
    best.map(|(offer, _)| offer)
}

/// Splits a text at the separators outside quoted strings.
pub(crate) fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (mut quoted, mut escaped) = (false, false);
        let end = text.find(|character| {
            if escaped {
                escaped = false;
            } else if quoted && character == '\\' {
                escaped = true;
            } else if character == '"' {
                quoted = !quoted;
            }
            character == separator && !quoted
        });
        let (part, after) = match end {
            Some(end) => (&text[..end], Some(&text[end + separator.len_utf8()..])),
            None => (text, None),
        };
        rest = after;
        Some(part)
    })
}

/// Returns the content of a quoted string whose opening quote was read already (RFC 9110 §5.6.4).
fn unquote(text: &str) -> Option<String> {
    let mut content = String::new();
    let mut characters = text.chars();
    loop {
        match characters.next()? {
            '"' => return characters.as_str().is_empty().then_some(content),
            '\\' => content.push(characters.next()?),
            character => content.push(character),
        }
    }
}

/// Returns whether a text is a token (RFC 9110 §5.6.2).
fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json_or_xml(accept: &str) -> Option<&'static str> {
        best(accept, &["json", "xml"], |known, range| range.includes("application", known).then_some(known))
    }

    #[test]
    fn parameters_may_be_quoted_and_have_separators_inside() {
        let parsed = MediaType::parse("Application/JSON; OData.Metadata=minimal;x=\"a;b\\\"c\"").unwrap();
        assert!(parsed.is("application", "json"));
        assert_eq!(parsed.parameter("odata.metadata"), Some("minimal"));
        assert_eq!(parsed.parameter("x"), Some("a;b\"c"));
    }

    #[test]
    fn what_is_not_a_media_type_is_refused() {
        for text in ["", "json", "a/b;c", "a b/c", "a/b;c=\"d", "/json", "a/b;c=d e"] {
            assert_eq!(MediaType::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_greatest_weight_wins_and_zero_refuses() {
        assert_eq!(json_or_xml("application/xml;q=0.5, application/json;q=0.9"), Some("json"));
        assert_eq!(json_or_xml("application/json;q=0.2, application/xml"), Some("xml"));
        assert_eq!(json_or_xml("application/json;q=0"), None);
        assert_eq!(json_or_xml("text/html, image/png"), None);
        assert_eq!(json_or_xml(""), None);
    }

    #[test]
    fn the_more_specific_range_decides() {
        assert_eq!(json_or_xml("*/*, application/json;q=0"), Some("xml"));
        assert_eq!(json_or_xml("*/*;q=0, application/json;q=0"), None);
        assert_eq!(json_or_xml("application/json;q=0.1, application/*;q=0.9, */*"), Some("xml"));
        assert_eq!(json_or_xml("application/json;q=0.1, application/*;q=0.05, */*"), Some("json"));
        assert_eq!(json_or_xml("text/html, */*;q=0.1"), Some("json"));
        assert_eq!(json_or_xml("application/json;q=0.2, */*;q=0.1"), Some("json"));
    }
}
