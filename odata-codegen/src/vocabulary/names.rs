//! Rust names for the names of a vocabulary.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};

/// How the derives make a name of the name of a field or variant (`rename_all`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Renaming {
    LowerCamel,
    Pascal,
}

impl Renaming {
    /// Returns the value of `rename_all`.
    pub(super) const fn word(self) -> Option<&'static str> {
        match self {
            // The default.
            Self::LowerCamel => None,
            Self::Pascal => Some("PascalCase"),
        }
    }

    /// Returns the name that the derives make of a Rust name.
    pub(super) fn apply(self, rust_name: &str) -> String {
        let mut name = String::with_capacity(rust_name.len());
        for word in rust_name.split('_').filter(|word| !word.is_empty()) {
            if name.is_empty() && self == Self::LowerCamel {
                push_with_first(&mut name, word, |first| first.to_lowercase().collect());
            } else {
                push_with_first(&mut name, word, |first| first.to_uppercase().collect());
            }
        }
        name
    }

    /// Returns the renaming by which most of these pairs of Rust name and name follow without `name = ".."`.
    pub(super) fn of<'n>(pairs: &(impl Iterator<Item = (&'n Ident, &'n str)> + Clone)) -> Self {
        let follow =
            |renaming: Self| pairs.clone().filter(|(ident, name)| renaming.apply(&unraw(ident)) == **name).count();
        if follow(Self::Pascal) > follow(Self::LowerCamel) { Self::Pascal } else { Self::LowerCamel }
    }
}

fn push_with_first(name: &mut String, word: &str, change: impl Fn(char) -> String) {
    let mut rest = word.chars();
    if let Some(first) = rest.next() {
        name.push_str(&change(first));
        name.push_str(rest.as_str());
    }
}

/// Returns an identifier as text, without `r#`.
pub(super) fn unraw(ident: &Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map_or_else(|| text.clone(), ToOwned::to_owned)
}

/// Returns the name with its first letter in upper case, and without `_` where a word can begin after it, such as
/// `FreeText` for `free_text`: the name of a type or variant.
pub(super) fn pascal(name: &str) -> String {
    let pascal = Renaming::Pascal.apply(name);
    if pascal.starts_with(unicode_ident::is_xid_start) { pascal } else { format!("_{pascal}") }
}

/// Returns the name in lower case with `_` between its words, such as `content_id_supported` for `ContentIDSupported`:
/// the name of a field or module.
pub(super) fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, &letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(index + 1);
        let begins_word = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || before.is_numeric()
                    || (before.is_uppercase() && after.is_some_and(|after| after.is_lowercase()))
            });
        if begins_word {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// Creates an identifier: raw if it is a keyword, with `_` at its end if it cannot be raw, and with `_` in place of
/// what cannot be in it.
pub(super) fn ident(name: &str) -> Ident {
    if !is_identifier(name) {
        let rest =
            name.chars().map(|character| if unicode_ident::is_xid_continue(character) { character } else { '_' });
        return Ident::new(&format!("_{}_", rest.collect::<String>()), Span::call_site());
    }
    if let Ok(ident) = syn::parse_str::<Ident>(name) {
        return ident;
    }
    if matches!(name, "self" | "Self" | "super" | "crate" | "_") {
        return Ident::new(&format!("{name}_"), Span::call_site());
    }
    Ident::new_raw(name, Span::call_site())
}

/// The names of one scope. Of two that would be the same, the second has `_` at its end.
#[derive(Default)]
pub(super) struct Scope(HashSet<String>);

impl Scope {
    /// Creates a scope that has these names already.
    pub(super) fn with<const N: usize>(names: [&str; N]) -> Self {
        Self(names.map(str::to_owned).into())
    }

    /// Creates the identifier for a name in this scope.
    pub(super) fn ident(&mut self, name: &str) -> Ident {
        let mut name = name.to_owned();
        loop {
            let ident = ident(&name);
            if self.0.insert(unraw(&ident)) {
                return ident;
            }
            name.push('_');
        }
    }
}

/// Whether a text is an identifier of OData that is one in Rust, too.
pub(super) fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(unicode_ident::is_xid_continue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names() {
        let cases = [
            ("Readable", "readable"),
            ("ReadByKeyRestrictions", "read_by_key_restrictions"),
            ("DocumentationURL", "documentation_url"),
            ("ContentIDSupported", "content_id_supported"),
            ("OAuth2Implicit", "o_auth2_implicit"),
            ("href", "href"),
            ("failedOperation", "failed_operation"),
            ("UI", "ui"),
            ("snake_case", "snake_case"),
            ("V10_0", "v10_0"),
        ];
        for (name, snake_name) in cases {
            assert_eq!(snake(name), snake_name);
        }
        assert_eq!(pascal("free_text"), "FreeText");
        assert_eq!(pascal("none"), "None");
        assert_eq!(pascal("AND"), "AND");
        assert_eq!(pascal("_1st"), "_1st");
    }

    #[test]
    fn keywords_are_raw_or_have_an_underscore() {
        assert_eq!(ident("type").to_string(), "r#type");
        assert_eq!(ident("Self").to_string(), "Self_");
        assert_eq!(ident("self").to_string(), "self_");
        assert_eq!(unraw(&ident("type")), "type");
        assert_eq!(["", "1a", "a-b", "a b"].map(|name| ident(name).to_string()), ["__", "_1a_", "_a_b_", "_a_b_"]);
    }

    #[test]
    fn names_of_a_scope_differ() {
        let mut scope = Scope::default();
        assert_eq!(scope.ident("type").to_string(), "r#type");
        assert_eq!(scope.ident("type").to_string(), "type_");
        assert_eq!(scope.ident("Self").to_string(), "Self_");
        assert_eq!(scope.ident("Self").to_string(), "Self__");
    }

    #[test]
    fn the_renaming_is_that_of_most_names() {
        let idents = [ident("kind"), ident("documentation_url"), ident("href")];
        let of = |names: [&'static str; 3]| Renaming::of(&idents.iter().zip(names));
        assert_eq!(of(["Kind", "DocumentationURL", "Href"]), Renaming::Pascal);
        assert_eq!(of(["kind", "documentationUrl", "Href"]), Renaming::LowerCamel);
    }
}
