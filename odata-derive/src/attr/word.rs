//! The words of `#[odata(..)]`: `key`, `name = "id"`, `types(A, B)`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{
    Attribute, Lit, LitStr, Meta, Token, Type,
    ext::IdentExt as _,
    parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use super::{Spanned, suggest::unknown};
use crate::ctxt::Ctxt;

/// A word that an attribute can have at some place. Its readers match on it without `_`, so that none is forgotten.
pub(super) trait Keyword: Copy + PartialEq + 'static {
    /// The word as it is written.
    fn name(self) -> &'static str;

    /// Whether an item can have the word more than once.
    fn is_repeatable(self) -> bool {
        false
    }
}

/// One word with what is written after it.
pub(crate) struct Word {
    name: String,
    pub(crate) span: Span,
    argument: Argument,
}

/// What is written after a word.
enum Argument {
    Nothing,
    /// `= literal`
    Literal(SignedLit),
    /// `= word`
    Word(Ident),
    /// `= word ..`, such as a type or a path
    Words(TokenStream),
    /// `( .. )`
    List(Group),
}

/// A literal, with a minus sign if there is one.
pub(crate) struct SignedLit {
    /// Where the minus sign is.
    pub(crate) minus: Option<Span>,
    /// The literal after it.
    pub(crate) lit: Lit,
}

impl Parse for SignedLit {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        Ok(Self { minus: minus.map(|minus| minus.span), lit: input.parse()? })
    }
}

impl Parse for Word {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ident = input.call(Ident::parse_any)?;
        let argument = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            match word_alone(input) {
                Some(word) => {
                    input.call(Ident::parse_any)?;
                    Argument::Word(word)
                }
                None if input.peek(Lit) || input.peek(Token![-]) => Argument::Literal(input.parse()?),
                None => Argument::Words(until_comma(input)?),
            }
        } else if input.peek(Paren) {
            Argument::List(input.parse()?)
        } else {
            Argument::Nothing
        };
        Ok(Self { name: ident.unraw().to_string(), span: ident.span(), argument })
    }
}

/// The word before the next comma or the end, if there is one alone: `true` and `false` are literals.
fn word_alone(input: ParseStream<'_>) -> Option<Ident> {
    let ahead = input.fork();
    let word: Ident = ahead.parse().ok()?;
    (ahead.is_empty() || ahead.peek(Token![,])).then_some(word)
}

/// Parses all tokens. If one is missing at the end, that is a fault of the last one.
fn parse_to_end<T: Parse>(tokens: TokenStream) -> syn::Result<T> {
    let last = tokens.clone().into_iter().last().map_or_else(Span::call_site, |last| last.span());
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(last);
    parse_inside(&group, T::parse)
}

/// What comes before the next comma or the end. Between the angle brackets of a type there are commas, too.
pub(super) fn until_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let (mut tokens, mut depth) = (TokenStream::new(), 0_usize);
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        let token = input.parse::<TokenTree>()?;
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        tokens.extend([token]);
    }
    if tokens.is_empty() { Err(input.error("expected literal")) } else { Ok(tokens) }
}

impl Word {
    /// The word without anything after it.
    pub(super) fn flag(&self, ctxt: &Ctxt) -> Option<Span> {
        if !matches!(self.argument, Argument::Nothing) {
            ctxt.error(self.span, format_args!("`{}` takes no value", self.name));
            return None;
        }
        Some(self.span)
    }

    /// The literal after the word.
    pub(super) fn literal(self, ctxt: &Ctxt, example: &str) -> Option<SignedLit> {
        match self.argument {
            Argument::Literal(literal) => return Some(literal),
            Argument::Word(word) => ctxt.error(word.span(), "expected literal"),
            Argument::Words(words) => {
                let first = words.into_iter().next();
                ctxt.error(first.map_or(self.span, |first| first.span()), "expected literal");
            }
            Argument::Nothing | Argument::List(_) => {
                ctxt.error(self.span, format_args!("`{}` needs a value: `{0} = {example}`", self.name));
            }
        }
        None
    }

    /// The word after the word, if there is one.
    pub(super) fn word(&self) -> Option<&Ident> {
        match &self.argument {
            Argument::Word(word) => Some(word),
            _ => None,
        }
    }

    /// What is written after `=`, without quotes.
    pub(super) fn parsed<T: Parse>(self, ctxt: &Ctxt, example: &str) -> Option<T> {
        let tokens = match self.argument {
            Argument::Word(word) => word.into_token_stream(),
            Argument::Words(words) => words,
            Argument::Literal(SignedLit { lit, .. }) => {
                let message = format_args!("`{}` is written without quotes: `{0} = {example}`", self.name);
                ctxt.error(lit.span(), message);
                return None;
            }
            Argument::Nothing | Argument::List(_) => {
                ctxt.error(self.span, format_args!("`{}` needs a value: `{0} = {example}`", self.name));
                return None;
            }
        };
        ctxt.ok(parse_to_end(tokens))
    }

    /// Whether parentheses follow.
    pub(super) fn has_list(&self) -> bool {
        matches!(self.argument, Argument::List(_))
    }

