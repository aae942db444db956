//! The derive macros of `odata-core`.
//!
//! Use them through `odata_core`, which re-exports them. Each derive's page holds the table of its attributes.

mod ast;
mod attr;
mod ctxt;
mod docs;
mod expand;
mod hint;
mod name;
mod ty;
mod valid;

use attr::Derive;
use proc_macro::TokenStream;

/// Makes a struct an entity type (OData CSDL 4.01 §6).
///
/// Each named field is a property: a structural one, or a navigation property where the type is `Nav<..>`. `Option<T>` is
/// nullable, `Vec<T>` a collection. The struct must be `Clone`, and it cannot be generic.
///
/// | on the type | meaning | default |
/// |---|---|---|
/// | `type = "namespace.name"` | the qualified name | required |
/// | `abstract` | no instance has exactly this type | |
/// | `open`, `open = false` | whether instances have dynamic properties | as the base type |
/// | `rename_all = ".."` | the names of the properties: `lowerCamelCase`, `PascalCase`, `none` | `lowerCamelCase` |
/// | `allow(same_name_as_type)` | a property may be named as the type | |
/// | `allow(abstract_from_concrete)` | the abstract type may derive from one that is not abstract | |
/// | `serde = false` | leaves `Serialize` and `Deserialize` out | |
/// | `crate = "path"` | the path of `odata_core`, where it has another name | `::odata_core` |
///
/// | on a field | meaning | default |
/// |---|---|---|
/// | `base` | the field holds the base type, whose properties are inherited | |
/// | `base, no_deref` | the same, but the type does not dereference to it | |
/// | `key` | part of the key | |
/// | `name = ".."` | the name of the property | follows from the field's name |
/// | `computed` | `Core.Computed`: made by the service | |
/// | `immutable` | `Core.Immutable`: given at creation and never changed | |
/// | `contains_target` | the related entities live below this one | |
/// | `default = ..` | the default value: `true`, `false`, a number or a string | |
/// | `max_length = N` | the facet `MaxLength` | any length |
/// | `precision = N` | the facet `Precision`: digits of a decimal number, or of a fraction of a second | all digits |
/// | `scale = N`, `scale = variable` | the facet `Scale`: digits of a decimal number after the point | `variable` |
/// | `skip` | not in the model; new values get the type's `Default`; the type must be `Send` and `Sync` | |
/// | `dynamic` | holds the dynamic properties of an open type; the type is `DynamicProperties` | |
#[proc_macro_derive(ODataEntity, attributes(odata, serde))]
pub fn derive_entity(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Entity, input.into()).into()
}

/// Makes a struct a complex type (OData CSDL 4.01 §9): structured like an entity type, but without a key.
///
/// | on the type | meaning | default |
/// |---|---|---|
/// | `type = "namespace.name"` | the qualified name | required |
/// | `abstract` | no instance has exactly this type | |
/// | `open`, `open = false` | whether instances have dynamic properties | as the base type |
/// | `rename_all = ".."` | the names of the properties: `lowerCamelCase`, `PascalCase`, `none` | `lowerCamelCase` |
/// | `allow(same_name_as_type)` | a property may be named as the type | |
/// | `serde = false` | leaves `Serialize` and `Deserialize` out | |
/// | `crate = "path"` | the path of `odata_core`, where it has another name | `::odata_core` |
///
/// | on a field | meaning | default |
/// |---|---|---|
/// | `base` | the field holds the base type, whose properties are inherited | |
/// | `base, no_deref` | the same, but the type does not dereference to it | |
/// | `name = ".."` | the name of the property | follows from the field's name |
/// | `computed` | `Core.Computed`: made by the service | |
/// | `immutable` | `Core.Immutable`: given at creation and never changed | |
/// | `contains_target` | the related entities live below the entity with this value | |
/// | `default = ..` | the default value: `true`, `false`, a number or a string | |
/// | `max_length = N` | the facet `MaxLength` | any length |
/// | `precision = N` | the facet `Precision`: digits of a decimal number, or of a fraction of a second | all digits |
/// | `scale = N`, `scale = variable` | the facet `Scale`: digits of a decimal number after the point | `variable` |
/// | `skip` | not in the model; new values get the type's `Default`; the type must be `Send` and `Sync` | |
/// | `dynamic` | holds the dynamic properties of an open type; the type is `DynamicProperties` | |
#[proc_macro_derive(ODataComplex, attributes(odata, serde))]
pub fn derive_complex(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Complex, input.into()).into()
}

/// Makes an enum an enumeration type (OData CSDL 4.01 §10).
///
/// Each variant without fields is a member, and its discriminant is the member's value. `#[repr(u8)]`, `i8`, `i16`, `i32` or
/// `i64` is the underlying type, `Edm.Int32` where there is none.
///
/// | on the type | meaning | default |
/// |---|---|---|
/// | `type = "namespace.name"` | the qualified name | required |
/// | `rename_all = ".."` | the names of the members: `lowerCamelCase`, `PascalCase`, `none` | `lowerCamelCase` |
/// | `allow(same_name_as_type)` | a member may be named as the type | |
/// | `serde = false` | leaves `Serialize` and `Deserialize` out | |
/// | `crate = "path"` | the path of `odata_core`, where it has another name | `::odata_core` |
///
/// | on a variant | meaning | default |
/// |---|---|---|
/// | `name = ".."` | the name of the member | follows from the variant's name |
/// | `unknown` | `Other(UnknownMember)` keeps members that are not declared | they are refused |
#[proc_macro_derive(ODataEnum, attributes(odata, serde))]
pub fn derive_enum(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Enum, input.into()).into()
}

/// Makes a struct an entity container (OData CSDL 4.01 §13): the entity sets and singletons of a service.
///
/// The struct is a declaration; no value of it is ever needed.
///
/// | on the type | meaning | default |
/// |---|---|---|
/// | `type = "namespace.name"` | the qualified name | required |
/// | `alias("short" = "namespace", ..)` | short names for namespaces | |
/// | `rename_all = ".."` | the names of the children: `lowerCamelCase`, `PascalCase`, `none` | `lowerCamelCase` |
/// | `crate = "path"` | the path of `odata_core`, where it has another name | `::odata_core` |
///
/// | on a field | meaning | default |
/// |---|---|---|
/// | `entity_set` | an entity set; the type is `Vec<..>` of an entity type with a key | |
/// | `singleton` | a singleton; the type is an entity type | |
/// | `nullable` | the singleton may have no value | |
/// | `name = ".."` | the name | follows from the field's name |
#[proc_macro_derive(ODataContainer, attributes(odata))]
pub fn derive_container(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Container, input.into()).into()
}
