//! Records: the structured values of terms.

use super::{Annotations, Constant, RawValue, TermType, TermValue, check};
use crate::csdl::Expression;
use crate::edm::{DefaultValue, Facets};

/// A record, declared with `#[derive(ODataRecord)]` (OData CSDL 4.01 §14.4.12): a complex type whose values are
/// constants.
///
/// Each field is a [`Value`](super::Value): a constant, a path, a condition or null, or absent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a record",
    label = "not a record",
    note = "derive `ODataRecord` for it"
)]
pub trait Record: TermValue + Constant + Copy {
    /// The type with its members and those of its base types.
    const RECORD: &'static RecordDescriptor;

    /// The record without members.
    const EMPTY: Self;

    /// Returns the member at this position.
    #[doc(hidden)]
    fn member(&self, index: usize) -> RawValue;
}

/// The type of a record: a complex type of terms (OData CSDL 4.01 §9).
#[derive(Debug)]
pub struct RecordDescriptor {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub base: Option<&'static RecordDescriptor>,
    #[doc(hidden)]
    pub is_abstract: bool,
    #[doc(hidden)]
    pub is_open: bool,
    /// All members, those of the base types first.
    #[doc(hidden)]
    pub members: &'static [MemberDescriptor],
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub annotations: Annotations,
}

/// A member of a record.
#[derive(Debug)]
pub struct MemberDescriptor {
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
    pub description: &'static str,
}

impl RecordDescriptor {
    /// The type of records whose declaration has faults: nothing follows from it.
    #[doc(hidden)]
    pub const FAULTY: Self = Self {
        name: "",
        rust_name: "",
        base: None,
        is_abstract: false,
        is_open: false,
        members: &[],
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

    /// Returns the type that this one derives from.
    pub const fn base(&self) -> Option<&'static RecordDescriptor> {
        self.base
    }

    /// Returns whether only records of types that derive from it are values.
    pub const fn is_abstract(&self) -> bool {
        self.is_abstract
    }

    /// Returns whether records can have members that are not declared.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Returns all members, those of the base types first.
    pub const fn members(&self) -> &'static [MemberDescriptor] {
        self.members
    }

    /// Returns the member at this position as the type declares it that has it first: what that says about it holds for
    /// all types that derive from it.
    pub(super) const fn declared(&self, index: usize) -> &MemberDescriptor {
        let mut member = &self.members[index];
        let mut next = self.base;
        while let Some(level) = next {
            if index < level.members.len() {
                member = &level.members[index];
            }
            next = level.base;
        }
        member
    }

    /// Returns the members that the type itself declares.
    pub fn own_members(&self) -> &'static [MemberDescriptor] {
        let inherited = self.base.map_or(0, |base| base.members.len());
        self.members.get(inherited..).unwrap_or_default()
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        if self.description.is_empty() { None } else { Some(self.description) }
    }

    /// Returns the annotations of the type.
    pub fn annotations(&self) -> impl Iterator<Item = &'static super::Annotation> {
        super::annotations::of_part(self.annotations, super::ItemPart::ITSELF)
    }

    /// Returns the annotations of the member at this position.
    pub fn member_annotations(&self, index: usize) -> impl Iterator<Item = &'static super::Annotation> {
        super::annotations::of_part(self.annotations, super::ItemPart::of(index))
    }
}

impl MemberDescriptor {
    /// Returns the name, as CSDL has it.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust field.
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

    /// Returns the value where the member is absent, in the form of the CSDL attribute `DefaultValue`.
    pub const fn default_value(&self) -> Option<&'static str> {
        match self.default {
            Some(literal) => Some(literal.text()),
            None => None,
        }
    }

    /// Returns whether a record must have the member: it has no default value, and cannot be null or empty.
    pub const fn is_required(&self) -> bool {
        !self.nullable && self.default.is_none() && !self.ty.is_collection()
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
}

/// Returns the descriptor of a member without facets and without a default value.
pub const fn member<T: TermValue>(
    name: &'static str,
    rust_name: &'static str,
    description: &'static str,
) -> MemberDescriptor {
    let (ty, nullable) = (T::TYPE, T::NULLABLE);
    MemberDescriptor { name, rust_name, ty, nullable, facets: Facets::NONE, unicode: None, default: None, description }
}

/// Returns the first member that a record of a type must have.
pub const fn needed(descriptor: &RecordDescriptor) -> Option<&'static str> {
    let mut at = 0;
    while at < descriptor.members.len() {
        let member = descriptor.declared(at);
        if member.is_required() {
            return Some(member.rust_name);
        }
        at += 1;
    }
    None
}

/// Returns the record without members; the one place that requires [`Record`] of a type that is written.
pub const fn empty_record<R: Record>() -> R {
    R::EMPTY
}

/// Returns a record that was written with these fields.
#[track_caller]
pub const fn checked_record<R: Record>(record: R, given: &[&str]) -> R {
    check::record(R::TYPE, R::TYPE, R::RECORD, given);
    record
}

/// Returns a record as an expression: the members that it has.
pub fn record_expression<R: Record>(record: &R) -> Expression {
    let members = R::RECORD.members.iter().enumerate();
    Expression::record(members.filter_map(|(index, member)| Some((member.name, record.member(index).expression()?))))
}