    /// The type after the word.
    pub(super) fn ty(self, ctxt: &Ctxt, example: &str) -> Option<Type> {
        match self.argument {
            Argument::Word(word) => return Some(syn::parse_quote!(#word)),
            Argument::Words(tokens) => return ctxt.ok(parse_to_end(tokens)),
            Argument::Literal(literal) => ctxt.error(literal.lit.span(), "expected a type"),
            Argument::Nothing | Argument::List(_) => {
                ctxt.error(self.span, format_args!("`{}` needs a type: `{0} = {example}`", self.name));
            }
        }
        None
    }

    /// The text after the word.
    pub(super) fn text(self, ctxt: &Ctxt, example: &str) -> Option<LitStr> {
        let name = self.name.clone();
        match self.literal(ctxt, example)? {
            SignedLit { minus: None, lit: Lit::Str(text) } => Some(text),
            SignedLit { lit, .. } => {
                ctxt.error(lit.span(), format_args!("`{name}` needs a string: `{name} = {example}`"));
                None
            }
        }
    }

    /// `true` for the bare word, otherwise the boolean after it.
    pub(super) fn boolean(self, ctxt: &Ctxt) -> Option<Spanned<bool>> {
        let (name, span) = (self.name.clone(), self.span);
        if matches!(self.argument, Argument::Nothing) {
            return Some(Spanned { value: true, span });
        }
        match self.literal(ctxt, "false")? {
            SignedLit { minus: None, lit: Lit::Bool(value) } => Some(Spanned { value: value.value, span }),
            SignedLit { lit, .. } => {
                ctxt.error(lit.span(), format_args!("`{name}` is `true` or `false`"));
                None
            }
        }
    }

    /// What is in the parentheses after the word, as a list; nothing if that is at fault.
    pub(super) fn list<T: Parse>(self, ctxt: &Ctxt, example: &str) -> Vec<T> {
        self.maybe_list(ctxt, example).unwrap_or_default()
    }

    /// What is in the parentheses after the word, as a list. `None` if that is at fault.
    pub(super) fn maybe_list<T: Parse>(self, ctxt: &Ctxt, example: &str) -> Option<Vec<T>> {
        let group = self.group(ctxt, "a list", example)?;
        let items = parse_inside(&group, Punctuated::<T, Token![,]>::parse_terminated);
        ctxt.ok(items).map(|list| list.into_iter().collect())
    }

    /// What is in the parentheses after the word, as a whole.
    pub(super) fn content<T: Parse>(self, ctxt: &Ctxt, example: &str) -> Option<T> {
        let group = self.group(ctxt, "parentheses", example)?;
        ctxt.ok(parse_inside(&group, T::parse))
    }

    /// The words in the parentheses after the word, none if there are no parentheses.
    pub(super) fn words(self, ctxt: &Ctxt) -> Vec<Word> {
        if matches!(self.argument, Argument::Nothing) { Vec::new() } else { self.list(ctxt, "..") }
    }

    fn group(self, ctxt: &Ctxt, what: &str, example: &str) -> Option<Group> {
        let Argument::List(group) = self.argument else {
            ctxt.error(self.span, format_args!("`{}` needs {what}: `{0}({example})`", self.name));
            return None;
        };
        Some(group)
    }
}

/// Parses what is between brackets of any kind, so that an error about what is missing is where they end.
pub(super) fn parse_inside<T>(group: &Group, parser: fn(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    let mut parentheses = Group::new(Delimiter::Parenthesis, group.stream());
    parentheses.set_span(group.span());
    let parser = |input: ParseStream<'_>| {
        let content;
        parenthesized!(content in input);
        parser(&content)
    };
    syn::parse::Parser::parse2(parser, TokenStream::from(TokenTree::Group(parentheses)))
}

/// The words that one kind of item can have.
pub(super) struct Vocabulary<K: 'static> {
    /// What has the attribute, as a message says it.
    pub(super) noun: &'static str,
    /// The words that belong there.
    pub(super) keywords: &'static [K],
    /// Words that belong elsewhere, with what to say about them.
    pub(super) elsewhere: &'static [(&'static str, &'static str)],
}

/// The word with this name.
pub(super) fn keyword<K: Keyword>(name: &str, keywords: &[K]) -> Option<K> {
    keywords.iter().copied().find(|keyword| keyword.name() == name)
}

/// Reads the words of all attributes `#[odata(..)]` of an item, each once unless it is repeatable.
pub(super) fn words<K: Keyword>(ctxt: &Ctxt, attributes: &[Attribute], vocabulary: &Vocabulary<K>) -> Vec<(K, Word)> {
    by_keyword(ctxt, attributes.iter().flat_map(|attribute| of_attribute(ctxt, attribute)), vocabulary)
}

/// Sorts out words that are not in the vocabulary, and words that are given twice unless they repeat.
pub(super) fn by_keyword<K: Keyword>(
    ctxt: &Ctxt,
    given: impl IntoIterator<Item = Word>,
    vocabulary: &Vocabulary<K>,
) -> Vec<(K, Word)> {
    let mut words: Vec<(K, Word)> = Vec::new();
    for word in given {
        let Some(keyword) = keyword(&word.name, vocabulary.keywords) else {
            ctxt.error(word.span, unknown(&word.name, vocabulary));
            continue;
        };
        if !keyword.is_repeatable() && words.iter().any(|(other, _)| *other == keyword) {
            ctxt.error(word.span, format_args!("`{}` is given twice", word.name));
        } else {
            words.push((keyword, word));
        }
    }
    words
}

/// Reads the words of one attribute, none if it is not ours.
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
