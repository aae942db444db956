//! The types that only terms have: kinds of paths, and values whose type is open.

use super::term_type::{TermType, TermValue};
use crate::csdl::PathKind;

macro_rules! types {
    ($($(#[$doc:meta])* $name:ident: $ty:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}

            impl TermValue for $name {
                const TYPE: TermType = $ty;
                type Item = Self;
            }
        )*
    };
}

types! {
    /// `Edm.PropertyPath`: a path to a structural property (OData CSDL 4.01 §14.4.1.6).
    PropertyPath: TermType::Path(PathKind::Property);
    /// `Edm.NavigationPropertyPath`: a path to a navigation property (OData CSDL 4.01 §14.4.1.5).
    NavigationPropertyPath: TermType::Path(PathKind::NavigationProperty);
    /// `Edm.AnyPropertyPath`: a path to a property of any kind.
    AnyPropertyPath: TermType::Path(PathKind::AnyProperty);
    /// `Edm.ModelElementPath`: a path to any element of the model.
    ModelElementPath: TermType::Path(PathKind::ModelElement);
    /// `Edm.AnnotationPath`: a path to an annotation.
    AnnotationPath: TermType::Path(PathKind::Annotation);
    /// `Edm.PrimitiveType`: a value of any primitive or enumeration type.
    AnyPrimitive: TermType::AnyPrimitive;
    /// `Edm.ComplexType`: a record of any type.
    AnyRecord: TermType::AnyRecord;
    /// `Edm.Untyped`: any value.
    AnyValue: TermType::Any;
}
