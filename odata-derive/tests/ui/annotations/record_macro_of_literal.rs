//! `record!` makes a record.
use odata_core::{record};

const AUDIT: bool = record!(true);

fn main() {}
