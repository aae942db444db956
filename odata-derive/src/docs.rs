//! Doc comments become descriptions.

use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta};

/// Returns the doc comment of an item: the lines of a paragraph joined by blanks, paragraphs by a line break.
/// Characters that XML does not have become blanks.
fn description(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    let mut between = "";
    for line in attributes.iter().filter_map(line) {
        let line = line.replace(|character| !is_in_xml(character), " ");
        for line in line.split('\n').map(str::trim) {
            if line.is_empty() {
                between = "\n";
                continue;
            }
            if !text.is_empty() {
                text.push_str(between);
            }
            text.push_str(line);
            between = " ";
        }
    }
    text
}

/// Returns the description of an item: what `description = ".."` says, or its doc comment.
pub(crate) fn of(written: Option<&LitStr>, attributes: &[Attribute]) -> String {
    written.map_or_else(|| description(attributes), LitStr::value)
}

/// Whether XML has the character (XML 1.0 §2.2).
fn is_in_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Checks that XML has all characters of a text. `what` it is begins the message.
pub(crate) fn check_text(text: &LitStr, what: &str) -> syn::Result<()> {
    match text.value().chars().find(|&character| !is_in_xml(character)) {
        Some(bad) => {
            let code = u32::from(bad);
            let message = format_args!("{what} cannot hold U+{code:04X}: XML has no such character");
            Err(syn::Error::new(text.span(), message))
        }
        None => Ok(()),
    }
}

/// Returns the text of one doc comment, which may have several lines.
fn line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::DeriveInput;

    #[test]
    fn lines_are_joined_and_paragraphs_kept() -> syn::Result<()> {
        let item: DeriveInput = syn::parse_str("/// One\n///  line.\n///\n/// Another.\nstruct A;")?;
        assert_eq!(super::description(&item.attrs), "One line.\nAnother.");
        Ok(())
    }

    #[test]
    fn what_xml_cannot_hold_is_a_blank() -> syn::Result<()> {
        let item: DeriveInput = syn::parse_str("#[doc = \" One\\u{c}line\\u{1}\\u{fffe}\"] struct A;")?;
        assert_eq!(super::description(&item.attrs), "One line");
        Ok(())
    }
}
