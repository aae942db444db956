//! What keeps published types out of errors.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::ItemHead;

/// Keeps a type of a published vocabulary out of the lists of types that the compiler recommends in place of another one.
pub(super) fn hidden(head: &ItemHead<'_>) -> TokenStream {
    if head.attrs.register {
        TokenStream::new()
    } else {
        quote! { #[diagnostic::do_not_recommend] }
    }
}
