//! Names of the entity data model: how they follow from Rust names, and which are allowed.

/// The largest number of characters of an identifier (OData CSDL 4.01 §15.2).
const LONGEST_IDENTIFIER: usize = 128;
/// The largest number of characters of a namespace (OData CSDL 4.01 §15.1).
const LONGEST_NAMESPACE: usize = 511;
/// Namespaces that no schema may have (OData CSDL 4.01 §5).
const RESERVED: [&str; 4] = ["Edm", "odata", "System", "Transient"];
/// Characters that Rust allows in identifiers and OData does not.
const RUST_ONLY: &str = "\u{2118}\u{212e}\u{309b}\u{309c}\u{b7}\u{387}\u{19da}\u{30fb}\u{ff65}";

/// How names follow from Rust names.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum RenameAll {
    /// `display_name` becomes `displayName`.
    LowerCamel,
    /// `display_name` becomes `DisplayName`.
    Pascal,
    /// The names stay as they are.
    None,
}

impl RenameAll {
    /// Returns the name that follows from a Rust name. Words end at `_` and nowhere else.
    pub(crate) fn apply(self, rust_name: &str) -> String {
        if matches!(self, Self::None) {
            return rust_name.to_owned();
        }
        let mut name = String::with_capacity(rust_name.len());
        for word in rust_name.split('_').filter(|word| !word.is_empty()) {
            let mut rest = word.chars();
            let Some(first) = rest.next() else { continue };
            if name.is_empty() && matches!(self, Self::LowerCamel) {
                name.extend(first.to_lowercase());
            } else {
                name.extend(first.to_uppercase());
            }
            name.push_str(rest.as_str());
        }
        name
    }
}

/// Returns what is wrong with an identifier, if anything is (OData CSDL 4.01 §15.2).
pub(crate) fn identifier_fault(name: &str) -> Option<String> {
    let Some(first) = name.chars().next() else {
        return Some("the name is empty".to_owned());
    };
    if first.is_ascii_digit() {
        return Some(format!("`{name}` is not an OData identifier: it cannot start with a digit"));
    }
    if let Some(bad) = name.chars().find(|&character| !is_allowed(character)) {
        return Some(format!(
            "`{name}` is not an OData identifier: `{bad}` is not allowed, use letters, digits and `_`"
        ));
    }
    if first != '_' && !unicode_ident::is_xid_start(first) {
        return Some(format!("`{name}` is not an OData identifier: it cannot start with `{first}`"));
    }
    let length = name.chars().count();
    (length > LONGEST_IDENTIFIER)
        .then(|| format!("the name has {length} characters; an OData identifier has at most {LONGEST_IDENTIFIER}"))
}

/// Whether an identifier can hold this character.
fn is_allowed(character: char) -> bool {
    unicode_ident::is_xid_continue(character) && !RUST_ONLY.contains(character)
}

/// Returns what is wrong with a namespace, if anything is (OData CSDL 4.01 §15.1, §5).
pub(crate) fn namespace_fault(namespace: &str) -> Option<String> {
    if RESERVED.contains(&namespace) {
        return Some(format!("`{namespace}` is a reserved namespace"));
    }
    if namespace.split('.').any(str::is_empty) {
        return Some(format!("namespace `{namespace}` has an empty segment"));
    }
    let length = namespace.chars().count();
    if length > LONGEST_NAMESPACE {
        return Some(format!("the namespace has {length} characters; it can have at most {LONGEST_NAMESPACE}"));
    }
    namespace.split('.').find_map(identifier_fault)
}

/// Returns what is wrong with an alias of a namespace, if anything is (OData CSDL 4.01 §5.1).
pub(crate) fn alias_fault(alias: &str) -> Option<String> {
    if RESERVED.contains(&alias) {
        return Some(format!("`{alias}` is a reserved namespace and cannot be an alias"));
    }
    identifier_fault(alias)
}

/// Returns what is wrong with a qualified name, if anything is.
pub(crate) fn qualified_fault(name: &str) -> Option<String> {
    match name.rsplit_once('.') {
        Some((namespace, name)) => namespace_fault(namespace).or_else(|| identifier_fault(name)),
        None => Some(format!("`{name}` has no namespace; write `type = \"namespace.{name}\"`")),
    }
}

/// Returns what is wrong with the qualified name of a term, if anything is.
pub(crate) fn term_fault(name: &str) -> Option<String> {
    match name.rsplit_once('.') {
        Some((namespace, name)) => namespace_fault(namespace).or_else(|| identifier_fault(name)),
        None => Some(format!("`{name}` has no namespace; the name of a term is written `namespace.{name}`")),
    }
}

/// Returns the name without its namespace.
pub(crate) fn short(qualified: &str) -> &str {
    qualified.rsplit_once('.').map_or(qualified, |(_, name)| name)
}

/// Returns the hash by which properties are found: 32-bit FNV-1a.
pub(crate) fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::{RenameAll, hash, identifier_fault, namespace_fault};

    #[test]
    fn words_end_at_underscores_only() {
        let lower = |name| RenameAll::LowerCamel.apply(name);
        assert_eq!(lower("display_name"), "displayName");
        assert_eq!(lower("v10_0"), "v100");
        assert_eq!(lower("self_"), "self");
        assert_eq!(lower("UnknownFutureValue"), "unknownFutureValue");
        assert_eq!(RenameAll::Pascal.apply("display_name"), "DisplayName");
        assert_eq!(RenameAll::None.apply("display_name"), "display_name");
    }

    #[test]
    fn identifiers() {
        assert_eq!(identifier_fault("größe_1"), None);
        assert!(identifier_fault("1st").is_some());
        assert!(identifier_fault("pri-ority").is_some());
        assert!(identifier_fault("").is_some());
        assert!(identifier_fault("\u{2118}").is_some());
        assert_eq!(identifier_fault(&"a".repeat(128)), None);
        assert!(identifier_fault(&"a".repeat(129)).is_some());
    }

    #[test]
    fn namespaces() {
        assert_eq!(namespace_fault("microsoft.graph"), None);
        assert!(namespace_fault("Edm").is_some());
        assert!(namespace_fault("a..b").is_some());
    }

    #[test]
    fn hashes_are_fnv1a() {
        assert_eq!(hash(""), 0x811c_9dc5);
        assert_eq!(hash("a"), 0xe40c_292c);
    }
}
