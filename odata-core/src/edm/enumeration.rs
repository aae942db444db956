//! What an enumeration type says of itself.

use super::PrimitiveType;

/// An enumeration type (OData CSDL 4.01 §10).
#[derive(Debug)]
pub struct EnumDescriptor {
    /// The qualified name, as in `@odata.type` and `$metadata`.
    pub name: &'static str,
    /// The name of the Rust type.
    pub rust_name: &'static str,
    /// The type of the members' values: one of the integer types.
    pub underlying: PrimitiveType,
    /// The declared members in the order of their declaration.
    pub members: &'static [EnumMember],
    /// Whether a member that is not declared is kept instead of refused.
    pub accepts_unknown: bool,
    /// The doc comment.
    pub description: &'static str,
}

/// A member of an enumeration type (OData CSDL 4.01 §10.3).
#[derive(Debug)]
pub struct EnumMember {
    /// The name, as in JSON.
    pub name: &'static str,
    /// The numeric value.
    pub value: i64,
    /// The doc comment.
    pub description: &'static str,
}

impl EnumDescriptor {
    /// The position of the member with this name, or with this number where no name fits (OData JSON 4.01 §7.1).
    pub fn find(&self, text: &str) -> Option<usize> {
        self.members.iter().position(|member| member.name == text).or_else(|| {
            let value: i64 = text.parse().ok()?;
            self.members.iter().position(|member| member.value == value)
        })
    }
}
