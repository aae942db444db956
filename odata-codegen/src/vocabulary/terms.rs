//! The module of the terms.

use odata_core::csdl::{Name, Schema, Term};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{
    context::{Context, Module},
    member::{default_word, facet_words, rust_type},
    names::{is_identifier, snake},
};

/// Returns the items of the module of the terms.
pub(super) fn items(context: &Context, schema: &Schema) -> Vec<TokenStream> {
    let mut items: Vec<_> = schema.terms.iter().map(|term| item(context, term)).collect();
    if !items.is_empty() {
        let idents = schema.terms.iter().map(|term| &context.terms[&*term.name.text]);
        items.push(list(context, idents));
    }
    items
}

/// Returns the list of all terms.
fn list<'i>(context: &Context, idents: impl Iterator<Item = &'i Ident>) -> TokenStream {
    let [term, descriptor] =
        ["Term", "TermDescriptor"].map(|name| context.item(Module::Terms, &format!("annotation::{name}")));
    quote! {
        /// All terms, in the order of the document.
        #[allow(deprecated)]
        pub const TERMS: &[&#descriptor] = &[#(<#idents as #term>::DESCRIPTOR),*];
    }
}

fn item(context: &Context, term: &Term) -> TokenStream {
    let docs = context.docs(&term.annotations);
    let (attributes, ident) = (&docs.attributes, &context.terms[&*term.name.text]);
    let derive = context.item(Module::Terms, "ODataTerm");
    let name = context.qualified(&term.name);
    let value = rust_type(context, &term.ty, Module::Terms);
    let mut words = vec![quote! { type = #name }, quote! { value = #value }];
    words.extend(default_word(context, &term.ty, term.default.as_ref()));
    words.extend(term.base.as_ref().and_then(|base| context.term_path(base)).map(|base| quote! { base = #base }));
    words.extend(facet_words(context, &term.ty.facets, term.place));
    if !term.applies_to.is_empty() {
        let kinds = term.applies_to.iter().filter_map(|name| kind(context, name));
        words.push(quote! { applies_to(#(#kinds),*) });
    }
    words.extend(docs.word);
    words.push(quote! { register = false });
    words.extend(context.crate_word.clone());
    quote! {
        #attributes
        #[derive(#derive)]
        #[odata(#(#words),*)]
        pub struct #ident;
    }
}

/// Returns the word for a kind of model elements, such as `entity_set`.
fn kind(context: &Context, name: &Name) -> Option<TokenStream> {
    // Keywords are words like any others.
    let word = syn::parse_str::<TokenStream>(&snake(name)).ok().filter(|_| is_identifier(name));
    if word.is_none() {
        context.fault(name.place, format!("`{name}` is not a kind of model elements"));
    }
    word
}
