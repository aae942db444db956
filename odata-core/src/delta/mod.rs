//! Changes: PATCH bodies, and the difference between two states (OData Protocol 4.01 §11.4.3).

mod apply;
mod changes;
mod difference;
mod dynamic;
mod path;
mod raw;
mod read;
mod typed;
mod unknown;
mod whole;
mod write;

pub use changes::{Changes, Diff, diff_structured};
pub use raw::{Change, RawDelta};
pub use typed::Delta;
