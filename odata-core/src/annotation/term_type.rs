//! The types that terms and members of records can have.

use std::borrow::Cow;

use crate::{
    annotation::RecordDescriptor,
    csdl::PathKind,
    edm::{EnumDescriptor, PrimitiveType, TypeDefinition},
    slot::{EnumType, Flags},
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
};

/// The type of a term or of a member of a record, without whether it can be null.
#[derive(Clone, Copy, Debug)]
pub enum TermType {
    /// A primitive type.
    Primitive(PrimitiveType),
    /// A type definition.
    Definition(&'static TypeDefinition),
    /// An enumeration type.
    Enum(&'static EnumDescriptor),
    /// A path, of one of the types that only terms have (OData CSDL 4.01 §3.5): each kind but that of values.
    Path(PathKind),
    /// A record: a complex type of terms.
    Record(RecordType),
    /// `Edm.PrimitiveType`: a value of any primitive or enumeration type.
    AnyPrimitive,
    /// `Edm.ComplexType`: a record of any type.
    AnyRecord,
    /// `Edm.Untyped`: any value.
    Any,
    /// A collection of values of this type.
    Collection(&'static TermType),
}

/// The type of a record. Its descriptor is handed out by a function, as records may have members of their own type.
#[derive(Clone, Copy)]
pub struct RecordType {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub descriptor: fn() -> &'static RecordDescriptor,
}

impl RecordType {
    /// Returns the qualified name.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns the descriptor.
    pub fn descriptor(self) -> &'static RecordDescriptor {
        (self.descriptor)()
    }
}

impl std::fmt::Debug for RecordType {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

impl TermType {
    /// Returns the name as CSDL has it, such as `Collection(Edm.String)`.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Collection(item) => format!("Collection({})", item.name()).into(),
            single => single.single_name().into(),
        }
    }

    /// Returns the name of the type, or of the items of a collection.
    pub const fn single_name(self) -> &'static str {
        match self {
            Self::Primitive(primitive) => primitive.name(),
            Self::Definition(definition) => definition.name(),
            Self::Enum(descriptor) => descriptor.name(),
            Self::Path(kind) => path_type(kind),
            Self::Record(record) => record.name,
            Self::AnyPrimitive => "Edm.PrimitiveType",
            Self::AnyRecord => "Edm.ComplexType",
            Self::Any => "Edm.Untyped",
            Self::Collection(item) => item.single_name(),
        }
    }

    /// Returns whether it is a collection.
    pub const fn is_collection(self) -> bool {
        matches!(self, Self::Collection(_))
    }

    /// Returns the primitive type of the values, also where it is that of a type definition.
    pub const fn primitive(self) -> Option<PrimitiveType> {
        match self {
            Self::Primitive(primitive) => Some(primitive),
            Self::Definition(definition) => Some(definition.underlying_type()),
            _ => None,
        }
    }
}

/// Returns the type of paths of a kind, such as `Edm.PropertyPath`.
pub(super) const fn path_type(kind: PathKind) -> &'static str {
    match kind {
        // No type has paths of this kind.
        PathKind::Value => "Edm.Untyped",
        PathKind::Annotation => "Edm.AnnotationPath",
        PathKind::AnyProperty => "Edm.AnyPropertyPath",
        PathKind::ModelElement => "Edm.ModelElementPath",
        PathKind::NavigationProperty => "Edm.NavigationPropertyPath",
        PathKind::Property => "Edm.PropertyPath",
    }
}

/// A Rust type that stands for the type of a term or of a member of a record.
///
/// Values of annotations have to be constants, so a [`Value`](super::Value) of this type holds another Rust type: a
/// [`Constant`](super::Constant), such as a literal for `Decimal` and a string slice for `String`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a term or of a member of a record",
    label = "not a type of terms",
    note = "terms and members have primitive types, enumeration types, type definitions, the types of paths in \
            `odata_core::annotation`, types that derive `ODataRecord`, and `Vec` and `Option` of these"
)]
pub trait TermValue: 'static {
    /// The type.
    const TYPE: TermType;

    /// Whether a value, or an item of a collection, can be null.
    const NULLABLE: bool = false;

    /// The first member that a record of the type must have.
    #[doc(hidden)]
    const NEEDS: Option<&'static str> = None;

    /// The type of `Vec<Self>`: a collection for everything but `u8`.
    #[doc(hidden)]
    const LIST: TermType = TermType::Collection(&Self::TYPE);

    /// The type of the items of a collection; of all others the type itself.
    type Item: TermValue;
}

/// The type of a term or member, and whether it can be null.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct ValueType {
    pub ty: TermType,
    pub nullable: bool,
}

/// Returns the type of a term or member; the one place that requires [`TermValue`].
pub const fn value_type<T: TermValue>() -> ValueType {
    ValueType { ty: T::TYPE, nullable: T::NULLABLE }
}

macro_rules! primitive {
    ($($ty:ty => $primitive:ident,)*) => {
        $(
            impl TermValue for $ty {
                const TYPE: TermType = TermType::Primitive(PrimitiveType::$primitive);
                type Item = Self;
            }
        )*
    };
}

primitive! {
    bool => Boolean,
    i8 => SByte,
    i16 => Int16,
    i32 => Int32,
    i64 => Int64,
    f32 => Single,
    f64 => Double,
    String => String,
    Decimal => Decimal,
    Date => Date,
    TimeOfDay => TimeOfDay,
    DateTimeOffset => DateTimeOffset,
    Duration => Duration,
    Guid => Guid,
}

impl TermValue for u8 {
    const TYPE: TermType = TermType::Primitive(PrimitiveType::Byte);
    const LIST: TermType = TermType::Primitive(PrimitiveType::Binary);
    type Item = Self;
}

#[diagnostic::do_not_recommend]
impl<E: EnumType> TermValue for E {
    const TYPE: TermType = TermType::Enum(E::ENUM_DESCRIPTOR);
    type Item = Self;
}

impl<E: EnumType> TermValue for Flags<E> {
    const TYPE: TermType = TermType::Enum(E::ENUM_DESCRIPTOR);
    type Item = Self;
}

impl<T: TermValue> TermValue for Vec<T> {
    const TYPE: TermType = T::LIST;
    const NULLABLE: bool = T::NULLABLE;
    type Item = T;
}

impl<T: TermValue> TermValue for Option<T> {
    const TYPE: TermType = T::TYPE;
    const NULLABLE: bool = true;
    type Item = T::Item;
}
