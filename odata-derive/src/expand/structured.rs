//! Entity types and complex types.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::{
    annotation::{Annotations, itself, part},
    checks, holds, keys, navigation,
    properties::{Property, number, updated},
    serde,
    span::quiet,
};
use crate::ast::{BaseField, Field, ItemHead, StructuredType};

/// What all parts of an expansion use.
pub(super) struct Expansion<'a> {
    item: &'a StructuredType<'a>,
    /// The type's name as part of the expansion.
    pub(super) ident: TokenStream,
    pub(super) properties: Vec<Property<'a>>,
}

/// The rows of the facts that few types declare.
#[derive(Default)]
pub(super) struct Facts {
    key: TokenStream,
    alternate_keys: TokenStream,
    navigation: TokenStream,
    annotations: Option<TokenStream>,
}

impl Facts {
    /// The annotations alone.
    pub(super) fn of_annotations(annotations: TokenStream) -> Self {
        Self { annotations: Some(annotations), ..Self::default() }
    }

    pub(super) fn or_none(&self) -> Option<&Self> {
        let is_empty = self.key.is_empty() && self.alternate_keys.is_empty() && self.navigation.is_empty();
        (!is_empty || self.annotations.is_some()).then_some(self)
    }
}

/// Writes the annotations of the item and its own properties; without any, the function that returns them is absent.
pub(super) fn annotations(item: &StructuredType<'_>) -> Annotations {
    let (root, mut annotations) = (quiet(item.head.ident), Annotations::default());
    annotations.add(&itself(), Some(&root), &item.head.attrs.annotations);
    for (index, field) in item.properties().enumerate() {
        annotations.add(&part(index), Some(&root), &field.attrs.annotations);
    }
    annotations
}

pub(super) fn expand(item: &StructuredType<'_>) -> TokenStream {
    let expansion = Expansion::new(item);
    let (keys, navigation) = (keys::expand(item), navigation::expand(item, &expansion.properties));
    let (annotations, all_annotations) = annotations(item).finish();
    let facts = Facts {
        key: keys.key,
        alternate_keys: keys.alternate,
        navigation: navigation.rows,
        annotations: all_annotations,
    };
    let all = [
        expansion.constants(),
        checks::expand(item, &expansion.properties),
        keys.items,
        navigation.items,
        annotations,
        expansion.descriptor(facts.or_none()),
        slot_impl(&expansion.ident),
        expansion.structured(),
        expansion.property_value(),
        expansion.structured_type(),
        holds::expand(item, &expansion.properties),
        typed_properties(item, &expansion.each(|property| property.typed(&expansion.ident))),
        inheritance(item),
        item.head.attrs.is_abstract.map_or_else(|| concrete_impl(&expansion.ident), |_| TokenStream::new()),
        serde::expand(&item.head),
    ];
    let registration = quote! { __odata::inventory::submit! { __odata::Registration::Structured(&__DESCRIPTOR) } };
    all.into_iter().chain([registration]).collect()
}

impl<'a> Expansion<'a> {
    pub(super) fn new(item: &'a StructuredType<'a>) -> Self {
        let properties = item.properties().enumerate().map(|(index, field)| Property::new(index, field)).collect();
        Self { item, ident: quiet(item.head.ident), properties }
    }

