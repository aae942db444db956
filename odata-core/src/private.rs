//! Everything that generated code names. No other part of this crate is only for generated code.
//!
//! Not part of the public interface: it changes without notice.

pub use inventory;
pub use odata_derive::record;
pub use serde;

pub use crate::{
    annotation::{
        Annotation, Annotations, AppliesTo, Constant, ItemPart, MemberDescriptor, PartAnnotation, RawValue, Record,
        RecordDescriptor, RecordType, Term, TermDescriptor, TermType, TermValue, Value,
        check::facet_type,
        record::{checked_record, empty_record, member, needed, record_expression},
        term::Faulty,
        term_type::{ValueType, value_type},
    },
    csdl::{Expression, Operator, PathKind},
    edm::{
        Action, Container, ContainerChild, ContainerDescriptor, EdmType, EnumDescriptor, EnumMember, Function, Include,
        IncludeAnnotations, ModelPath, NavigationBinding, Operation, OperationDescriptor, OperationImport,
        OperationKind, PrimitiveType, PropertyDescriptor, PropertyType, Reference, ReferentialConstraint, SchemaAlias,
        TypeDefinition, TypeDescriptor, TypeKind,
        default_value::DefaultValue,
        external::{ContainerAnnotations, DocumentAnnotation, DocumentPart, ExternalAnnotation, Target},
        facets::Facets,
        facts::{KeyPath, TypeFacts},
        navigation::{NavigationFacts, Partner},
        operation::OperationAllows,
        property::PropertyFlags,
        registry::Registration,
        walk::{Leads, Walk, Walked},
    },
    entity_set::{EntitySet, SetMember, Singleton},
    property::Property,
    serde_adapter::{deserialize, serialize},
    slot::holds::{Holds, Part, Probe, Search, Undecided},
    slot::{
        AnyOf, Concrete, DynamicProperties, EnumMemberRef, EnumType, Enumeration, Here, Input, IsA, Mismatch,
        NoProperties, PropertyValue, Slot, Structured, StructuredType, Up, ValueRef,
        enumeration::{copy_member, put_member},
        field::{Base, BaseProperties, Field, base, copy, field},
        hint,
        structured::no_such_property,
    },
    value::UnknownMember,
};
use crate::{edm::import::Returned, slot::blank_slot};

use crate::Error;

/// The rules that constants of generated code evaluate.
pub mod check {
    pub use crate::{
        annotation::check::{record_base, term_default},
        edm::check::*,
    };
}

/// Returns the descriptor of a term; the one place that requires [`Term`] of a base.
pub const fn term<T: Term>() -> &'static TermDescriptor {
    T::DESCRIPTOR
}

/// Returns the type of a record; the one place that requires [`Record`] of a base.
pub const fn record_type<T: Record>() -> &'static RecordDescriptor {
    T::RECORD
}

/// Returns all faults that an error holds, one per line.
pub fn lines(error: &Error) -> String {
    error.all().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

// The constants and functions that each row names are free-standing: to find an associated one, the compiler has to look
// through all that the type has.

/// No facets of a property.
pub const NO_FACETS: Facets = Facets::NONE;

/// No base type.
pub const NO_BASE: Option<&TypeDescriptor> = None;

/// No binding parameter of an operation, or nothing that it returns.
pub const NO_PART: Option<&PropertyDescriptor> = None;

// Each member of a struct costs the compiler about as much in an expression as an argument of a function, so what few
// declarations have is not among the arguments. It is set by struct update.

/// Returns the descriptor of a property that declares no more than these: `json` is the name in quotes with the colon after
/// it, the hashes are those of the names.
pub const fn property_descriptor(
    name: &'static str,
    json: &'static str,
    hash: u32,
    rust_name: &'static str,
    rust_hash: u32,
    ty: &'static PropertyType,
    description: &'static str,
) -> PropertyDescriptor {
    PropertyDescriptor::plain(name, json, hash, rust_name, rust_hash, ty, description)
}

/// Returns the descriptor of a structured type that declares no more than these.
pub const fn type_descriptor(
    kind: TypeKind,
    name: &'static str,
    rust_name: &'static str,
    base: Option<&'static TypeDescriptor>,
    own: &'static [PropertyDescriptor],
    other_fields: &'static [&'static str],
    blank: fn() -> Box<dyn Structured>,
) -> TypeDescriptor {
    TypeDescriptor::plain(kind, name, rust_name, base, own, other_fields, blank)
}

/// Returns the descriptor of an operation that declares no more than these.
pub const fn operation_descriptor(
    kind: OperationKind,
    parameters: &'static TypeDescriptor,
    binding: Option<&'static PropertyDescriptor>,
    returns: Option<&'static PropertyDescriptor>,
) -> OperationDescriptor {
    OperationDescriptor::plain(kind, parameters, binding, returns)
}

