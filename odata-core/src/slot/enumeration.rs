//! Enumeration types.

use std::borrow::Cow;

use super::{Input, Mismatch, PropertyValue};
use crate::{
    edm::{EnumDescriptor, FlagNames},
    value::UnknownMember,
};

/// A value of an enumeration type, whatever the type: a member, or a set of them.
///
/// ```
/// use odata_core::{ODataEnum, slot::Enumeration};
///
/// #[derive(ODataEnum, Clone)]
/// #[odata(type = "fleet.fuel")]
/// pub enum Fuel {
///     Diesel,
///     Electric,
/// }
///
/// let fuel: &dyn Enumeration = &Fuel::Electric;
/// assert_eq!((&*fuel.name(), fuel.value()), ("electric", Some(1)));
/// ```
pub trait Enumeration: Send + Sync {
    /// Returns the descriptor of the type.
    fn enum_descriptor(&self) -> &'static EnumDescriptor;

    /// Returns the member, or what there is of several.
    fn member(&self) -> EnumMemberRef<'_>;
}

/// A member of an enumeration type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumMemberRef<'a> {
    /// The declared member at this position of the descriptor's members.
    Declared(usize),
    /// A member that the model does not declare.
    Unknown(&'a UnknownMember),
    /// A value of a type with flags, which is never one member alone.
    Several {
        /// The bits, of declared members and others.
        bits: i64,
        /// The members that the model does not declare.
        unknown: &'a [UnknownMember],
    },
}

impl dyn Enumeration + '_ {
    /// Returns the name of the member, as in JSON; several names have commas between them.
    pub fn name(&self) -> Cow<'_, str> {
        match self.member() {
            EnumMemberRef::Declared(index) => {
                self.enum_descriptor().members.get(index).map_or("", |member| member.name).into()
            }
            EnumMemberRef::Unknown(unknown) => unknown.as_str().into(),
            EnumMemberRef::Several { bits, unknown } => {
                FlagNames { of: self.enum_descriptor(), bits, unknown }.to_text()
            }
        }
    }

    /// Returns the number of the member, or of several together. Unknown ones may have none.
    pub fn value(&self) -> Option<i64> {
        match self.member() {
            EnumMemberRef::Declared(index) => self.enum_descriptor().members.get(index).map(|member| member.value),
            EnumMemberRef::Unknown(unknown) => unknown.as_str().parse().ok(),
            EnumMemberRef::Several { bits, unknown: [] } => Some(bits),
            EnumMemberRef::Several { .. } => None,
        }
    }
}

/// An enumeration type, declared with `#[derive(ODataEnum)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData enumeration type",
    note = "derive `ODataEnum` for it"
)]
pub trait EnumType: Enumeration + PropertyValue {
    /// The descriptor of the type.
    const ENUM_DESCRIPTOR: &'static EnumDescriptor;

    /// Returns the declared member at this position.
    fn from_declared(index: usize) -> Option<Self>;

    /// Returns a member that the model does not declare; `None` if the type refuses these.
    fn from_unknown(member: UnknownMember) -> Option<Self>;
}

/// Implements [`Slot::put`](super::Slot::put) for an enumeration type.
pub fn put_member<T: EnumType>(slot: &mut T, input: Input<'_>) -> Result<(), Mismatch> {
    let text = match input {
        Input::Text(text) => text,
        Input::Null => return Err(Mismatch::Null),
        _ => return Err(Mismatch::Kind),
    };
    let found = match T::ENUM_DESCRIPTOR.find(text) {
        Some(index) => T::from_declared(index),
        None => T::from_unknown(UnknownMember::new(text)),
    };
    *slot = found.ok_or(Mismatch::Member)?;
    Ok(())
}

/// Implements [`PropertyValue::copy`] for an enumeration type, which need not be `Clone`.
pub fn copy_member<T: EnumType>(slot: &T) -> T {
    let copy = match slot.member() {
        EnumMemberRef::Declared(index) => T::from_declared(index),
        EnumMemberRef::Unknown(unknown) => T::from_unknown(unknown.clone()),
        EnumMemberRef::Several { .. } => None,
    };
    copy.unwrap_or_else(T::blank)
}
