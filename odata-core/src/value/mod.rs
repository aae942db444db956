//! The values of EDM primitive types that Rust has no type for.
//!
//! Each type reads and writes the literal form that the OData ABNF gives it, and keeps what a sender wrote: digits of a
//! fraction, the offset of an instant, every digit of a decimal. `==`, [`Ord`] and [`Hash`] compare the meaning:
//! numbers, instants, times on the clock, lengths. Changes are found by the written form, as
//! [`Slot::same`](crate::Slot::same) compares it: `1.5` and `1.50` are equal, and a [`diff`](crate::Diff::diff) of them
//! holds `1.50`.
//!
//! `parse` is a `const fn` on every type that owns no memory, so that a literal in source code can be checked when it
//! is compiled; [`FromStr`](std::str::FromStr) is the same parser. `Serialize` and `Deserialize` use the same text as a
//! string.
//!
//! ```
//! use odata_core::value::{DateTimeOffset, TimeOfDay};
//!
//! const NOON: TimeOfDay = match TimeOfDay::parse("12:00") {
//!     Ok(time) => time,
//!     Err(_) => panic!("not a time"),
//! };
//! assert_eq!(NOON, "12:00:00.000".parse()?);
//! assert_eq!(DateTimeOffset::parse("2024-02-29T10:00Z")?, DateTimeOffset::parse("2024-02-29T12:00+02:00")?);
//! # Ok::<(), odata_core::value::InvalidLiteral>(())
//! ```

mod binary;
mod buffer;
mod cursor;
mod date;
mod date_time_offset;
mod decimal;
mod decimal_digits;
mod decimal_number;
mod decimal_order;
mod duration;
mod guid;
#[cfg(test)]
mod laws;
mod literal;
mod number_map;
mod offset;
mod stream;
mod system_time;
mod time_of_day;
mod unknown_member;

pub use binary::{decode_base64, encode_base64url};
pub(crate) use buffer::significant_digits;
pub use date::Date;
pub use date_time_offset::DateTimeOffset;
pub use decimal::Decimal;
pub(crate) use decimal_digits::DecimalDigits;
pub use duration::Duration;
pub(crate) use guid::guid_fault;
pub use guid::is_guid;
pub use literal::InvalidLiteral;
pub(crate) use number_map::{MapStart, is_number, map_start};
pub use stream::{Stream, StreamContent};
pub use time_of_day::TimeOfDay;
pub use unknown_member::UnknownMember;

/// The type of `Edm.Guid` values; [`is_guid`] checks for the one OData form among those that its parser accepts.
pub use uuid::Uuid as Guid;
