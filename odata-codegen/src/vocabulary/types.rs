//! The module of the types: type definitions, enumeration types, and records for complex types.

use odata_core::csdl::{Element, Property, Schema, StructuredKind, StructuredType};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{
    context::{Context, Module},
    member::{default_word, facet_words, rust_type},
    names::{Renaming, Scope, snake, unraw},
    scalars,
};

/// Returns the items of the module of the types.
pub(super) fn items(context: &Context, schema: &Schema) -> Vec<TokenStream> {
    let definitions = schema.definitions.iter().map(|ty| scalars::definition(context, ty));
    let enums = schema.enums.iter().map(|ty| scalars::enumeration(context, ty));
    let records = schema.types.iter().filter_map(|ty| record(context, ty));
    let mut items: Vec<_> = definitions.chain(enums).chain(records).collect();
    if !schema.types.is_empty() {
        let idents = schema.types.iter().map(|ty| &context.types[&*ty.name.text]);
        items.push(list(context, idents));
    }
    items
}

/// Returns the list of all records.
fn list<'i>(context: &Context, idents: impl Iterator<Item = &'i Ident>) -> TokenStream {
    let [record, descriptor] =
        ["Record", "RecordDescriptor"].map(|name| context.item(Module::Types, &format!("annotation::{name}")));
    quote! {
        /// The types of all records, in the order of the document.
        #[allow(deprecated)]
        pub const RECORDS: &[&#descriptor] = &[#(<#idents as #record>::RECORD),*];
    }
}

/// Returns a complex type as a record, with the members of its base types.
fn record(context: &Context, ty: &StructuredType) -> Option<TokenStream> {
    if ty.kind == StructuredKind::Entity {
        context.fault(ty.place, format!("entity type `{}` cannot be part of a vocabulary", ty.name));
        return None;
    }
    let docs = context.docs(&ty.annotations);
    let (attributes, ident) = (&docs.attributes, &context.types[&*ty.name.text]);
    let derive = context.item(Module::Types, "ODataRecord");
    let mut scope = Scope::default();
    let members: Vec<(Ident, &Property)> =
        members(context, ty).into_iter().map(|member| (scope.ident(&snake(&member.name)), member)).collect();
    let renaming = Renaming::of(&members.iter().map(|(ident, member)| (ident, &*member.name.text)));
    let name = context.qualified(&ty.name);
    let mut words = vec![quote! { type = #name }];
    words.extend(ty.is_abstract.then(|| quote! { abstract }));
    words.extend(ty.is_open.then(|| quote! { open }));
    let base = ty.base.as_ref().and_then(|base| context.type_path(base, Module::Types));
    words.extend(base.map(|base| quote! { base = #base }));
    words.extend(renaming.word().map(|word| quote! { rename_all = #word }));
    words.extend(docs.word);
    words.push(quote! { register = false });
    words.extend(context.crate_word.clone());
    let fields = members.iter().map(|(ident, member)| field(context, renaming, ident, member));
    Some(quote! {
        #attributes
        #[derive(#derive, Clone, Copy, Debug)]
        #[odata(#(#words),*)]
        pub struct #ident { #(#fields),* }
    })
}

/// Returns the members of a type, those of its base types first.
fn members<'d>(context: &Context<'d>, ty: &'d StructuredType) -> Vec<&'d Property> {
    let mut levels = vec![ty];
    while let Some(base) = levels.last().and_then(|level| level.base.as_ref()) {
        match context.element(base) {
            Some(Element::Structured(base)) if !levels.iter().any(|known| std::ptr::eq(*known, base)) => {
                levels.push(base);
            }
            _ => {
                context.fault(base.place, format!("`{base}` cannot be the base type of `{}`", ty.name));
                break;
            }
        }
    }
    levels.into_iter().rev().flat_map(|level| &level.properties).collect()
}

fn field(context: &Context, renaming: Renaming, ident: &Ident, member: &Property) -> TokenStream {
    let docs = context.docs(&member.annotations);
    let attributes = &docs.attributes;
    let value = context.item(Module::Types, "annotation::Value");
    let ty = rust_type(context, &member.ty, Module::Types);
    let mut words = Vec::new();
    if renaming.apply(&unraw(ident)) != *member.name {
        let name = &*member.name.text;
        words.push(quote! { name = #name });
    }
    words.extend(default_word(context, &member.ty, member.default.as_ref()));
    words.extend(facet_words(context, &member.ty.facets, member.place));
    words.extend(docs.word);
    let words = (!words.is_empty()).then(|| quote! { #[odata(#(#words),*)] });
    quote! { #attributes #words pub #ident: #value<#ty> }
}
