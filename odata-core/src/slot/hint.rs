//! Hints for types of other crates that are tried as the types of properties. The derives name these functions in place
//! of `field` for types that they know by name, so that the compiler's error says what to use instead.

use super::{Field, PropertyValue};

pub use std::{
    primitive::{i8, i16, i32, i64, u8},
    string::String,
};

pub use super::DynamicProperties;
pub use crate::value::{Date, DateTimeOffset, Decimal, Duration, TimeOfDay};

/// The bounds: `L`, which is the field's type or in it, is an OData type; otherwise these are the hints.
macro_rules! bounds {
    ($($bound:ident, $label:literal $(, $note:literal)?;)*) => { $(
        /// The bound of one of the functions. `Instead` is what to use instead.
        #[diagnostic::on_unimplemented(message = "`{Self}` is not an OData type", label = $label $(, note = $note)?)]
        pub trait $bound<Instead, T: 'static> {
            /// Access to the field.
            const FIELD: Field<T>;
        }

        #[diagnostic::do_not_recommend]
        impl<L: PropertyValue, Instead, T: PropertyValue> $bound<Instead, T> for L {
            const FIELD: Field<T> = Field::NEW;
        }
    )* };
}

bounds! {
    Chrono, "use `{Instead}`", "with the feature `chrono-0_4` of `odata-core` it is one";
    Jiff, "use `{Instead}`", "with the feature `jiff-0_2` of `odata-core` it is one";
    Time, "use `{Instead}`", "with the feature `time-0_3` of `odata-core` it is one";
    Bigdecimal, "use `{Instead}`", "with the feature `bigdecimal-0_4` of `odata-core` it is one";
    RustDecimal, "use `{Instead}`", "with the feature `rust_decimal-1` of `odata-core` it is one";
    Json, "use a complex type, `{Instead}` in an open type, or `Untyped` for any JSON";
    Other, "use `{Instead}`";
}

// Not from a macro, which the compiler would show.

/// Returns access to a field with a type of `chrono`.
pub const fn chrono<L: Chrono<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}

/// Returns access to a field with a type of `jiff`.
pub const fn jiff<L: Jiff<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}

/// Returns access to a field with a type of `time`.
pub const fn time<L: Time<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}

/// Returns access to a field with a type of `bigdecimal`.
pub const fn bigdecimal<L: Bigdecimal<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}

/// Returns access to a field with a type of `rust_decimal`.
pub const fn rust_decimal<L: RustDecimal<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}

/// Returns access to a field with any JSON in it.
pub const fn json<L: Json<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}

/// Returns access to a field with a type of another crate or of the standard library.
pub const fn other<L: Other<Instead, T>, Instead, T>() -> Field<T> {
    L::FIELD
}
