//! Terms and annotations (OData CSDL 4.01 §14): what a model says about its elements beyond their structure.
//!
//! A [`Term`] is a unit struct, declared with [`derive(ODataTerm)`](macro@crate::ODataTerm) or found in a vocabulary. Its
//! type is written as that of a property is: `String`, `Option<i32>`, `Vec<PropertyPath>`, an enumeration type, or a
//! record, which [`derive(ODataRecord)`](macro@crate::ODataRecord) declares. The derives of the model's elements take
//! `annotate(Term = value)`, and what they hold is an [`Annotation`]: constant data, which
//! [`expression`](Annotation::expression) turns into an owned value.

pub(crate) mod annotations;
mod applies_to;
pub(crate) mod check;
mod constant;
mod path_type;
pub(crate) mod record;
pub(crate) mod term;
pub(crate) mod term_type;
#[cfg(test)]
mod tests;
mod value;

pub use annotations::{Annotation, Annotations, ItemPart, PartAnnotation};
pub use applies_to::AppliesTo;
pub use constant::Constant;
pub use path_type::{
    AnnotationPath, AnyPrimitive, AnyPropertyPath, AnyRecord, AnyValue, ModelElementPath, NavigationPropertyPath,
    PropertyPath,
};
pub use record::{MemberDescriptor, Record, RecordDescriptor};
pub use term::{Term, TermDescriptor};
pub use term_type::{RecordType, TermType, TermValue};
pub use value::Value;
#[doc(hidden)]
pub use value::{AtTerm, RawMember, RawValue};
