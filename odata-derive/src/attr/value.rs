//! Values of annotations: `true`, `path(info.id)`, `Audit { by: "job" }`, `raw { Name: "x" }`.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use syn::{
    Lit, LitStr, Path, Token, Type,
    ext::IdentExt as _,
    parse::{Parse, ParseStream, discouraged::Speculative as _},
    punctuated::Punctuated,
    token::{Brace, Bracket, Paren},
};

use super::{
    annotation::qualifier,
    default::{DefaultKind, literal},
    path::FieldPath,
    raw,
    word::{SignedLit, parse_inside, until_comma},
};

/// A value of an annotation.
pub(crate) struct AnnotationValue {
    pub(crate) kind: ValueKind,
    /// The spans of its first and of its last token.
    pub(crate) span: (Span, Span),
}

/// What a value is.
pub(crate) enum ValueKind {
    Literal(DefaultKind),
    /// A literal with its primitive type: `date("2026-01-31")`.
    TypedLiteral(&'static str, LitStr),
    Null,
    Path(Box<PathToValue>),
    /// `if_(condition, then, otherwise)`; an item of a collection may have no value otherwise.
    If(Vec<AnnotationValue>),
    Collection(Vec<AnnotationValue>),
    Record(Box<RecordValue>),
    /// Any other expression of Rust.
    Rust(TokenStream),
    Raw(raw::RawValue),
}

/// `path(info.id)`, `path(info @ Core::Description #Short)`
pub(crate) struct PathToValue {
    pub(crate) fields: Option<FieldPath>,
    /// The annotation at its end: the term and the qualifier.
    pub(crate) annotation: Option<(Path, Option<Ident>)>,
}

/// `Audit { by: "job" }`
pub(crate) struct RecordValue {
    pub(crate) ty: Path,
    pub(crate) members: Vec<(Ident, AnnotationValue)>,
}

impl AnnotationValue {
    /// Whether it has a path that begins in a type.
    pub(crate) fn has_path(&self) -> bool {
        match &self.kind {
            ValueKind::Path(path) => path.fields.is_some(),
            ValueKind::If(parts) | ValueKind::Collection(parts) => parts.iter().any(Self::has_path),
            ValueKind::Record(record) => record.members.iter().any(|(_, value)| value.has_path()),
            ValueKind::Literal(_)
            | ValueKind::TypedLiteral(..)
            | ValueKind::Null
            | ValueKind::Rust(_)
            | ValueKind::Raw(_) => false,
        }
    }
}

/// The content of `record!`: `$crate; for Product, Audit { of: path(info.id) }`
pub(crate) struct RecordMacro {
    /// The path of the crate.
    pub(crate) core: Path,
    /// The type that paths begin in.
    pub(crate) root: Option<Type>,
    pub(crate) value: AnnotationValue,
}

impl Parse for RecordMacro {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let core = input.call(Path::parse_mod_style)?;
        input.parse::<Token![;]>()?;
        let root = match input.parse::<Option<Token![for]>>()? {
            Some(_) => {
                let root = input.parse()?;
                input.parse::<Token![,]>()?;
                Some(root)
            }
            None => None,
        };
        let value: AnnotationValue = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        match &value.kind {
            ValueKind::Record(_) => Ok(Self { core, root, value }),
            _ => Err(syn::Error::new(value.span.0, "`record!` makes a record: `record!(Type { member: value })`")),
        }
    }
}

/// Words for literals of types that have no literals in Rust.
pub(super) const TYPED: [(&str, &str); 7] = [
    ("binary", "Binary"),
    ("date", "Date"),
    ("date_time_offset", "DateTimeOffset"),
    ("decimal", "Decimal"),
    ("duration", "Duration"),
    ("guid", "Guid"),
    ("time_of_day", "TimeOfDay"),
];

impl Parse for AnnotationValue {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (kind, span) = spanned(input, |input| {
            if let Some(literal) = whole_literal(input)? {
                return Ok(ValueKind::Literal(literal));
            }
            if is_word(input, "raw") {
                input.call(Ident::parse_any)?;
                return input.parse().map(ValueKind::Raw);
            }
            if is_word_alone(input, "null") {
                input.call(Ident::parse_any)?;
                return Ok(ValueKind::Null);
            }
            if let Some((word, group)) = call(input) {
                return written(&word, &group);
            }
            if input.peek(Bracket) && ends_after(input, 1) {
                let group: Group = input.parse()?;
                return parse_inside(&group, Punctuated::<Self, Token![,]>::parse_terminated)
                    .map(|items| ValueKind::Collection(items.into_iter().collect()));
            }
            if let Some(record) = record(input)? {
                return Ok(ValueKind::Record(Box::new(record)));
            }
            until_comma(input).map(ValueKind::Rust)
        })?;
        if let ValueKind::If(parts) = &kind
            && !matches!(parts.len(), 2 | 3)
        {
            let message = "`if_` has a condition, a value if it is true, and one otherwise: `if_(path(open), 1, 2)`";
            return Err(syn::Error::new(span.0, message));
        }
        Ok(Self { kind, span })
    }
}

