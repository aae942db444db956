//! Descriptions and deprecations.

use odata_core::csdl::{Annotation, Expression};
use proc_macro2::TokenStream;
use quote::quote;

/// The namespace of the vocabulary that has the terms of documentation.
pub(super) const CORE: &str = "Org.OData.Core.V1";

/// The longest line of a doc comment, without what comes before the text.
const WIDTH: usize = 100;

/// Documentation of an item: doc comments, and the word for a description that these would not give exactly.
pub(super) struct Docs {
    /// Doc comments and `#[deprecated]`.
    pub(super) attributes: TokenStream,
    /// `description = ".."`
    pub(super) word: Option<TokenStream>,
}

impl Docs {
    /// Reads the annotations of an item, whose terms have names as `qualified` returns them.
    pub(super) fn of(annotations: &[Annotation], qualified: impl Fn(&str) -> String) -> Self {
        let mut docs = Self { attributes: TokenStream::new(), word: None };
        for annotation in annotations.iter().filter(|annotation| annotation.qualifier.is_none()) {
            let term = qualified(&annotation.term);
            let Some((CORE, term)) = term.rsplit_once('.') else { continue };
            match (term, &annotation.value) {
                ("Description", Some(value)) => docs.describe(value.as_str().unwrap_or_default()),
                ("Revisions", Some(Expression::Collection(revisions))) => docs.deprecate(revisions),
                _ => {}
            }
        }
        docs
    }

    fn describe(&mut self, description: &str) {
        if description.is_empty() {
            return;
        }
        let lines = lines(description);
        let shown = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
        self.attributes.extend(shown.map(|line| quote! { #[doc = #line] }));
        if joined(&lines) != description {
            self.word = Some(quote! { description = #description });
        }
    }

    fn deprecate(&mut self, revisions: &[Expression]) {
        let deprecated = revisions.iter().filter_map(Expression::as_record).find(|revision| {
            let kind = match revision.get("Kind") {
                Some(Expression::EnumMember(members)) => members.first().map(|member| &*member.text),
                Some(other) => other.as_str(),
                None => None,
            };
            kind.is_some_and(|kind| kind.rsplit('/').next() == Some("Deprecated"))
        });
        let Some(revision) = deprecated else { return };
        self.attributes.extend(match revision.get("Description").and_then(Expression::as_str) {
            Some(note) => quote! { #[deprecated(note = #note)] },
            None => quote! { #[deprecated] },
        });
    }
}

/// Breaks a description into lines of a doc comment, with an empty line between its paragraphs.
fn lines(description: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in description.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// Returns the description that the derives make of the lines of a doc comment.
fn joined(lines: &[String]) -> String {
    let paragraphs = lines.split(String::is_empty).map(|paragraph| paragraph.join(" "));
    paragraphs.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_give_the_description_again() {
        let description = format!("{} end.\nAnother paragraph.", "word ".repeat(30).trim());
        let broken = lines(&description);
        assert_eq!(broken.len(), 4);
        assert!(broken.iter().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(joined(&broken), description);
    }

    #[test]
    fn what_doc_comments_would_change_is_a_word() {
        let docs = |text: &str| {
            Docs::of(&[Annotation::new("Org.OData.Core.V1.Description", Expression::string(text))], str::to_owned)
        };
        assert_eq!(docs("One  blank more").word.expect("it differs").to_string(), "description = \"One  blank more\"");
        assert!(docs("One blank").word.is_none());
        assert!(docs("").attributes.is_empty());
    }
}