/// Returns the typed property at this position among those that `T` itself declares.
pub const fn property<T, V>(own: u16) -> Property<T, V> {
    Property::new(own)
}

/// The type of an entity set or singleton.
pub struct Child {
    /// The type in the entity data model.
    pub ty: &'static PropertyType,
    /// The structured type itself, which a property's type does not hold, because types refer to each other in a
    /// circle.
    pub structured: Option<&'static TypeDescriptor>,
}

/// Returns the type of an entity set or singleton; the one place that requires [`PropertyValue`].
pub const fn child<T: PropertyValue>() -> Child {
    Child { ty: T::TYPE, structured: T::STRUCTURED }
}

/// Returns a function that a container imports; the one place that requires [`Function`].
pub const fn function_import<T: Function>() -> &'static OperationDescriptor {
    T::OPERATION
}

/// Returns an action that a container imports; the one place that requires [`Action`].
pub const fn action_import<T: Action>() -> &'static OperationDescriptor {
    T::OPERATION
}

/// Returns the structured type that an operation returns, as a single value or in a collection.
pub const fn returned<T: Returned>() -> Option<&'static TypeDescriptor> {
    T::STRUCTURED
}

/// Puts the declared default values of one level of the chain into a new value.
pub fn apply_defaults(value: &mut dyn Structured, level: &'static TypeDescriptor) {
    for (own, property) in level.own.iter().enumerate() {
        let input = match property.default {
            Some(DefaultValue::Boolean(value)) => Input::Boolean(value),
            Some(DefaultValue::Number(text)) => Input::Number(text),
            Some(DefaultValue::Text(text)) => Input::Text(text),
            None => continue,
        };
        let put = value.slot_mut(level.start as usize + own).put(input);
        debug_assert_eq!(put, Ok(()), "default values are checked when they are compiled");
    }
}

/// Creates a new value of a structured type, for its descriptor.
pub fn blank_structured<T: StructuredType>() -> Box<dyn Structured> {
    Box::new(T::blank())
}

/// Returns the type of a property whose Rust type is a structured type.
pub const fn structured_type<T: StructuredType>(edm: EdmType, is_abstract: bool) -> PropertyType {
    let mut ty = PropertyType::single(edm, blank_slot::<T>);
    ty.is_abstract = is_abstract;
    ty
}

/// Returns the type of a struct whose fields are the parameters of an operation.
pub const fn parameters_type<T: StructuredType>() -> PropertyType {
    PropertyType::parameters(EdmType::Complex(parameters_of::<T>), blank_slot::<T>)
}

// Generic, because no type refers to an operation: there are no circles.
fn parameters_of<T: StructuredType>() -> &'static TypeDescriptor {
    T::DESCRIPTOR
}

/// Returns the type of a property whose Rust type is an enumeration type.
pub const fn enum_type<T: EnumType>(descriptor: &'static EnumDescriptor) -> PropertyType {
    PropertyType::single(EdmType::Enum(descriptor), blank_slot::<T>).member(descriptor)
}

/// Returns the type of a property whose Rust type is a type definition around a value of `underlying`.
pub const fn defined_type<T: PropertyValue>(
    underlying: &'static PropertyType,
    definition: &'static TypeDefinition,
) -> PropertyType {
    underlying.defined(definition, blank_slot::<T>)
}

/// Returns the primitive type that a type definition is based on. D1: it has been checked that there is one.
pub const fn underlying(ty: &PropertyType) -> PrimitiveType {
    match ty.edm {
        EdmType::Primitive(primitive) => primitive,
        EdmType::Enum(_) | EdmType::Complex(_) | EdmType::Entity(_) => PrimitiveType::String,
    }
}

/// The type of the field for the dynamic properties of an open type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold the dynamic properties of an open type",
    label = "must be `odata_core::DynamicProperties`"
)]
pub trait DynamicField: Sized + 'static {
    /// The functions that access the value.
    const ACCESS: Dynamic<Self>;
}

impl DynamicField for DynamicProperties {
    const ACCESS: Dynamic<Self> = Dynamic { blank: Self::new, get: |field| field, get_mut: |field| field };
}

/// Access to the field of an open type that holds its dynamic properties.
pub struct Dynamic<T: 'static> {
    /// Creates a field without dynamic properties.
    pub blank: fn() -> T,
    /// Borrows the field.
    pub get: fn(&T) -> &DynamicProperties,
    /// Borrows the field mutably.
    pub get_mut: fn(&mut T) -> &mut DynamicProperties,
}

/// Returns access to the field with the dynamic properties; the one place that requires its type.
pub const fn dynamic<T: DynamicField>() -> Dynamic<T> {
    T::ACCESS
}
