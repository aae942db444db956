//! The descriptor of an enumeration type.

use super::{PrimitiveType, doc_comment};
use crate::annotation::{Annotation, Annotations, ItemPart, annotations::of_part};

/// An enumeration type (OData CSDL 4.01 §10).
///
/// ```
/// use odata_core::{EnumType, ODataEnum};
///
/// #[derive(ODataEnum, Clone)]
/// #[odata(type = "fleet.fuel")]
/// pub enum Fuel {
///     Diesel,
///     Electric,
/// }
///
/// let members = Fuel::ENUM_DESCRIPTOR.members().iter().map(|member| (member.name(), member.value()));
/// assert!(members.eq([("diesel", 0), ("electric", 1)]));
/// ```
#[derive(Debug)]
pub struct EnumDescriptor {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub underlying: PrimitiveType,
    #[doc(hidden)]
    pub members: &'static [EnumMember],
    #[doc(hidden)]
    pub accepts_unknown: bool,
    #[doc(hidden)]
    pub is_flags: bool,
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub annotations: Annotations,
}

/// A member of an enumeration type (OData CSDL 4.01 §10.3).
#[derive(Debug)]
pub struct EnumMember {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub value: i64,
    #[doc(hidden)]
    pub description: &'static str,
}

impl EnumDescriptor {
    /// Returns the qualified name, as in `@odata.type` and `$metadata`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust type.
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the type of the members' values: one of the integer types.
    pub const fn underlying_type(&self) -> PrimitiveType {
        self.underlying
    }

    /// Returns the declared members in declaration order.
    pub const fn members(&self) -> &'static [EnumMember] {
        self.members
    }

    /// Returns whether a member that is not declared is kept instead of refused.
    pub const fn accepts_unknown(&self) -> bool {
        self.accepts_unknown
    }

    /// Returns whether a value can have several members (OData CSDL 4.01 §10.2): its Rust type is
    /// [`Flags`](crate::Flags).
    pub const fn is_flags(&self) -> bool {
        self.is_flags
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }

    /// Returns the annotations of the type (OData CSDL 4.01 §14.2), without `Core.Description`, which the doc comment says.
    pub fn annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        of_part(self.annotations, ItemPart::ITSELF)
    }

    /// Returns the annotations of the member at this position.
    pub fn member_annotations(&self, index: usize) -> impl Iterator<Item = &'static Annotation> + use<> {
        of_part(self.annotations, ItemPart::of(index))
    }

    /// Returns the position of the member with this name, or with this number where no name fits (OData JSON 4.01
    /// §7.1).
    pub fn find(&self, text: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == text).or_else(|| {
            let value: i64 = text.parse().ok()?;
            self.members.iter().position(|member| member.value == value)
        })
    }
}

impl EnumMember {
    /// Returns the name, as in JSON.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the numeric value, which fits the underlying type.
    pub const fn value(&self) -> i64 {
        self.value
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }
}