    /// Something for each property.
    fn each(&self, part: impl Fn(&Property<'a>) -> TokenStream) -> TokenStream {
        self.properties.iter().map(part).collect()
    }

    /// Access to the types that the user wrote.
    pub(super) fn constants(&self) -> TokenStream {
        let fields = self.each(Property::constant);
        let dynamic = self.item.dynamic().map(|field| {
            let ty = &field.ty_tokens;
            quote! { const __DYNAMIC: __odata::Dynamic<#ty> = __odata::dynamic::<#ty>(); }
        });
        let base = self.item.base.as_ref().map(|base| {
            let ty = &base.ty_tokens;
            quote! {
                const __BASE: __odata::Base<#ty> = __odata::base::<#ty>();
                const __START: usize = __BASE.descriptor.len();
            }
        });
        quote! {
            #base
            #fields
            #dynamic
        }
    }

    /// The static that identifies the type.
    pub(super) fn descriptor(&self, facts: Option<&Facts>) -> TokenStream {
        let (head, ident) = (&self.item.head, &self.ident);
        let (name, rust_name) = (&head.name, head.ident.unraw().to_string());
        let (kind, own) = (checks::kind(head.derive), self.each(Property::descriptor));
        let base = match &self.item.base {
            Some(_) => quote!(::core::option::Option::Some(__BASE.descriptor)),
            None => quote!(__odata::NO_BASE),
        };
        let others = self.item.other_fields();
        let count = number(self.properties.len());
        // What an operation has as its parameters is not a type that others refer to.
        let function = (!head.is_operation())
            .then(|| quote! { fn __descriptor() -> &'static __odata::TypeDescriptor { &__DESCRIPTOR } });
        let plain = quote! {
            __odata::type_descriptor(
                #kind, #name, #rust_name, #base, &__PROPERTIES, &[#(#others),*], __odata::blank_structured::<#ident>
            )
        };
        let descriptor = updated("TypeDescriptor", &rare(head, facts.is_some()), plain);
        let facts = facts.map(facts_static);
        quote! {
            #facts
            static __PROPERTIES: [__odata::PropertyDescriptor; #count] = [#own];
            static __DESCRIPTOR: __odata::TypeDescriptor = #descriptor;
            #function
        }
    }

    /// The value with its properties.
    pub(super) fn structured(&self) -> TokenStream {
        let ident = &self.ident;
        let [slot, slot_mut] = [self.accessor("slot"), self.accessor("slot_mut")];
        let base = self.item.base.as_ref().map(base_methods);
        let dynamic = self.item.dynamic().map(dynamic_methods);
        quote! {
            #[automatically_derived]
            impl __odata::Structured for #ident {
                fn slot(&self, __index: usize) -> &dyn __odata::Slot { #slot }
                fn slot_mut(&mut self, __index: usize) -> &mut dyn __odata::Slot { #slot_mut }
                #base
                #dynamic
            }
        }
    }

    /// The body of `slot` or `slot_mut`.
    fn accessor(&self, name: &str) -> TokenStream {
        let is_mut = name == "slot_mut";
        let arms = self.each(|property| if is_mut { property.slot_mut() } else { property.slot() });
        let missing = quote! { _ => __odata::no_such_property(&__DESCRIPTOR, __index) };
        let Some(base) = &self.item.base else {
            return quote! { match __index { #arms #missing } };
        };
        let base = quiet(base.ident);
        let of_base = if is_mut {
            quote! { (__BASE.slot_mut)(&mut self.#base, __index) }
        } else {
            quote! { (__BASE.slot)(&self.#base, __index) }
        };
        quote! {
            if __index < __START { return #of_base; }
            match __index - __START { #arms #missing }
        }
    }

    /// The type as the type of a property, and how a value begins.
    pub(super) fn property_value(&self) -> TokenStream {
        let (ident, head) = (&self.ident, &self.item.head);
        let (ty, written) = (type_constant(head), head.ident);
        let base = self.item.base.as_ref().map(|base| {
            let base = quiet(base.ident);
            quote! { #base: (__BASE.blank)(), }
        });
        let fields = self.each(Property::blank);
        let structured = (!head.is_operation()).then(|| {
            quote! {
                const STRUCTURED: ::core::option::Option<&'static __odata::TypeDescriptor> = ::core::option::Option::Some(&__DESCRIPTOR);
            }
        });
        let rest: TokenStream =
            self.item.fields.iter().filter(|field| !field.is_property()).map(blank_of_other_field).collect();
        let new = quote! { #ident { #base #fields #rest } };
        let new = if self.properties.iter().any(|property| property.field.attrs.default.is_some()) {
            quote! { let mut __new = #new; __odata::apply_defaults(&mut __new, &__DESCRIPTOR); __new }
        } else {
            new
        };
        quote! {
            #[automatically_derived]
            impl __odata::PropertyValue for #ident {
                const TYPE: &'static __odata::PropertyType = &#ty;
                #structured
                type Single = Self;
                fn blank() -> Self { #new }
                fn copy(&self) -> Self { __odata::copy::<#written>(self) }
            }
        }
    }

    /// The type as a structured type.
    fn structured_type(&self) -> TokenStream {
        structured_type_impl(&self.ident, &self.each(Property::typed_value))
    }
}

/// The type of a property that has the item as its type.
pub(super) fn type_constant(head: &ItemHead<'_>) -> TokenStream {
    let (edm, is_abstract) = (checks::edm_type(head.derive), head.attrs.is_abstract.is_some());
    if head.is_operation() {
        return quote! { __odata::parameters_type::<Self>() };
    }
    quote! { __odata::structured_type::<Self>(#edm, #is_abstract) }
}

/// Writes what few types declare, as members of the descriptor.
fn rare(head: &ItemHead<'_>, has_facts: bool) -> TokenStream {
    let mut rare = TokenStream::new();
    if head.attrs.is_abstract.is_some() {
        rare.extend(quote! { is_abstract: true, });
    }
    if let Some(open) = &head.attrs.open {
        let is_open = open.value;
        rare.extend(quote! { is_open: #is_open, });
    }
    if head.attrs.has_stream.is_some() {
        rare.extend(quote! { has_stream: true, });
    }
    if !head.description.is_empty() {
        let description = &head.description;
        rare.extend(quote! { description: #description, });
    }
    if has_facts {
        rare.extend(quote! { facts: ::core::option::Option::Some(&__FACTS), });
    }
    rare
}

/// Writes the static with the facts that few types declare.
fn facts_static(facts: &Facts) -> TokenStream {
    let Facts { key, alternate_keys, navigation, annotations } = facts;
    let annotations = match annotations {
        Some(annotations) => quote!(::core::option::Option::Some(#annotations)),
        None => quote!(::core::option::Option::None),
    };
    quote! {
        static __FACTS: __odata::TypeFacts = __odata::TypeFacts {
            key: &[#key],
            alternate_keys: &[#alternate_keys],
            navigation: &[#navigation],
            annotations: #annotations,
        };
    }
}

/// Implements `Slot` of a structured type.
pub(super) fn slot_impl(ident: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __odata::Slot for #ident {
            fn view(&self) -> __odata::ValueRef<'_> { __odata::ValueRef::Structured(self) }
            fn current(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
                ::core::option::Option::Some(self)
            }
        }
    }
}

/// Implements `StructuredType`.
pub(super) fn structured_type_impl(ident: &TokenStream, values: &TokenStream) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __odata::StructuredType for #ident {
            const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
            type Properties = __Properties;
            const TYPED_PROPERTIES: &'static __Properties = &__Properties { #values };
        }
    }
}

/// Implements `Concrete`.
pub(super) fn concrete_impl(ident: &TokenStream) -> TokenStream {
    quote! { #[automatically_derived] impl __odata::Concrete for #ident {} }
}

/// Writes the access to the base as a structured value.
fn base_methods(base: &BaseField<'_>) -> TokenStream {
    let base = quiet(base.ident);
    quote! {
        fn base(&self) -> ::core::option::Option<&dyn __odata::Structured> {
            ::core::option::Option::Some((__BASE.structured)(&self.#base))
        }
        fn base_mut(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some((__BASE.structured_mut)(&mut self.#base))
        }
    }
}

/// Writes the access to the dynamic properties.
fn dynamic_methods(field: &Field<'_>) -> TokenStream {
    let field = quiet(field.ident);
    quote! {
        fn dynamic(&self) -> ::core::option::Option<&__odata::DynamicProperties> {
            ::core::option::Option::Some((__DYNAMIC.get)(&self.#field))
        }
        fn dynamic_mut(&mut self) -> ::core::option::Option<&mut __odata::DynamicProperties> {
            ::core::option::Option::Some((__DYNAMIC.get_mut)(&mut self.#field))
        }
    }
}

/// Writes the first value of a field that is not a property.
fn blank_of_other_field(field: &Field<'_>) -> TokenStream {
    let (ident, ty) = (quiet(field.ident), &field.ty_tokens);
    if field.attrs.dynamic.is_some() {
        return quote! { #ident: (__DYNAMIC.blank)(), };
    }
    quote! { #ident: <#ty as ::core::default::Default>::default(), }
}

/// Writes the typed properties, and the constant by which they are reached.
pub(super) fn typed_properties(item: &StructuredType<'_>, fields: &TokenStream) -> TokenStream {
    let (ident, visibility) = (quiet(item.head.ident), item.head.visibility);
    let base = item.base.as_ref().map(|base| {
        let ty = &base.ty_tokens;
        quote! {
            #[automatically_derived]
            impl ::core::ops::Deref for __Properties {
                type Target = __odata::BaseProperties<#ty>;
                fn deref(&self) -> &Self::Target { &__odata::BaseProperties::NEW }
            }
        }
    });
    quote! {
        #visibility struct __Properties { #fields }
        #base
        impl #ident {
            /// The typed properties, inherited ones included.
            #visibility const PROPERTIES: &'static __Properties = <Self as __odata::StructuredType>::TYPED_PROPERTIES;
        }
    }
}

/// Implements `IsA` for the type and its base types, and `Deref` to the base.
pub(super) fn inheritance(item: &StructuredType<'_>) -> TokenStream {
    let ident = quiet(item.head.ident);
    let here = quote! { #[automatically_derived] impl __odata::IsA<#ident, __odata::Here> for #ident {} };
    let Some(base) = &item.base else { return here };
    let (field, ty) = (quiet(base.ident), &base.ty_tokens);
    let deref = if base.no_deref {
        TokenStream::new()
    } else {
        quote! {
            #[automatically_derived]
            impl ::core::ops::Deref for #ident {
                type Target = #ty;
                fn deref(&self) -> &#ty { &self.#field }
            }
            #[automatically_derived]
            impl ::core::ops::DerefMut for #ident {
                fn deref_mut(&mut self) -> &mut #ty { &mut self.#field }
            }
        }
    };
    quote! {
        #here
        #[automatically_derived]
        impl<__Base, __Depth> __odata::IsA<__Base, __odata::Up<__Depth>> for #ident where #ty: __odata::IsA<__Base, __Depth> {}
        #deref
    }
}
