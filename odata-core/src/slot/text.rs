//! Primitive types whose JSON form is a string.

use super::{
    Input, Mismatch, ValueRef,
    scalar::{Scalar, properties_of_scalars, slots_of_scalars},
};
use crate::{
    edm::PrimitiveType,
    value::{Date, DateTimeOffset, Duration, Guid, TimeOfDay},
};

/// The length of a GUID with hyphens.
const GUID_LENGTH: usize = 36;

impl Scalar for String {
    const PRIMITIVE: PrimitiveType = PrimitiveType::String;

    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Text(self)
    }

    #[inline]
    fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
        match input {
            Input::Text(text) => Ok(text.to_owned()),
            _ => Err(Mismatch::Kind),
        }
    }

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Scalar for Guid {
    const PRIMITIVE: PrimitiveType = PrimitiveType::Guid;

    fn blank() -> Self {
        Self::nil()
    }

    fn view(&self) -> ValueRef<'_> {
        ValueRef::Guid(self)
    }

    fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
        match input {
            // The uuid crate accepts more forms than the one of OData, none of which has this length.
            Input::Text(text) if text.len() == GUID_LENGTH => text.parse().map_err(|_| Mismatch::Literal),
            Input::Text(_) => Err(Mismatch::Literal),
            _ => Err(Mismatch::Kind),
        }
    }

    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

macro_rules! temporals {
    ($($temporal:ident => $same:expr;)*) => { $(
        impl Scalar for $temporal {
            const PRIMITIVE: PrimitiveType = PrimitiveType::$temporal;

            fn blank() -> Self {
                Self::default()
            }

            fn view(&self) -> ValueRef<'_> {
                ValueRef::$temporal(self.into())
            }

            fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
                match input {
                    Input::Text(text) => Self::parse(text).map_err(|_| Mismatch::Literal),
                    _ => Err(Mismatch::Kind),
                }
            }

            fn same(&self, other: &Self) -> bool {
                $same(self, other)
            }
        }
    )* };
}

temporals! {
    Date => Date::eq;
    TimeOfDay => TimeOfDay::is_identical;
    DateTimeOffset => DateTimeOffset::is_identical;
    Duration => Duration::eq;
}

slots_of_scalars!(String, Guid, Date, TimeOfDay, DateTimeOffset, Duration);
properties_of_scalars!(String, Guid, Date, TimeOfDay, DateTimeOffset, Duration);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{slot::Slot, value::is_guid};

    proptest! {
        #[test]
        fn a_guid_is_read_in_its_one_form(text in "[0-9a-fA-F-]{36}|[{]?[0-9a-f]{8}(-?[0-9a-g]{4}){3}-?[0-9a-f]{12}[}]?|(urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}") {
            let mut guid = Guid::nil();
            prop_assert_eq!(guid.put(Input::Text(&text)).is_ok(), is_guid(&text));
        }
    }
}
