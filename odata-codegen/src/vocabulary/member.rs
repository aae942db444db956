//! What terms and members of records have in common: a type with facets, and a default value.

use odata_core::csdl::{Element, Facets, MaxLength, Name, PrimitiveType, Scale, TypeReference};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    context::{Context, LiteralType, Module},
    literal::literal,
};

/// Returns the Rust type of a term or of a member of a record.
pub(super) fn rust_type(context: &Context, ty: &TypeReference, module: Module) -> TokenStream {
    // The fault is reported, and nothing of the module is printed then.
    let single = single_type(context, ty, module).unwrap_or_else(|| quote! { () });
    let vec = || context.prelude(module, "Vec", "::std::vec::Vec");
    let option = || context.prelude(module, "Option", "::core::option::Option");
    if ty.collection {
        let (vec, option) = (vec(), (ty.nullable == Some(true)).then(option));
        return option.map_or_else(|| quote! { #vec<#single> }, |option| quote! { #vec<#option<#single>> });
    }
    if ty.is_nullable() {
        let option = option();
        return quote! { #option<#single> };
    }
    single
}

/// Returns the Rust type of a single value, or reports that there is no such type.
fn single_type(context: &Context, ty: &TypeReference, module: Module) -> Option<TokenStream> {
    let name = &*ty.name.text;
    if !name.starts_with("Edm.") {
        let path = context.type_path(&ty.name, module)?;
        let is_flags = matches!(context.element(name), Some(Element::Enum(found)) if found.is_flags);
        return Some(if is_flags {
            let flags = context.item(module, "Flags");
            quote! { #flags<#path> }
        } else {
            path
        });
    }
    if let Some(path) = PATHS.iter().find(|known| known.strip_prefix("annotation::") == name.strip_prefix("Edm.")) {
        return Some(context.item(module, path));
    }
    if let Some(primitive) = PrimitiveType::from_name(name) {
        // `Vec<u8>` is `Edm.Binary`.
        if !(ty.collection && primitive == PrimitiveType::Byte)
            && let Some(found) = scalar(context, module, primitive)
        {
            return Some(found);
        }
    }
    let other = match name {
        "Edm.PrimitiveType" => "annotation::AnyPrimitive",
        "Edm.ComplexType" => "annotation::AnyRecord",
        // Values of these are paths and null only.
        _ if name.starts_with("Edm.Geo") => "annotation::AnyValue",
        "Edm.Untyped" | "Edm.EntityType" => "annotation::AnyValue",
        _ => {
            context.fault(ty.name.place, format!("`{ty}` cannot be the type of a term or of what it holds"));
            return None;
        }
    };
    Some(context.item(module, other))
}

/// The types of paths, whose names in Rust are those of CSDL.
const PATHS: [&str; 5] = [
    "annotation::AnnotationPath",
    "annotation::AnyPropertyPath",
    "annotation::ModelElementPath",
    "annotation::NavigationPropertyPath",
    "annotation::PropertyPath",
];

/// Returns the Rust type for a primitive type.
pub(super) fn scalar(context: &Context, module: Module, primitive: PrimitiveType) -> Option<TokenStream> {
    let path = match primitive {
        PrimitiveType::Boolean => return Some(quote! { bool }),
        PrimitiveType::Byte => return Some(quote! { u8 }),
        PrimitiveType::SByte => return Some(quote! { i8 }),
        PrimitiveType::Int16 => return Some(quote! { i16 }),
        PrimitiveType::Int32 => return Some(quote! { i32 }),
        PrimitiveType::Int64 => return Some(quote! { i64 }),
        PrimitiveType::Single => return Some(quote! { f32 }),
        PrimitiveType::Double => return Some(quote! { f64 }),
        PrimitiveType::String => return Some(context.prelude(module, "String", "::std::string::String")),
        PrimitiveType::Binary => {
            let vec = context.prelude(module, "Vec", "::std::vec::Vec");
            return Some(quote! { #vec<u8> });
        }
        PrimitiveType::Decimal => "value::Decimal",
        PrimitiveType::Guid => "value::Guid",
        PrimitiveType::Date => "value::Date",
        PrimitiveType::TimeOfDay => "value::TimeOfDay",
        PrimitiveType::DateTimeOffset => "value::DateTimeOffset",
        PrimitiveType::Duration => "value::Duration",
        _ => return None,
    };
    Some(context.item(module, path))
}

/// Returns the words for facets. There is no `SRID` among them, as values have no type of geography or geometry.
pub(super) fn facet_words(context: &Context, facets: &Facets, place: odata_core::csdl::Place) -> Vec<TokenStream> {
    let mut words = Vec::new();
    let number = |value: u64| Literal::u64_unsuffixed(value);
    match facets.max_length {
        Some(MaxLength::Number(value)) => words.push({
            let value = number(value);
            quote! { max_length = #value }
        }),
        // The same as no facet.
        Some(MaxLength::Max) | None => {}
    }
    if let Some(value) = facets.precision.map(number) {
        words.push(quote! { precision = #value });
    }
    match facets.scale {
        Some(Scale::Number(value)) => words.push({
            let value = number(value);
            quote! { scale = #value }
        }),
        Some(Scale::Variable) => words.push(quote! { scale = variable }),
        Some(Scale::Floating) => context.fault(place, "a scale that is `floating` has no form in Rust".to_owned()),
        None => {}
    }
    if let Some(unicode) = facets.unicode {
        words.push(quote! { unicode = #unicode });
    }
    words
}

/// Returns the word for a default value.
pub(super) fn default_word(context: &Context, ty: &TypeReference, default: Option<&Name>) -> Option<TokenStream> {
    let text = default?;
    let is_text = match context.literal_type(ty) {
        LiteralType::Primitive(primitive) => is_text(primitive),
        LiteralType::Member => true,
        LiteralType::Unknown => is_text(&ty.name),
    };
    let value = literal(text, is_text);
    Some(quote! { default = #value })
}

/// Whether literals of a type are text in attributes even if they look like numbers or booleans.
fn is_text(name: &str) -> bool {
    let others = ["Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "Single", "Double", "Decimal"];
    name.strip_prefix("Edm.").is_some_and(|name| !others.contains(&name))
}
