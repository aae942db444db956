//! Lifetimes in the types of fields: which are missing, and what keeps the compiler from saying so twice.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{GenericArgument, Lifetime, Path, PathArguments, Type, TypeParamBound};

/// Whether the type names a lifetime.
pub(crate) fn is_named_in(ty: &Type) -> bool {
    fn any(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Punct(punct) => punct.as_char() == '\'',
            TokenTree::Group(group) => any(group.stream()),
            _ => false,
        })
    }
    any(ty.to_token_stream())
}

/// Whether a reference in the type of a field has no lifetime, or `'_`, which the compiler refuses there. In the types
/// of functions it is allowed.
pub(crate) fn is_missing_in(ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => {
            reference.lifetime.as_ref().is_none_or(is_anonymous) || is_missing_in(&reference.elem)
        }
        Type::Path(path) => is_missing_in_path(&path.path),
        Type::TraitObject(object) => object.bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => is_missing_in_path(&bound.path),
            _ => false,
        }),
        Type::Group(group) => is_missing_in(&group.elem),
        Type::Paren(paren) => is_missing_in(&paren.elem),
        Type::Ptr(pointer) => is_missing_in(&pointer.elem),
        Type::Array(array) => is_missing_in(&array.elem),
        Type::Slice(slice) => is_missing_in(&slice.elem),
        Type::Tuple(tuple) => tuple.elems.iter().any(is_missing_in),
        _ => false,
    }
}

/// The same of the generic arguments in a path.
fn is_missing_in_path(path: &Path) -> bool {
    path.segments.iter().any(|segment| match &segment.arguments {
        PathArguments::AngleBracketed(list) => list.args.iter().any(|argument| match argument {
            GenericArgument::Lifetime(lifetime) => is_anonymous(lifetime),
            GenericArgument::Type(ty) => is_missing_in(ty),
            _ => false,
        }),
        _ => false,
    })
}

/// Whether it is `'_`.
fn is_anonymous(lifetime: &Lifetime) -> bool {
    lifetime.ident == "_"
}

/// Returns the tokens with `'static` where a reference or a `Cow` has no lifetime, and in place of `'_`. The compiler
/// reports that where the type was written, and need not do so again.
pub(crate) fn add_missing(tokens: TokenStream) -> TokenStream {
    let is = |token: &TokenTree, punct| matches!(token, TokenTree::Punct(found) if found.as_char() == punct);
    let mut all = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut is_cow = false;
    while let Some(token) = tokens.next() {
        let without_lifetime = tokens.peek().is_some_and(|next| !is(next, '\''));
        let missing = if without_lifetime && is(&token, '&') {
            quote! { 'static }
        } else if without_lifetime && is(&token, '<') && is_cow {
            quote! { 'static, }
        } else {
            TokenStream::new()
        };
        let begins_lifetime = is(&token, '\'');
        is_cow = matches!(&token, TokenTree::Ident(ident) if ident == "Cow");
        all.extend([add_missing_inside(token)]);
        all.extend(missing);
        if begins_lifetime
            && let Some(name) = tokens.next_if(|name| matches!(name, TokenTree::Ident(name) if name == "_"))
        {
            all.extend([TokenTree::Ident(Ident::new("static", name.span()))]);
        }
    }
    all
}

/// The same in a group.
fn add_missing_inside(token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), add_missing(group.stream()));
            inner.set_span(group.span());
            TokenTree::Group(inner)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens as _;
    use syn::Type;

    /// Whether a lifetime is missing, and the type with it.
    fn missing(ty: &str) -> (bool, String) {
        let ty: Type = syn::parse_str(ty).expect("a type");
        let completed: Type = syn::parse2(super::add_missing(ty.to_token_stream())).expect("a type");
        (super::is_missing_in(&ty), crate::ty::shown(&completed))
    }

    #[test]
    fn references_need_lifetimes() {
        for (ty, completed) in [
            ("&str", "&'static str"),
            ("&'_ str", "&'static str"),
            ("Vec<Option<&str>>", "Vec<Option<&'static str>>"),
            ("Name<'_>", "Name<'static>"),
            ("&'static &str", "&'static &'static str"),
            ("*const &str", "*const &'static str"),
            ("Box<dyn Get<&str>>", "Box<dyn Get<&'static str>>"),
        ] {
            assert_eq!(missing(ty), (true, completed.to_owned()), "{ty}");
        }
    }

    // Each of these may be correct, and a fault that the compiler does not report either would be lost.
    #[test]
    fn other_types_are_left_alone() {
        for ty in ["&'static str", "&'a str", "fn(&str) -> &str", "Box<dyn Fn(&str)>", "Cow<str>", "Name<'a>", "String"]
        {
            assert!(!missing(ty).0, "{ty}");
        }
        assert_eq!(missing("Cow<str>").1, "Cow<'static, str>");
    }
}
