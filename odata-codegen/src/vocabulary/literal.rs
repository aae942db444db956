//! Literals in attributes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Returns a literal of CSDL as the word `default` takes it: `true`, `false`, a number, or else a string.
pub(super) fn literal(text: &str, is_text: bool) -> TokenStream {
    match text {
        "true" | "false" if !is_text => {
            let value = text == "true";
            quote! { #value }
        }
        _ if !is_text && is_number(text) => number(text),
        _ => quote! { #text },
    }
}

/// Whether a text is a number that Rust spells in the same way, with a sign at most.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match digits.split_once('.') {
        Some((whole, fraction)) => all_digits(whole) && all_digits(fraction),
        None => all_digits(digits),
    }
}

fn number(text: &str) -> TokenStream {
    let digits = text.strip_prefix('-').unwrap_or(text);
    match digits.parse::<Literal>() {
        Ok(literal) if text.starts_with('-') => quote! { -#literal },
        Ok(literal) => quote! { #literal },
        Err(_) => quote! { #text },
    }
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn numbers_and_booleans_are_literals_unless_they_are_text() {
        let cases = [
            ("true", "true"),
            ("-1", "- 1"),
            ("0.50", "0.50"),
            ("1e3", "\"1e3\""),
            ("none", "\"none\""),
            ("-", "\"-\""),
        ];
        for (text, tokens) in cases {
            assert_eq!(literal(text, false).to_string(), tokens);
        }
        assert_eq!(literal("true", true).to_string(), "\"true\"");
        assert_eq!(literal("7", true).to_string(), "\"7\"");
    }
}
