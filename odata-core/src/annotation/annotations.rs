//! What descriptors hold of annotations.

use super::{RawValue, Term, TermDescriptor, TermValue, Value, check};

use crate::{csdl::Expression, edm::DefaultValue};

/// An annotation: a term applied to an element of the model, with a value (OData CSDL 4.01 §14.2).
#[derive(Clone, Copy)]
pub struct Annotation {
    term: TermName,
    qualifier: Option<&'static str>,
    value: RawValue,
}

/// The term of an annotation.
#[derive(Clone, Copy)]
enum TermName {
    Declared(&'static TermDescriptor),
    /// The qualified name of a term that no Rust type stands for.
    Raw(&'static str),
}

impl Annotation {
    /// Applies a term with a value.
    pub const fn new<T: Term<Value = V>, V: TermValue>(qualifier: Option<&'static str>, value: Value<V>) -> Self {
        Self { term: TermName::Declared(T::DESCRIPTOR), qualifier, value: value.raw() }
    }

    /// Applies a term with a literal: the same as [`new`](Self::new) with less for the compiler to find out.
    #[doc(hidden)]
    #[track_caller]
    pub const fn literal<T: Term>(qualifier: Option<&'static str>, literal: DefaultValue) -> Self {
        let primitive = check::literal(T::DESCRIPTOR.ty, literal);
        let value = RawValue::Literal(primitive, literal);
        Self { term: TermName::Declared(T::DESCRIPTOR), qualifier, value }
    }

    /// Applies a term without a value: its default value, an empty record or null.
    #[doc(hidden)]
    #[track_caller]
    pub const fn by_default<T: Term<Value = V>, V: TermValue>(qualifier: Option<&'static str>) -> Self {
        check::without_value(T::DESCRIPTOR, V::NEEDS);
        Self { term: TermName::Declared(T::DESCRIPTOR), qualifier, value: RawValue::Absent }
    }

    /// Applies a term by its qualified name. Nothing is checked.
    #[doc(hidden)]
    pub const fn raw(name: &'static str, qualifier: Option<&'static str>, value: RawValue) -> Self {
        Self { term: TermName::Raw(name), qualifier, value }
    }

    /// Returns the qualified name of the term.
    pub const fn term_name(&self) -> &'static str {
        match self.term {
            TermName::Declared(descriptor) => descriptor.name,
            TermName::Raw(name) => name,
        }
    }

    /// Returns the descriptor of the term, if a Rust type stands for it.
    pub const fn term(&self) -> Option<&'static TermDescriptor> {
        match self.term {
            TermName::Declared(descriptor) => Some(descriptor),
            TermName::Raw(_) => None,
        }
    }

    /// Returns the qualifier, by which a term is applied to an element several times.
    pub const fn qualifier(&self) -> Option<&'static str> {
        self.qualifier
    }

    /// Returns the value; `None` where the annotation has none, and so means the default value of the term.
    pub fn expression(&self) -> Option<Expression> {
        self.value.expression()
    }
}

impl std::fmt::Debug for Annotation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.term_name())?;
        if let Some(qualifier) = self.qualifier {
            write!(formatter, "#{qualifier}")?;
        }
        match self.expression() {
            Some(value) => write!(formatter, " = {value:?}"),
            None => Ok(()),
        }
    }
}

/// The annotations of an item and its parts, as its descriptor holds them.
pub type Annotations = Option<fn() -> &'static [&'static PartAnnotation]>;

/// An annotation of an item or of one of its parts.
#[derive(Clone, Copy, Debug)]
pub struct PartAnnotation {
    /// What it is about.
    pub part: ItemPart,
    /// The term with its value.
    pub annotation: Annotation,
}

/// What an annotation of an item is about: the item itself, or one of its own properties, members or children by its
/// position among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemPart(pub u16);

impl ItemPart {
    /// The item itself.
    pub const ITSELF: Self = Self(u16::MAX);
    /// What an operation returns.
    pub const RETURNS: Self = Self(u16::MAX - 1);
    /// The binding parameter of an operation.
    pub const BINDING: Self = Self(u16::MAX - 2);

    /// Returns the part at this position.
    #[expect(clippy::cast_possible_truncation, reason = "positions are 16 bits wide")]
    pub(crate) const fn of(index: usize) -> Self {
        Self(index as u16)
    }
}

/// Returns the annotations that are about one part of an item.
pub(crate) fn of_part(all: Annotations, part: ItemPart) -> impl Iterator<Item = &'static Annotation> {
    let all = all.map_or(&[][..], |all| all());
    all.iter().filter(move |row| row.part == part).map(|row| &row.annotation)
}
