//! The grammar of the items of `$select` (OData ABNF 4.01, `selectItem`).

/// The kind of an item, before it is looked up in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SelectItem {
    /// `*`.
    All,
    /// A property, or a path of properties: `address/city`.
    Path,
    /// Everything else that OData allows: type casts, operations, annotations, options in parentheses.
    Other,
}

impl SelectItem {
    /// Returns the kind of an item; `None` if it is not well-formed.
    pub(super) fn of(item: &str) -> Option<Self> {
        if item == "*" {
            return Some(Self::All);
        }
        // Only the last segment can have parentheses, so a slash before them ends a segment.
        let path = item.find('(').map_or(item, |start| &item[..start]);
        if path.split('/').all(is_name) && path.len() == item.len() {
            return Some(Self::Path);
        }
        let (qualifiers, last) = path.rsplit_once('/').map_or((None, path), |(before, last)| (Some(before), last));
        let is_well_formed = qualifiers.is_none_or(|path| path.split('/').all(is_segment))
            && match item[path.len()..].strip_prefix('(') {
                Some(rest) => is_segment(last) && rest.strip_suffix(')').is_some_and(is_in_parentheses),
                None => is_segment(last) || last.strip_suffix(".*").is_some_and(is_qualified),
            };
        is_well_formed.then_some(Self::Other)
    }
}

/// Splits a list at the separators outside parentheses and quotes.
pub(super) fn split(list: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut nesting = Nesting::default();
    list.split(move |character| {
        nesting.pass(character);
        character == separator && nesting == Nesting::default()
    })
}

/// The parentheses and quotes that are open.
#[derive(Default, PartialEq, Eq)]
struct Nesting {
    depth: usize,
    quoted: bool,
    /// Whether a parenthesis was closed that was not open.
    broken: bool,
}

impl Nesting {
    fn pass(&mut self, character: char) {
        match character {
            '\'' => self.quoted = !self.quoted,
            '(' if !self.quoted => self.depth += 1,
            ')' if !self.quoted && self.depth == 0 => self.broken = true,
            ')' if !self.quoted => self.depth -= 1,
            _ => {}
        }
    }
}

/// Returns whether a segment is a name, with or without a namespace, or that of an annotation.
fn is_segment(segment: &str) -> bool {
    match segment.strip_prefix('@') {
        Some(annotation) => {
            let (term, qualifier) = annotation.split_once('#').map_or((annotation, None), |(a, b)| (a, Some(b)));
            is_qualified(term) && qualifier.is_none_or(is_name)
        }
        None => is_qualified(segment),
    }
}

fn is_qualified(name: &str) -> bool {
    name.split('.').all(is_name)
}

/// Returns whether a text is an identifier, or near enough to be one in another version of Unicode.
fn is_name(name: &str) -> bool {
    let is_of_name = |character: char| match character {
        '_' => true,
        _ if character.is_ascii() => character.is_ascii_alphanumeric(),
        _ => !character.is_whitespace() && !character.is_control(),
    };
    name.chars().all(is_of_name) && name.starts_with(|first: char| !first.is_ascii_digit())
}

/// Returns whether a text is query options, whose values are not looked at, or the names of a function's parameters.
fn is_in_parentheses(text: &str) -> bool {
    let is_option = |option: &str| {
        let Some((name, value)) = option.split_once('=') else { return false };
        is_name(name.strip_prefix(['$', '@']).unwrap_or(name)) && !value.is_empty()
    };
    is_balanced(text) && (text.split(',').all(is_name) || split(text, ';').all(is_option))
}

/// Returns whether all parentheses and quotes are closed, and none is closed that is not open.
fn is_balanced(text: &str) -> bool {
    let mut nesting = Nesting::default();
    text.chars().for_each(|character| nesting.pass(character));
    nesting == Nesting::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_odata_allows_is_distinguished() {
        for (item, kind) in [
            ("*", SelectItem::All),
            ("name", SelectItem::Path),
            ("address/city", SelectItem::Path),
            ("_ä1", SelectItem::Path),
            ("Model.Book/pages", SelectItem::Other),
            ("address/Model.WithLocation/location", SelectItem::Other),
            ("Model.Action", SelectItem::Other),
            ("Model.Function(a,b)", SelectItem::Other),
            ("Model.*", SelectItem::Other),
            ("@Measures.Currency", SelectItem::Other),
            ("@Core.Messages#de", SelectItem::Other),
            ("address/@Core.Description", SelectItem::Other),
            ("@Core.MayImplement($top=2)", SelectItem::Other),
            ("address($select=street,city)", SelectItem::Other),
            ("addresses($filter=endswith($this/street,'(a;');$top=2)", SelectItem::Other),
        ] {
            assert_eq!(SelectItem::of(item), Some(kind), "{item}");
        }
    }

    #[test]
    fn malformed_items_are_refused() {
        for item in [
            "",
            "/",
            "name/",
            "/name",
            "a//b",
            "**",
            "a/*",
            ".",
            "a.",
            ".a",
            "a..b",
            ".*",
            "1",
            "a b",
            "a'b",
            "$count",
            "@",
            "@a#",
            "a@b",
            "a#b",
            "a;b",
            "a(",
            "a)",
            "a()",
            "(a)",
            "a(b)c",
            "a(b",
            "a(b))",
            "a((b)",
            "a($top)",
            "a($top=)",
            "a(b;c)",
            "a($filter=x eq ')",
            "a(b)/c",
            "Model.*(a)",
            "Model.*/a",
            "a=b",
            "a-b",
            "a+b",
        ] {
            assert_eq!(SelectItem::of(item), None, "{item}");
        }
    }

    #[test]
    fn lists_are_split_outside_of_parentheses_and_quotes() {
        let items: Vec<_> = split("a,b($select=c,d;$filter=e eq 'f)'),g,", ',').collect();
        assert_eq!(items, ["a", "b($select=c,d;$filter=e eq 'f)')", "g", ""]);
    }
}
