//! The characters of names (OData CSDL 4.01 §15).

/// The largest number of characters of an identifier (OData CSDL 4.01 §15.2).
const LONGEST_IDENTIFIER: usize = 128;

/// The largest number of characters of a namespace (OData CSDL 4.01 §15.1).
const LONGEST_NAMESPACE: usize = 511;

/// Names that are neither namespaces nor aliases.
const RESERVED: [&str; 4] = ["Edm", "odata", "System", "Transient"];

/// Characters that Unicode allows in identifiers and OData does not.
const UNICODE_ONLY: &str = "\u{2118}\u{212e}\u{309b}\u{309c}\u{b7}\u{387}\u{19da}\u{30fb}\u{ff65}";

/// Returns what is wrong with an identifier, if anything is.
pub(super) fn identifier_fault(name: &str) -> Option<String> {
    let Some(first) = name.chars().next() else { return Some("a name cannot be empty".to_owned()) };
    if let Some(bad) = name.chars().find(|character| !is_part(*character)) {
        return Some(format!("`{name}` is not an identifier: `{bad}` is not allowed"));
    }
    if first != '_' && !unicode_ident::is_xid_start(first) {
        return Some(format!("`{name}` is not an identifier: it cannot start with `{first}`"));
    }
    let length = name.chars().count();
    (length > LONGEST_IDENTIFIER)
        .then(|| format!("the name has {length} characters; an identifier has at most {LONGEST_IDENTIFIER}"))
}

/// Returns what is wrong with a namespace, if anything is, apart from words that are reserved.
pub(super) fn namespace_fault(namespace: &str) -> Option<String> {
    let length = namespace.chars().count();
    if length > LONGEST_NAMESPACE {
        return Some(format!("the namespace has {length} characters; it has at most {LONGEST_NAMESPACE}"));
    }
    if namespace.split('.').any(str::is_empty) {
        return Some(format!("namespace `{namespace}` has an empty part"));
    }
    namespace.split('.').find_map(identifier_fault)
}

/// Returns whether a namespace or alias has a meaning of its own.
pub(super) fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}

fn is_part(character: char) -> bool {
    (unicode_ident::is_xid_continue(character) && !UNICODE_ONLY.contains(character)) || is_format(character)
}

/// Returns whether a character is one of the category Cf.
fn is_format(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
        | '\u{8e2}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}'
        | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_letters_and_digits() {
        for name in ["a", "_", "größe_1", "\u{2160}x", "a\u{200d}b", &"a".repeat(128)] {
            assert_eq!(identifier_fault(name), None, "{name}");
        }
        for name in ["", "1st", "pri-ority", "a b", "\u{2118}", "a\u{b7}", "\u{200d}a", &"a".repeat(129)] {
            assert!(identifier_fault(name).is_some(), "{name}");
        }
        assert_eq!(namespace_fault("Org.OData.Core.V1"), None);
        for namespace in ["", "a.", "a..b", "a.1", &format!("a{}", ".b".repeat(256))] {
            assert!(namespace_fault(namespace).is_some(), "{namespace}");
        }
    }
}
