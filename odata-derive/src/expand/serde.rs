//! The one-line adapters to serde.

use proc_macro2::TokenStream;
use quote::quote;

use super::span::quiet;
use crate::ast::ItemHead;

/// Implements `Serialize` and `Deserialize`, unless they are left to the user.
pub(super) fn expand(head: &ItemHead<'_>) -> TokenStream {
    if !head.attrs.serde {
        return TokenStream::new();
    }
    let ident = quiet(head.ident);
    quote! {
        #[automatically_derived]
        impl __odata::serde::Serialize for #ident {
            fn serialize<__S: __odata::serde::Serializer>(&self, __serializer: __S) -> ::core::result::Result<__S::Ok, __S::Error> {
                __odata::serialize(self, __serializer)
            }
        }
        #[automatically_derived]
        impl<'de> __odata::serde::Deserialize<'de> for #ident {
            fn deserialize<__D: __odata::serde::Deserializer<'de>>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error> {
                __odata::deserialize(__deserializer)
            }
        }
    }
}
