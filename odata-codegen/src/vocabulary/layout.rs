//! The text of the file.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::context::{Context, Module};

/// What is not checked in a vocabulary, as its words are those of others.
fn lints() -> TokenStream {
    quote! { #[allow(missing_docs, non_camel_case_types, rustdoc::bare_urls, rustdoc::broken_intra_doc_links, rustdoc::invalid_html_tags, clippy::doc_markdown)] }
}

/// Returns the file with the terms and types of a vocabulary.
pub(super) fn file(context: &Context, terms: &[TokenStream], types: &[TokenStream]) -> syn::Result<String> {
    let namespace = context.namespace;
    let mut text = format!(
        "// The vocabulary `{namespace}`, as `odata-codegen vocabulary` makes it of the document that declares it.\n\
         // Changes are lost when it is made again.\n"
    );
    let about = format!(" The terms of the vocabulary `{namespace}`.");
    let more = context.description().map(|lines| quote! { #[doc = ""] #lines });
    let head = quote! { #[doc = #about] #more #[allow(non_snake_case)] };
    text.push_str(&module(&head, &context.modules.terms, context.imports(Module::Terms), terms)?);
    if !types.is_empty() {
        let about = format!(" The types of the terms of the vocabulary `{namespace}`.");
        text.push_str(&module(
            &quote! { #[doc = #about] },
            &context.modules.types,
            context.imports(Module::Types),
            types,
        )?);
    }
    Ok(text)
}

/// Returns a module, with an empty line between its items.
fn module(attributes: &TokenStream, name: &Ident, imports: TokenStream, items: &[TokenStream]) -> syn::Result<String> {
    let lints = lints();
    let head = print(&quote! { #attributes #lints pub mod #name {} })?;
    let mut text = format!("\n{}\n", head.trim_end().strip_suffix('}').unwrap_or(&head));
    for item in std::iter::once(imports).filter(|imports| !imports.is_empty()).chain(items.iter().cloned()) {
        if !text.ends_with("{\n") {
            text.push('\n');
        }
        for line in print(&item)?.lines() {
            let indent = if line.is_empty() { "" } else { "    " };
            text.push_str(indent);
            text.push_str(line);
            text.push('\n');
        }
    }
    text.push_str("}\n");
    Ok(text)
}

/// Returns the text of items. Names of a document are made identifiers before, so what it refuses is a fault of the generator.
fn print(tokens: &TokenStream) -> syn::Result<String> {
    Ok(prettyplease::unparse(&syn::parse2(tokens.clone())?))
}
