//! The values of EDM primitive types that Rust has no type for.
//!
//! Each type reads and writes the literal form that the OData ABNF gives it, and keeps what a
//! sender wrote: digits of a fraction, the offset of an instant, every digit of a decimal.
//! Equality is equality of what was written; where that differs from equality of what was meant,
//! a method compares the meaning ([`DateTimeOffset::cmp_instant`], [`Decimal::cmp_value`]).
//!
//! `parse` is a `const fn` on every type that owns no memory, so that a literal in source code can
//! be checked when it is compiled; [`FromStr`](std::str::FromStr) is the same parser with an error
//! that says what was expected. `Serialize` and `Deserialize` use the same text as a string.

mod binary;
mod buffer;
mod cursor;
mod date;
mod date_time_offset;
mod decimal;
mod decimal_digits;
mod decimal_order;
mod duration;
mod guid;
mod literal;
mod offset;
mod stream;
mod time_of_day;
mod unknown_member;

pub use binary::{decode_base64, encode_base64url};
pub(crate) use buffer::significant_digits;
pub use date::Date;
pub use date_time_offset::DateTimeOffset;
pub use decimal::Decimal;
pub(crate) use decimal_digits::DecimalDigits;
pub use duration::Duration;
pub use guid::is_guid;
pub use literal::InvalidLiteral;
pub use stream::{Stream, StreamContent};
pub use time_of_day::TimeOfDay;
pub use unknown_member::UnknownMember;

/// A value of type `Edm.Guid`; [`is_guid`] tells which of the forms that its parser takes is the
/// OData one.
pub use uuid::Uuid as Guid;
