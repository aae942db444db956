//! Terms: what annotations are named after.

use super::{Annotations, AppliesTo, TermType, TermValue};
use crate::edm::{DefaultValue, Facets};

/// A term, declared with `#[derive(ODataTerm)]` or found in a vocabulary (OData CSDL 4.01 §14.1).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a term",
    label = "not a term",
    note = "derive `ODataTerm` for a unit struct, use a term of a vocabulary, or write `annotate(\"namespace.Term\" = raw ..)`"
)]
pub trait Term: 'static {
    /// The type of its values, which implements [`TermValue`].
    // Without a bound, so that a type which cannot be one is reported once, where the descriptor is.
    type Value;

    /// What is declared of the term: its name, its type and what it applies to.
    const DESCRIPTOR: &'static TermDescriptor;
}

/// A term (OData CSDL 4.01 §14.1).
#[derive(Debug)]
pub struct TermDescriptor {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub ty: TermType,
    #[doc(hidden)]
    pub nullable: bool,
    #[doc(hidden)]
    pub facets: Facets,
    #[doc(hidden)]
    pub unicode: Option<bool>,
    #[doc(hidden)]
    pub default: Option<DefaultValue>,
    #[doc(hidden)]
    pub base: Option<&'static TermDescriptor>,
    #[doc(hidden)]
    pub applies_to: AppliesTo,
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub annotations: Annotations,
}

/// The type of the values of a term whose declaration has faults: any value.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Faulty {}

impl TermValue for Faulty {
    const TYPE: TermType = TermType::Any;
    type Item = Self;
}

impl TermDescriptor {
    /// A term whose declaration has faults: nothing follows from it.
    #[doc(hidden)]
    pub const FAULTY: Self = Self {
        name: "",
        rust_name: "",
        ty: TermType::Any,
        nullable: true,
        facets: Facets::NONE,
        unicode: None,
        default: None,
        base: None,
        applies_to: AppliesTo::ALL,
        description: "",
        annotations: None,
    };

    /// Returns the qualified name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust type.
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the type of its values.
    pub const fn ty(&self) -> TermType {
        self.ty
    }

    /// Returns whether a value, or an item of a collection, can be null.
    pub const fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// Returns the value of an annotation that has none, in the form of the CSDL attribute `DefaultValue`.
    pub const fn default_value(&self) -> Option<&'static str> {
        match self.default {
            Some(literal) => Some(literal.text()),
            None => None,
        }
    }

    /// Returns the term that is applied wherever this one is (OData CSDL 4.01 §14.1.1).
    pub const fn base(&self) -> Option<&'static TermDescriptor> {
        self.base
    }

    /// Returns what the term is meant for.
    pub const fn applies_to(&self) -> AppliesTo {
        self.applies_to
    }

    /// Returns the facet `MaxLength`, if it is declared.
    pub const fn max_length(&self) -> Option<u32> {
        match self.ty.primitive() {
            Some(primitive) => self.facets.max_length_of(primitive),
            None => None,
        }
    }

    /// Returns the facet `Precision`, if it is declared.
    pub const fn precision(&self) -> Option<u16> {
        match self.ty.primitive() {
            Some(primitive) => self.facets.precision_of(primitive),
            None => None,
        }
    }

    /// Returns the facet `Scale`, if it is declared and not `variable`.
    pub const fn scale(&self) -> Option<u16> {
        match self.ty.primitive() {
            Some(primitive) => self.facets.scale_of(primitive),
            None => None,
        }
    }

    /// Returns the facet `Unicode`, if it is declared.
    pub const fn unicode(&self) -> Option<bool> {
        self.unicode
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        if self.description.is_empty() { None } else { Some(self.description) }
    }

    /// Returns the annotations of the term itself.
    pub fn annotations(&self) -> impl Iterator<Item = &'static super::Annotation> {
        super::annotations::of_part(self.annotations, super::ItemPart::ITSELF)
    }
}
