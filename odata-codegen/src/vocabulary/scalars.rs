//! Enumeration types and type definitions.

use odata_core::csdl::{EnumType, Member, PrimitiveType, TypeDefinition};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{
    context::{Context, Module},
    member::{facet_words, scalar},
    names::{Renaming, Scope, pascal, unraw},
};

/// Returns an enumeration type as an enum. A member with the value of one before it is a constant.
pub(super) fn enumeration(context: &Context, ty: &EnumType) -> TokenStream {
    let docs = context.docs(&ty.annotations);
    let (attributes, ident) = (&docs.attributes, &context.types[&*ty.name.text]);
    let derive = context.item(Module::Types, "ODataEnum");
    let (variants, synonyms) = members(context, ty);
    let renaming = Renaming::of(&variants.iter().map(|(ident, member)| (ident, &*member.name.text)));
    let repr = ty.underlying.as_ref().and_then(|name| repr(context, name));
    let name = context.qualified(&ty.name);
    let mut words = vec![quote! { type = #name }];
    words.extend(ty.is_flags.then(|| quote! { flags }));
    words.extend(renaming.word().map(|word| quote! { rename_all = #word }));
    words.extend(ty.members.iter().any(|member| member.name == *ty.name).then(|| quote! { allow(same_name_as_type) }));
    words.extend(docs.word);
    words.push(quote! { serde = false, register = false });
    words.extend(context.crate_word.clone());
    let variants = variants.iter().map(|(ident, member)| variant(context, ty, renaming, ident, member));
    let constants = synonyms.iter().map(|(constant, first, member)| {
        let docs = context.docs(&member.annotations).attributes;
        quote! { #docs pub const #constant: Self = Self::#first; }
    });
    let constants =
        (!synonyms.is_empty()).then(|| quote! { #[allow(non_upper_case_globals)] impl #ident { #(#constants)* } });
    quote! {
        #attributes
        #[derive(#derive, Clone, Copy, Debug, PartialEq, Eq)]
        #[odata(#(#words),*)]
        #repr
        pub enum #ident { #(#variants),* }
        #constants
    }
}

/// The members that are variants, and those that are constants with the variant that has their value.
type Members<'d> = (Vec<(Ident, &'d Member)>, Vec<(Ident, Ident, &'d Member)>);

fn members<'d>(context: &Context, ty: &'d EnumType) -> Members<'d> {
    let mut scope = Scope::default();
    let (mut variants, mut synonyms) = (Vec::<(Ident, &Member)>::new(), Vec::new());
    for member in &ty.members {
        let ident = scope.ident(&pascal(&member.name));
        let first = variants.iter().find(|(_, known)| known.value == member.value);
        match first.map(|(first, _)| first.clone()) {
            Some(first) => synonyms.push((ident, first, member)),
            None => variants.push((ident, member)),
        }
    }
    if variants.is_empty() {
        context.fault(ty.place, format!("enumeration type `{}` has no members", ty.name));
    }
    (variants, synonyms)
}

fn variant(context: &Context, ty: &EnumType, renaming: Renaming, ident: &Ident, member: &Member) -> TokenStream {
    let docs = context.docs(&member.annotations);
    let attributes = &docs.attributes;
    let mut words = Vec::new();
    if renaming.apply(&unraw(ident)) != *member.name {
        let name = &*member.name.text;
        words.push(quote! { name = #name });
    }
    words.extend(docs.word);
    let words = (!words.is_empty()).then(|| quote! { #[odata(#(#words),*)] });
    let value = (member.has_value || ty.is_flags).then(|| {
        let digits = Literal::u64_unsuffixed(member.value.unsigned_abs());
        if member.value < 0 {
            quote! { = -#digits }
        } else {
            quote! { = #digits }
        }
    });
    quote! { #attributes #words #ident #value }
}

fn repr(context: &Context, underlying: &odata_core::csdl::Name) -> Option<TokenStream> {
    let integer = match &**underlying {
        "Edm.Byte" => quote! { u8 },
        "Edm.SByte" => quote! { i8 },
        "Edm.Int16" => quote! { i16 },
        "Edm.Int32" => quote! { i32 },
        "Edm.Int64" => quote! { i64 },
        other => {
            let fault = format!("`{other}` cannot be the underlying type of an enumeration type");
            context.fault(underlying.place, fault);
            return None;
        }
    };
    Some(quote! { #[repr(#integer)] })
}

/// Returns a type definition as a newtype.
pub(super) fn definition(context: &Context, ty: &TypeDefinition) -> TokenStream {
    let docs = context.docs(&ty.annotations);
    let (attributes, ident) = (&docs.attributes, &context.types[&*ty.name.text]);
    let derive = context.item(Module::Types, "ODataTypeDefinition");
    let underlying = PrimitiveType::from_name(&ty.underlying);
    let underlying = underlying.and_then(|primitive| scalar(context, Module::Types, primitive));
    if underlying.is_none() {
        let fault = format!("`{}` cannot be the underlying type of type definition `{}`", ty.underlying, ty.name);
        context.fault(ty.underlying.place, fault);
    }
    let name = context.qualified(&ty.name);
    let mut words = vec![quote! { type = #name }];
    words.extend(facet_words(context, &ty.facets, ty.place));
    words.extend(docs.word);
    words.push(quote! { serde = false, register = false });
    words.extend(context.crate_word.clone());
    quote! {
        #attributes
        #[derive(#derive, Clone, Debug, PartialEq)]
        #[odata(#(#words),*)]
        pub struct #ident(pub #underlying);
    }
}
