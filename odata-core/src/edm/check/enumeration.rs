//! Rules about the values of members.

use super::fail;
use crate::edm::PrimitiveType;

/// Checks that the value of a member fits the underlying type (OData CSDL 4.01 §10.3).
#[track_caller]
pub const fn member_value(member: &str, value: i64, underlying: PrimitiveType) {
    if let Some((least, greatest)) = underlying.integer_range()
        && (value < least || greatest < value)
    {
        fail(&["the value of member `", member, "` does not fit `", underlying.name(), "`"]);
    }
}

/// Checks that the value of a member that is counted from a constant fits the underlying type, if the value before it
/// does.
#[track_caller]
pub const fn next_member_value(member: &str, constant: i64, offset: i64, underlying: PrimitiveType) {
    if let (Some((least, greatest)), Some(value)) = (underlying.integer_range(), constant.checked_add(offset))
        && least < value
        && value - 1 <= greatest
    {
        member_value(member, value, underlying);
    }
}

/// Checks that the value of a member of an enumeration type with flags is not negative (OData CSDL 4.01 §10.3).
#[track_caller]
pub const fn flag_value(member: &str, value: i64) {
    if value < 0 {
        fail(&[
            "the value of member `",
            member,
            "` is negative; a member of an enumeration type with flags is a set of bits",
        ]);
    }
}
