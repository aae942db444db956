//! From items to code.

mod annotation;
mod annotations;
mod binding;
mod checks;
mod container;
mod definition;
mod enumeration;
mod fallback;
mod hidden;
mod holds;
mod keys;
mod navigation;
mod operation;
mod path;
mod properties;
mod serde;
mod span;
mod structured;
mod term;
#[cfg(test)]
mod tests;
mod value;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::DeriveInput;

use crate::{
    ast::{Container, Definition, EnumType, ItemHead, Record, StructuredType, Term},
    attr::{Derive, RecordMacro, ValueKind},
    ctxt::Ctxt,
    valid,
};

/// Expands a derive: to the code, or to the errors and a fallback, so that users of the item do not fail as well.
pub(crate) fn derive(derive: Derive, tokens: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(tokens) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let ctxt = Ctxt::new();
    match derive {
        Derive::Entity | Derive::Complex => {
            let item = StructuredType::read(&ctxt, derive, &input);
            valid::structured(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || structured(&item), || fallback::structured_with_serde(&item))
        }
        Derive::Action | Derive::Function => {
            let item = StructuredType::read(&ctxt, derive, &input);
            valid::operation(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || operation(&item), || fallback::operation(&item))
        }
        Derive::Enum => {
            let item = EnumType::read(&ctxt, &input);
            valid::enumeration(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || enumeration::expand(&item), || fallback::enumeration(&item))
        }
        Derive::TypeDefinition => {
            let item = Definition::read(&ctxt, &input);
            valid::definition(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || definition::expand(&item), || fallback::definition(&item))
        }
        Derive::Term => {
            let item = Term::read(&ctxt, &input);
            valid::term(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || term::term(&item), || term::term_fallback(&item))
        }
        Derive::Record => {
            let item = Record::read(&ctxt, &input);
            valid::record(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || term::record(&item), || term::record_fallback(&item))
        }
        Derive::Container => {
            let item = Container::read(&ctxt, &input);
            valid::container(&ctxt, &input, &item);
            finish(ctxt, &input, &item.head, || container::expand(&item), || fallback::container(&item))
        }
    }
}

/// Writes the code of an entity type or complex type. The compiler itself refuses one of infinite size, and says so
/// once if nothing is done with its values.
fn structured(item: &StructuredType<'_>) -> TokenStream {
    if valid::has_infinite_size(item) { fallback::structured(item) } else { structured::expand(item) }
}

/// Writes the code of an action or function, or the fallback for the same reason.
fn operation(item: &StructuredType<'_>) -> TokenStream {
    if valid::has_infinite_size(item) { fallback::operation(item) } else { operation::expand(item) }
}

/// Returns the code of an item without faults; otherwise the errors and the fallback.
fn finish(
    ctxt: Ctxt,
    input: &DeriveInput,
    head: &ItemHead<'_>,
    code: impl FnOnce() -> TokenStream,
    fallback: impl FnOnce() -> TokenStream,
) -> TokenStream {
    let Err(errors) = ctxt.finish() else {
        return wrap(head, &code());
    };
    if !input.generics.params.is_empty() {
        return errors;
    }
    let fallback = wrap(head, &fallback());
    quote! { #errors #fallback }
}

/// Puts everything into one unnamed constant, so that no name is visible outside. Lints about types would look at those
/// that the user wrote again.
fn wrap(head: &ItemHead<'_>, body: &TokenStream) -> TokenStream {
    let core = match &head.attrs.crate_path {
        Some(path) => path.to_token_stream(),
        None => quote!(::odata_core),
    };
    quote! {
        #[allow(
            deprecated,
            private_interfaces,
            unused_qualifications,
            clippy::absolute_paths,
            clippy::box_collection,
            clippy::disallowed_types,
            clippy::option_option,
            clippy::redundant_allocation,
            clippy::type_complexity,
            clippy::vec_box
        )]
        const _: () = {
            use #core::__private as __odata;
            #body
        };
    }
}

/// Expands `record!`: to the record as a constant expression, or to the errors.
pub(crate) fn record(tokens: TokenStream) -> TokenStream {
    let macro_ = match syn::parse2::<RecordMacro>(tokens) {
        Ok(read) => read,
        Err(error) => return error.into_compile_error(),
    };
    let ctxt = Ctxt::new();
    valid::record_macro(&ctxt, &macro_);
    if let Err(errors) = ctxt.finish() {
        return quote!({ #errors });
    }
    let RecordMacro { core, root, value } = &macro_;
    let root = root.as_ref().map(|root| quote!(#root));
    let mut values = value::Values::of_const(root.as_ref());
    let ValueKind::Record(record) = &value.kind else { return TokenStream::new() };
    let (record, items) = (values.whole_record(record), values.items);
    quote! {
        {
            use #core::__private as __odata;
            #items
            #[allow(clippy::needless_update)]
            let __record = #record;
            __record
        }
    }
}
