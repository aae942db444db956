//! Which place in the user's code a token points at, and whether lints look at it.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

/// The first and the last token of a place.
#[derive(Clone, Copy)]
pub(super) struct Place(Span, Span);

impl Place {
    /// The place of one token.
    pub(super) fn one(span: Span) -> Self {
        Self(span, span)
    }

    /// The place from one token to another.
    pub(super) fn between(first: Span, last: Span) -> Self {
        Self(first, last)
    }

    /// The place of several tokens.
    pub(super) fn of(tokens: &impl ToTokens) -> Self {
        let mut spans = tokens.to_token_stream().into_iter().map(|token| token.span());
        let first = spans.next().unwrap_or_else(Span::call_site);
        Self(first, spans.last().unwrap_or(first))
    }
}

/// A schema rule that the compiler evaluates. If it is broken, the compiler shows the place.
pub(super) fn check(place: Place, rule: &str, arguments: TokenStream) -> TokenStream {
    let call = call(place, rule, arguments);
    quote_spanned! {place.0=> const _: () = #call; }
}

/// Two rules that are evaluated together, which is cheaper; the second one is skipped if the first one is broken.
pub(super) fn check_both(first: &TokenStream, second: &TokenStream) -> TokenStream {
    quote! { const _: () = { #first; #second; }; }
}

/// The call that evaluates a rule.
pub(super) fn call(place: Place, rule: &str, arguments: TokenStream) -> TokenStream {
    let rule = Ident::new(rule, place.0);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(place.1);
    quote_spanned! {place.0=> __odata::check::#rule #arguments }
}

/// A constant of the expansion that belongs to what the user named. The word in front keeps it apart from all other names.
pub(super) fn named(word: &str, rust_name: &str) -> Ident {
    format_ident!("{word}_{rust_name}", span = Span::call_site())
}

/// The same tokens as part of the expansion: lints and deprecations spare them.
pub(super) fn quiet(tokens: &impl ToTokens) -> TokenStream {
    tokens.to_token_stream().into_iter().map(quiet_token).collect()
}

/// The same token as part of the expansion.
fn quiet_token(mut token: TokenTree) -> TokenTree {
    match &mut token {
        // Where this is resolved decides which crate it is.
        TokenTree::Ident(ident) if ident == "$crate" => {}
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), quiet(&group.stream()));
            inner.set_span(group.span().resolved_at(Span::call_site()));
            *group = inner;
        }
        other => other.set_span(other.span().resolved_at(Span::call_site())),
    }
    token
}
