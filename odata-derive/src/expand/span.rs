//! Which code of the user a token points at, and whether lints look at it.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};

/// From the span of one token to that of another.
#[derive(Clone, Copy)]
pub(super) struct SpanRange(pub(super) Span, pub(super) Span);

impl SpanRange {
    pub(super) fn one(span: Span) -> Self {
        Self(span, span)
    }

    pub(super) fn between(first: Span, last: Span) -> Self {
        Self(first, last)
    }

    /// From the first to the last of these tokens.
    pub(super) fn of(tokens: &impl ToTokens) -> Self {
        let mut spans = tokens.to_token_stream().into_iter().map(|token| token.span());
        let first = spans.next().unwrap_or_else(Span::call_site);
        Self(first, spans.last().unwrap_or(first))
    }
}

/// Writes a constant that evaluates a schema rule. If it is broken, the compiler points at the span.
pub(super) fn check(span: SpanRange, rule: &str, arguments: TokenStream) -> TokenStream {
    let call = call(span, rule, arguments);
    quote_spanned! {span.0=> const _: () = #call; }
}

/// Writes two rules that are evaluated together, which is cheaper; the second one is skipped if the first one is
/// broken.
pub(super) fn check_both(first: &TokenStream, second: &TokenStream) -> TokenStream {
    quote! { const _: () = { #first; #second; }; }
}

/// Writes the call that evaluates a rule.
pub(super) fn call(span: SpanRange, rule: &str, arguments: TokenStream) -> TokenStream {
    let rule = Ident::new(rule, span.0);
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(span.1);
    quote_spanned! {span.0=> __odata::check::#rule #arguments }
}

/// Returns a name in the expansion for something that the user named. The prefix keeps it apart from all other names.
pub(super) fn prefixed(prefix: &str, rust_name: &str) -> Ident {
    format_ident!("{prefix}_{rust_name}", span = Span::call_site())
}

/// Returns the same tokens as part of the expansion: lints and deprecations spare them.
pub(super) fn quiet(tokens: &impl ToTokens) -> TokenStream {
    tokens.to_token_stream().into_iter().map(quiet_token).collect()
}

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
