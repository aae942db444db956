//! The words of `#[odata(..)]`: `key`, `name = "id"`, `alias("graph" = "microsoft.graph")`.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{
    Attribute, Lit, LitStr, Meta, Token,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use super::{Spanned, suggest::unknown};
use crate::ctxt::Ctxt;

/// One word.
pub(crate) struct Word {
    /// The word itself.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) span: Span,
    /// What is written after it.
    value: Value,
}

/// What is written behind a word.
enum Value {
    /// Nothing.
    Nothing,
    /// `= literal`
    Literal(Literal),
    /// `= word`
    Word(Ident),
    /// `( .. )`
    List(TokenStream),
}

/// A literal, with a minus sign if there is one.
pub(crate) struct Literal {
    /// Where the minus sign stands.
    pub(crate) minus: Option<Span>,
    /// The literal after it.
    pub(crate) literal: Lit,
}

impl Parse for Literal {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        Ok(Self { minus: minus.map(|minus| minus.span), literal: input.parse()? })
    }
}

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ident = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            match word_alone(input) {
                Some(word) => {
                    input.call(Ident::parse_any)?;
                    Value::Word(word)
                }
                None => Value::Literal(input.parse()?),
            }
        } else if input.peek(Paren) {
            let content;
            parenthesized!(content in input);
            Value::List(content.parse()?)
        } else {
            Value::Nothing
        };
        Ok(Self { name: ident.unraw().to_string(), span: ident.span(), value })
    }
}

/// The word that stands before the next comma or the end, if one does: `true` and `false` are literals.
fn word_alone(input: ParseStream<'_>) -> Option<Ident> {
    let ahead = input.fork();
    let word: Ident = ahead.parse().ok()?;
    (ahead.is_empty() || ahead.peek(Token![,])).then_some(word)
}

impl Word {
    /// The word without anything after it.
    pub(super) fn flag(&self, ctxt: &Ctxt) -> Option<Span> {
        if !matches!(self.value, Value::Nothing) {
            ctxt.error(self.span, format_args!("`{}` takes no value", self.name));
            return None;
        }
        Some(self.span)
    }

    /// The literal after the word.
    pub(super) fn literal(self, ctxt: &Ctxt, example: &str) -> Option<Literal> {
        match self.value {
            Value::Literal(literal) => return Some(literal),
            Value::Word(word) => ctxt.error(word.span(), "expected literal"),
            Value::Nothing | Value::List(_) => {
                ctxt.error(self.span, format_args!("`{}` needs a value: `{0} = {example}`", self.name));
            }
        }
        None
    }

    /// The word after the word, if there is one.
    pub(super) fn word(&self) -> Option<&Ident> {
        match &self.value {
            Value::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The text after the word.
    pub(super) fn text(self, ctxt: &Ctxt, example: &str) -> Option<LitStr> {
        let name = self.name.clone();
        match self.literal(ctxt, example)? {
            Literal { minus: None, literal: Lit::Str(text) } => Some(text),
            Literal { literal, .. } => {
                ctxt.error(literal.span(), format_args!("`{name}` needs a string: `{name} = {example}`"));
                None
            }
        }
    }

    /// `true` for the bare word, otherwise the boolean after it.
    pub(super) fn boolean(self, ctxt: &Ctxt) -> Option<Spanned<bool>> {
        let (name, span) = (self.name.clone(), self.span);
        if matches!(self.value, Value::Nothing) {
            return Some(Spanned { value: true, span });
        }
        match self.literal(ctxt, "false")? {
            Literal { minus: None, literal: Lit::Bool(value) } => Some(Spanned { value: value.value, span }),
            Literal { literal, .. } => {
                ctxt.error(literal.span(), format_args!("`{name}` is `true` or `false`"));
                None
            }
        }
    }

    /// What stands in the parentheses after the word.
    pub(super) fn list<T: Parse>(self, ctxt: &Ctxt, example: &str) -> Vec<T> {
        let Value::List(tokens) = self.value else {
            ctxt.error(self.span, format_args!("`{}` needs a list: `{0}({example})`", self.name));
            return Vec::new();
        };
        let parser = Punctuated::<T, Token![,]>::parse_terminated;
        ctxt.ok(syn::parse::Parser::parse2(parser, tokens)).into_iter().flatten().collect()
    }
}

/// The words that can stand at one place.
pub(super) struct Place {
    /// What has the attribute, as a message says it.
    pub(super) noun: &'static str,
    /// The words that belong there.
    pub(super) words: &'static [&'static str],
    /// Words that belong elsewhere, with what to say about them.
    pub(super) elsewhere: &'static [(&'static str, &'static str)],
}

/// All words of all attributes `#[odata(..)]` of an item that can stand there, each once.
pub(super) fn words(ctxt: &Ctxt, attributes: &[Attribute], place: &Place) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for word in attributes.iter().flat_map(|attribute| of_attribute(ctxt, attribute)) {
        if !place.words.contains(&word.name.as_str()) {
            ctxt.error(word.span, unknown(&word.name, place));
        } else if words.iter().any(|other| other.name == word.name) {
            ctxt.error(word.span, format_args!("`{}` is given twice", word.name));
        } else {
            words.push(word);
        }
    }
    words
}

/// The words of one attribute, none if it is not ours.
fn of_attribute(ctxt: &Ctxt, attribute: &Attribute) -> Vec<Word> {
    if !attribute.path().is_ident("odata") {
        return Vec::new();
    }
    match &attribute.meta {
        Meta::List(_) => {
            let words = attribute.parse_args_with(Punctuated::<Word, Token![,]>::parse_terminated);
            ctxt.ok(words).into_iter().flatten().collect()
        }
        other => {
            ctxt.error_at(other.path(), "the attribute is written `#[odata(..)]`");
            Vec::new()
        }
    }
}
