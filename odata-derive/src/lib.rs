//! The derive macros of `odata-core`.
//!
//! Use them through `odata_core`, which re-exports them. Each derive's page holds the tables of its attributes.

mod ast;
mod attr;
mod ctxt;
mod docs;
mod expand;
mod hint;
mod lifetime;
mod name;
mod ty;
mod valid;

use attr::Derive;
use proc_macro::TokenStream;

/// Makes a struct an entity type (OData CSDL 4.01 §6).
///
/// Each named field is a property: a structural one, or a navigation property where the type is `Nav<..>`. `Option<T>`
/// is nullable, `Vec<T>` a collection. The struct must be `Clone`, and it cannot be generic.
///
/// # Attributes
#[doc = include_str!("../docs/entity.md")]
#[proc_macro_derive(ODataEntity, attributes(odata, serde))]
pub fn derive_entity(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Entity, input.into()).into()
}

/// Makes a struct a complex type (OData CSDL 4.01 §9): structured like an entity type, but without a key.
///
/// # Attributes
#[doc = include_str!("../docs/complex.md")]
#[proc_macro_derive(ODataComplex, attributes(odata, serde))]
pub fn derive_complex(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Complex, input.into()).into()
}

/// Makes an enum an enumeration type (OData CSDL 4.01 §10).
///
/// Each variant without fields is a member, and its discriminant is the member's value. `#[repr(u8)]`, `i8`, `i16`,
/// `i32` or `i64` is the underlying type, `Edm.Int32` without one. With `flags` a value can have several
/// members, and a property has the type `Flags<..>` of the enum.
///
/// # Attributes
#[doc = include_str!("../docs/enum.md")]
#[proc_macro_derive(ODataEnum, attributes(odata, serde))]
pub fn derive_enum(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Enum, input.into()).into()
}

/// Makes a newtype a type definition (OData CSDL 4.01 §11): a primitive type with a name of its own, and perhaps facets.
///
/// The struct has one unnamed field, whose type is that of the values in JSON and in URLs. Properties of the type obey
/// its facets. The struct must be `Clone`.
///
/// # Attributes
#[doc = include_str!("../docs/type_definition.md")]
#[proc_macro_derive(ODataTypeDefinition, attributes(odata, serde))]
pub fn derive_type_definition(input: TokenStream) -> TokenStream {
    expand::derive(Derive::TypeDefinition, input.into()).into()
}

/// Makes a struct an action (OData CSDL 4.01 §12.1), which may change what the service has.
///
/// Each named field is a parameter, with a type as the properties of types have, or an entity type. `Option<T>` is
/// nullable, `Optional<T>` may be left out. A value of the struct holds the parameters of one call. The struct must be
/// `Clone`, and it cannot be generic.
///
/// # Attributes
#[doc = include_str!("../docs/action.md")]
#[proc_macro_derive(ODataAction, attributes(odata, serde))]
pub fn derive_action(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Action, input.into()).into()
}

/// Makes a struct a function (OData CSDL 4.01 §12.3), which returns something and changes nothing that can be observed.
///
/// Fields are parameters, as for an action. Structs with one `type` are overloads of one function.
///
/// # Attributes
#[doc = include_str!("../docs/function.md")]
#[proc_macro_derive(ODataFunction, attributes(odata, serde))]
pub fn derive_function(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Function, input.into()).into()
}

/// Makes a unit struct a term (OData CSDL 4.01 §14.1): what `annotate(..)` gives a value to.
///
/// # Attributes
#[doc = include_str!("../docs/term.md")]
#[proc_macro_derive(ODataTerm, attributes(odata))]
pub fn derive_term(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Term, input.into()).into()
}

/// Makes a struct the type of a record (OData CSDL 4.01 §14.4.12): a complex type whose values are constants of
/// annotations.
///
/// Each field is a member and has the type `Value<..>` of `odata_core::annotation`. The struct must be `Copy`.
///
/// # Attributes
#[doc = include_str!("../docs/record.md")]
#[proc_macro_derive(ODataRecord, attributes(odata))]
pub fn derive_record(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Record, input.into()).into()
}

/// The macro `record!` of `odata_core`, which names its crate.
#[doc(hidden)]
#[proc_macro]
pub fn record(input: TokenStream) -> TokenStream {
    expand::record(input.into()).into()
}

/// Makes a struct an entity container (OData CSDL 4.01 §13): the entity sets and singletons of a service.
///
/// The struct is a declaration; no value of it is ever needed. Its constant `SETS` has the entity sets and singletons
/// by the names of the fields, with the types of their entities: `Fleet::SETS.vehicles`.
///
/// # Attributes
#[doc = include_str!("../docs/container.md")]
#[proc_macro_derive(ODataContainer, attributes(odata))]
pub fn derive_container(input: TokenStream) -> TokenStream {
    expand::derive(Derive::Container, input.into()).into()
}
