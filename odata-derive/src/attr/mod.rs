//! The attribute `#[odata(..)]`: its syntax is known here and nowhere else.

mod allow;
mod annotation;
mod container;
mod default;
mod document;
mod elsewhere;
mod facet;
mod field;
mod import;
mod key;
mod misplaced;
mod navigation;
mod operation;
mod path;
mod raw;
pub(crate) mod serde;
mod suggest;
#[cfg(test)]
mod tests;
mod text;
mod types;
mod value;
mod variant;
mod word;

use proc_macro2::Span;

pub(crate) use annotation::{Annotate, AppliedTerm};
pub(crate) use default::{DefaultKind, DefaultValue};
pub(crate) use document::{ExternalTarget, Reference};
pub(crate) use field::FieldAttrs;
pub(crate) use import::{Binding, ImportKind};
pub(crate) use key::{KeyList, KeyPart};
pub(crate) use navigation::{Constraint, OnDeleteAction};
pub(crate) use operation::EntitySetPath;
pub(crate) use path::FieldPath;
pub(crate) use raw::RawValue;
pub(crate) use suggest::did_you_mean;
pub(crate) use types::TypeAttrs;
pub(crate) use value::{AnnotationValue, PathToValue, RecordMacro, RecordValue, ValueKind};
pub(crate) use variant::VariantAttrs;

/// Which derive reads the attributes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Derive {
    /// `ODataEntity`
    Entity,
    /// `ODataComplex`
    Complex,
    /// `ODataEnum`
    Enum,
    /// `ODataTypeDefinition`
    TypeDefinition,
    /// `ODataContainer`
    Container,
    /// `ODataAction`
    Action,
    /// `ODataFunction`
    Function,
    /// `ODataTerm`
    Term,
    /// `ODataRecord`
    Record,
}

impl Derive {
    /// What the item is in the entity data model, with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Entity => "an entity type",
            Self::Complex => "a complex type",
            Self::Enum => "an enumeration type",
            Self::TypeDefinition => "a type definition",
            Self::Container => "an entity container",
            Self::Action => "an action",
            Self::Function => "a function",
            Self::Term => "a term",
            Self::Record => "a record",
        }
    }
}

/// A value, and where its word is.
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}
