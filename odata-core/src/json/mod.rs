//! JSON tokens: a pull reader and a writer that know JSON and nothing else.
//!
//! [`JsonReader`] reads the token that its caller expects next and borrows from the body; it validates all of RFC 8259 and
//! can [`rewind`](JsonReader::rewind). Errors carry a byte offset only, which keeps them cheap;
//! [`Location::from_offset`] and [`path_at`] turn it into a position for people. [`JsonWriter`] appends tokens to a buffer.
//!
//! ```
//! use odata_core::json::{JsonError, JsonReader};
//!
//! fn total(body: &[u8]) -> Result<u32, JsonError> {
//!     let mut reader = JsonReader::new(body)?;
//!     let mut total = 0;
//!     reader.begin_object()?;
//!     while let Some(name) = reader.next_name()? {
//!         if name == "count" {
//!             total += reader.number()?.parse().unwrap_or(0);
//!         } else {
//!             reader.skip_value()?;
//!         }
//!     }
//!     reader.finish()?;
//!     Ok(total)
//! }
//!
//! assert_eq!(total(br#"{"other": [1, 2], "count": 3}"#), Ok(3));
//! ```

mod ahead;
mod compare;
mod error;
mod escape;
mod limits;
mod locate;
mod location;
mod number;
mod path;
mod reader;
mod same;
mod scan;
mod skip;
#[cfg(test)]
mod tests;
mod token;
mod value;
mod writer;

pub(crate) use ahead::Ahead;
pub(crate) use compare::same_text;
pub use error::{JsonError, JsonErrorKind};
pub use limits::Limits;
pub(crate) use locate::{Located, locate};
pub use location::Location;
pub use path::path_at;
pub use reader::{JsonReader, Mark};
pub(crate) use same::same_json;
pub use token::Token;
pub(crate) use value::read_exact_value;
pub use value::{read_value, write_value};
pub use writer::JsonWriter;