/// Reads what has a word and parentheses.
fn written(word: &Ident, group: &Group) -> syn::Result<ValueKind> {
    if let Some(primitive) = typed(word) {
        return parse_inside(group, <LitStr as Parse>::parse).map(|text| ValueKind::TypedLiteral(primitive, text));
    }
    if word == "path" {
        return parse_inside(group, <PathToValue as Parse>::parse).map(|path| ValueKind::Path(Box::new(path)));
    }
    parse_inside(group, Punctuated::<AnnotationValue, Token![,]>::parse_terminated)
        .map(|parts| ValueKind::If(parts.into_iter().collect()))
}

/// A word of values with the parentheses after it, if these are all of the value.
fn call(input: ParseStream<'_>) -> Option<(Ident, Group)> {
    let ahead = input.fork();
    let (word, group) = word_and_group(&ahead)?;
    let known = typed(&word).is_some() || word == "path" || word == "if_";
    if !known || !is_end(&ahead) {
        return None;
    }
    input.advance_to(&ahead);
    Some((word, group))
}

/// The primitive type that a word for literals stands for.
pub(super) fn typed(word: &Ident) -> Option<&'static str> {
    TYPED.iter().find(|(known, _)| word == known).map(|(_, primitive)| *primitive)
}

/// Reads a word and the parentheses after it.
pub(super) fn word_and_group(input: ParseStream<'_>) -> Option<(Ident, Group)> {
    let word = input.call(Ident::parse_any).ok()?;
    let group = if input.peek(Paren) { input.parse().ok()? } else { return None };
    Some((word, group))
}

/// Reads a record, if that comes next.
fn record(input: ParseStream<'_>) -> syn::Result<Option<RecordValue>> {
    let ahead = input.fork();
    let Ok(ty) = ahead.call(Path::parse_mod_style) else { return Ok(None) };
    if !ahead.peek(Brace) {
        return Ok(None);
    }
    let group: Group = ahead.parse()?;
    if !is_end(&ahead) {
        return Ok(None);
    }
    input.advance_to(&ahead);
    let members = parse_inside(&group, Punctuated::<Member, Token![,]>::parse_terminated)?;
    Ok(Some(RecordValue { ty, members: members.into_iter().map(|Member(name, value)| (name, value)).collect() }))
}

/// A member of a record.
struct Member(Ident, AnnotationValue);

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.parse()?;
        input.parse::<Token![:]>()?;
        Ok(Self(name, input.parse()?))
    }
}

impl Parse for PathToValue {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let fields = if input.peek(Token![@]) { None } else { Some(input.parse()?) };
        let annotation = match input.parse::<Option<Token![@]>>()? {
            Some(_) => Some((input.call(Path::parse_mod_style)?, qualifier(input)?)),
            None => None,
        };
        Ok(Self { fields, annotation })
    }
}

/// Reads a literal, if that is all of the value.
pub(super) fn whole_literal(input: ParseStream<'_>) -> syn::Result<Option<DefaultKind>> {
    if !(input.peek(Lit) || input.peek(Token![-])) {
        return Ok(None);
    }
    let ahead = input.fork();
    match ahead.parse::<SignedLit>() {
        Ok(lit) if is_end(&ahead) => {
            input.advance_to(&ahead);
            literal(&lit, "a value").map(Some)
        }
        _ => Ok(None),
    }
}

/// Whether nothing follows, or a comma.
pub(super) fn is_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// Whether nothing or a comma follows after this number of tokens.
fn ends_after(input: ParseStream<'_>, count: usize) -> bool {
    let ahead = input.fork();
    (0..count).all(|_| ahead.parse::<TokenTree>().is_ok()) && is_end(&ahead)
}

/// Whether this word comes next, and something after it.
fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    let ahead = input.fork();
    ahead.call(Ident::parse_any).is_ok_and(|found| found == word) && !is_end(&ahead) && !ahead.peek(Token![::])
}

/// Whether this word is all of the value.
pub(super) fn is_word_alone(input: ParseStream<'_>, word: &str) -> bool {
    let ahead = input.fork();
    ahead.call(Ident::parse_any).is_ok_and(|found| found == word) && is_end(&ahead)
}

/// Reads something together with the spans of its first and of its last token.
pub(super) fn spanned<T>(
    input: ParseStream<'_>,
    read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<(T, (Span, Span))> {
    let (first, before) = (input.span(), input.fork());
    let read = read(input)?;
    let mut last = first;
    while before.cursor() != input.cursor() && !before.is_empty() {
        last = before.parse::<TokenTree>()?.span();
    }
    Ok((read, (first, last)))
}
